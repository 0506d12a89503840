import type { MailRules } from '../grammar/problem.ts';

const lost = 'so the domain gets no TLS reports';

/** What can be wrong with a TLS-RPT record (RFC 8460 §3). */
export const tlsRptRules = {
  'tlsrpt/location': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 8460 §3',
    summary: 'A TLS-RPT record stands at a name where no sender asks for it.',
    messages: {
      misplaced: 'This is a TLS-RPT record, but it stands at {owner}. Senders ask for {expected} only. Move it there.',
      typo: '{owner} looks like the name of a TLS-RPT record, but senders ask for {expected}. Rename the owner.',
    },
    fix: 'safe',
  },
  'tlsrpt/multiple': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 8460 §3',
    summary: 'More than one TLS-RPT record.',
    messages: { several: `There are {count} TLS-RPT records at this name; senders then take none, ${lost}. Keep one.` },
    fix: 'unsafe',
  },
  'tlsrpt/unrelated-txt': {
    severity: 'warning',
    profile: 'recommended',
    source: 'RFC 8460 §3',
    summary: 'A TXT record at _smtp._tls that is no TLS-RPT record.',
    messages: { unrelated: 'This TXT record is no TLS-RPT record; senders discard it. Move it to the name where it belongs.' },
  },
  'tlsrpt/version': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 8460 §3',
    summary: 'The record does not begin with v=TLSRPTv1;.',
    messages: {
      bad: `The record has to begin with “v=TLSRPTv1;”, but the version is “{value}”, ${lost}.`,
      missing: `The record does not begin with “v=TLSRPTv1;”, ${lost}.`,
      notFirst: `v={value} is not first, ${lost}. Move it to the front.`,
      space: 'White space stands beside v=TLSRPTv1. Senders discard records that do not begin with “v=TLSRPTv1;” exactly.',
    },
    fix: 'safe',
  },
  'tlsrpt/rua-missing': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 8460 §3',
    summary: 'There is no rua=.',
    messages: { missing: `The record has no rua=, ${lost}.`, empty: `rua= is empty, ${lost}.` },
  },
  'tlsrpt/rua-scheme': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 8460 §3',
    summary: 'A report address is neither mailto: nor https:.',
    messages: {
      bare: '“{value}” is no URI, so no report is sent there. Write mailto:{value}.',
      other: '“{value}” is neither a mailto: nor an https: URI, so no report is sent there.',
    },
    fix: 'safe',
  },
  'tlsrpt/rua-syntax': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 8460 §3',
    summary: 'A report address is no URI.',
    messages: {
      empty: 'There is nothing between two commas.',
      text: '“{value}” is neither a mail address nor a URI, so no report is sent there.',
      host: '“{value}” names no domain that could take the reports.',
      space: 'White space in “{value}” makes it no URI, so no report is sent there.',
      exclamation: '“!” has to be written %21 in a report address.',
    },
    fix: 'safe',
  },
  'tlsrpt/separator': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 8460 §3',
    summary: 'Fields are separated by “;”, addresses by commas.',
    messages: {
      gap: `There is no “;” before {name}=, ${lost}.`,
      uri: '“{value}” is a report address, but a “;” stands before it. Addresses are separated by commas.',
      twice: 'Two addresses belong into one rua=, separated by a comma.',
      empty: 'There is nothing between two “;”; strict senders discard the record.',
      backslash: 'There is a backslash before “;” in the published text: the semicolon was escaped twice, and senders discard the record.',
    },
    fix: 'safe',
  },
  'tlsrpt/tag-syntax': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 8460 §3',
    summary: 'Something is no name=value.',
    messages: {
      noEquals: '“{value}” has no “=”; strict senders discard the record.',
      octet: 'The octet {value} is not allowed; strict senders discard the record.',
      space: 'White space stands beside the “=” of rua=, which is not allowed here.',
    },
    fix: 'safe',
  },
  'tlsrpt/unknown-tag': {
    severity: 'information',
    profile: 'recommended',
    source: 'RFC 8460 §3',
    summary: 'Unknown field.',
    messages: { ignored: '{name}= is no field of a TLS-RPT record, so senders ignore it.', near: '{name}= is no field of a TLS-RPT record and is ignored; {expected}= is meant.' },
    fix: 'safe',
  },
  'tlsrpt/duplicate': {
    severity: 'warning',
    profile: 'recommended',
    source: 'RFC 8460 §3',
    summary: 'A field occurs twice.',
    messages: { duplicate: 'The field {name}= occurs more than once, and nothing says which of them counts. Keep one.' },
    fix: 'safe',
  },
} as const satisfies MailRules;

export type TlsRptCode = keyof typeof tlsRptRules;
