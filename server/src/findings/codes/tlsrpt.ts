import { codes } from '../code.ts';

export const tlsrptCodes = codes({
  'tlsrpt/duplicate': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 8460 §3',
    summary: 'Duplicate field',
    messages: {
      duplicate: '{name}= occurs more than once; which one counts is undefined.',
    },
  },
  'tlsrpt/location': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8460 §3',
    summary: "TLS-RPT record at a name that senders don't query",
    messages: {
      misplaced: 'Senders query {expected}, not {owner}, so they never see this TLS-RPT record.',
      typo: 'Senders query {expected}, not {owner}, so they never see this TLS-RPT record.',
    },
  },
  'tlsrpt/multiple': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 8460 §3',
    summary: 'Several TLS-RPT records',
    messages: {
      several: 'This name has {count} TLS-RPT records, so senders send no TLS reports.',
    },
  },
  'tlsrpt/rua-missing': {
    severity: 'error',
    source: 'RFC 8460 §3',
    summary: 'Missing rua= field',
    messages: {
      missing: 'The record has no rua=, so the domain gets no TLS reports.',
      empty: 'rua= is empty, so the domain gets no TLS reports.',
    },
  },
  'tlsrpt/rua-scheme': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8460 §3',
    summary: 'Report address other than mailto: or https:',
    messages: {
      bare: '"{value}" isn\'t a URI, so it gets no reports; write mailto:{value}.',
      other: '"{value}" is neither a mailto: nor an https: URI, so it gets no reports.',
    },
  },
  'tlsrpt/rua-syntax': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8460 §3',
    summary: 'Invalid report address',
    messages: {
      empty: "There's nothing between two commas.",
      text: '"{value}" is neither a mail address nor a URI, so it gets no reports.',
      host: '"{value}" names no domain that could receive reports.',
      space: '"{value}" contains white space, so it isn\'t a URI and gets no reports.',
      exclamation: '"!" must be written as %21 in a report address.',
    },
  },
  'tlsrpt/separator': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8460 §3',
    summary: 'Wrong separator between fields or addresses',
    messages: {
      gap: 'There\'s no ";" before {name}=, so the domain gets no TLS reports.',
      uri: '"{value}" is a report address after a ";"; addresses are separated by commas.',
      twice: 'The addresses belong in one rua=, separated by a comma.',
      empty: "There's nothing between two semicolons; strict senders discard the record.",
      backslash: 'The published text has a backslash before ";" (it was escaped twice), so senders discard the record.',
    },
  },
  'tlsrpt/tag-syntax': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8460 §3',
    summary: 'Malformed field list',
    messages: {
      noEquals: '"{value}" has no "=", so strict senders discard the record.',
      octet: "The octet {value} isn't allowed, so strict senders discard the record.",
      extension: '"{value}" breaks the grammar of the record, so strict senders discard it.',
      space: 'There\'s white space around the "=" of rua=, which isn\'t allowed here.',
    },
  },
  'tlsrpt/unknown-tag': {
    severity: 'information',
    fix: 'safe',
    source: 'RFC 8460 §3',
    summary: 'Unknown field',
    messages: {
      ignored: "{name}= isn't a TLS-RPT field, so senders ignore it.",
      near: "{name}= isn't a TLS-RPT field, so senders ignore it; did you mean {expected}=?",
    },
  },
  'tlsrpt/unrelated-txt': {
    severity: 'warning',
    source: 'RFC 8460 §3',
    summary: 'Unrelated TXT record at _smtp._tls',
    messages: {
      unrelated: "This TXT record isn't a TLS-RPT record, so senders discard it.",
    },
  },
  'tlsrpt/version': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8460 §3',
    summary: 'Missing or invalid v=TLSRPTv1',
    messages: {
      bad: 'The version is "{value}" instead of TLSRPTv1, so the domain gets no TLS reports.',
      missing: 'The record doesn\'t start with "v=TLSRPTv1;", so the domain gets no TLS reports.',
      notFirst: "v={value} isn't the first field, so the domain gets no TLS reports.",
      space:
        'There\'s white space around v=TLSRPTv1; senders discard records that don\'t start with exactly "v=TLSRPTv1;".',
    },
  },
});
