import { codes } from '../code.ts';

export const mtastsCodes = codes({
  'mtasts/duplicate': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 8461 §3.2',
    summary: 'Duplicate field',
    messages: {
      record: '{name}= occurs more than once, and senders use only the first.',
      policy: 'The field "{name}" occurs more than once, and senders use only the first.',
    },
  },
  'mtasts/id-format': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8461 §3.1',
    summary: "Policy id that isn't 1 to 32 letters and digits",
    messages: {
      characters: 'The id "{value}" has characters other than letters and digits, so senders don\'t use MTA-STS.',
      length: "The id has {length} characters instead of at most 32, so senders don't use MTA-STS.",
      empty: "The id is empty, so senders don't use MTA-STS.",
      space: 'There\'s white space around the "=" of id=, so senders don\'t use MTA-STS.',
    },
  },
  'mtasts/id-missing': {
    severity: 'error',
    source: 'RFC 8461 §3.1',
    summary: 'Missing id= field',
    messages: {
      missing: "The record has no id=, so senders don't use MTA-STS.",
    },
  },
  'mtasts/location': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8461 §3.1',
    summary: "MTA-STS record at a name that senders don't query",
    messages: {
      misplaced: 'Senders query {expected}, not {owner}, so they never see this MTA-STS record.',
      typo: 'Senders query {expected}, not {owner}, so they never see this MTA-STS record.',
    },
  },
  'mtasts/multiple-txt': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 8461 §3.1',
    summary: 'Several MTA-STS records',
    messages: {
      several: "This name has {count} MTA-STS records, so senders don't use MTA-STS.",
    },
  },
  'mtasts/no-host': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 8461 §3.2',
    summary: 'MTA-STS record or policy host without the other',
    messages: {
      host: '{host}, which serves the policy, has no address, so MTA-STS has no effect.',
      record: '{host} serves the policy, but without a TXT record at {owner} senders never fetch it.',
    },
  },
  'mtasts/no-mx': {
    severity: 'hint',
    source: 'RFC 8461 §3',
    summary: 'MTA-STS for a domain without MX',
    messages: {
      noMx: '{domain} publishes MTA-STS but has no MX record, so there is nothing to protect.',
    },
  },
  'mtasts/no-tlsrpt': {
    severity: 'hint',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 8460 §3',
    summary: 'MTA-STS without TLS reports',
    messages: {
      noReports:
        '{domain} publishes MTA-STS but requests no TLS reports, so delivery failures caused by the policy go unnoticed.',
    },
  },
  'mtasts/policy-line': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8461 §3.2',
    summary: 'Policy line that isn\'t "name: value"',
    messages: {
      noColon: '"{value}" isn\'t a "name: value" line; strict senders ignore the whole policy.',
      equals: '"{name}" needs a colon, as in "{name}: …", not an equals sign.',
      space: "White space at the start of a line or before the colon isn't allowed.",
      name: '"{name}" isn\'t a policy field, so senders ignore it; did you mean "{expected}"?',
      bom: 'The file starts with a byte order mark instead of "version: STSv1".',
    },
  },
  'mtasts/policy-line-ending': {
    severity: 'hint',
    profile: 'strict',
    source: 'RFC 8461 §3.2',
    summary: 'Policy lines ending in LF instead of CRLF',
    messages: {
      lf: "Lines end in LF instead of CRLF, which RFC 8461 asks for but senders don't require.",
    },
  },
  'mtasts/policy-max-age': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8461 §3.2',
    summary: 'Missing, invalid or very short max_age',
    messages: {
      bad: '"{value}" isn\'t a number of seconds, so senders ignore the policy.',
      large: 'max_age is {value} seconds; the limit is 31557600 (a year).',
      small: 'max_age is {value} seconds, less than a day, which makes attacks easier.',
      missing: 'The policy has no "max_age: …" line, so senders ignore it.',
    },
  },
  'mtasts/policy-mode': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8461 §3.2',
    summary: 'Mode other than enforce, testing or none',
    messages: {
      bad: 'The mode is "{value}" instead of enforce, testing or none, so senders ignore the policy.',
      missing: 'The policy has no "mode: …" line, so senders ignore it.',
    },
  },
  'mtasts/policy-mx': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8461 §3.2',
    summary: 'Invalid or missing mx line',
    messages: {
      syntax: '"{value}" is neither a host name nor "*." and a domain, so no MX host matches it.',
      dot: '"{value}" ends in a dot, so some senders fail to match it.',
      list: '"{value}" matches nothing: each MX host needs its own line.',
      ip: '"{value}" is an address, but senders match MX hosts by name.',
      missing: 'The policy has no mx line, so with mode {mode} no MX host is valid.',
    },
  },
  'mtasts/policy-mx-unmatched': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 8461 §4.1',
    summary: "MX hosts and MTA-STS policy that don't match",
    messages: {
      enforce: "No mx line of the MTA-STS policy matches {host}, so senders with MTA-STS won't deliver to it.",
      testing: "No mx line of the MTA-STS policy matches {host}; senders won't deliver once the mode is enforce.",
      pattern: 'No MX record matches "{value}".',
    },
  },
  'mtasts/policy-unknown': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 8461 §3.2',
    summary: 'Unknown field',
    messages: {
      ignored: '"{name}" isn\'t a policy field, so senders ignore it.',
    },
  },
  'mtasts/policy-version': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8461 §3.2',
    summary: 'Missing or invalid "version: STSv1"',
    messages: {
      empty: 'The policy file is empty, so senders ignore it.',
      html: 'The policy file is a web page instead of a policy, so senders ignore it.',
      bad: 'The version is "{value}" instead of STSv1, so senders ignore the policy.',
      missing: 'The policy has no "version: STSv1" line, so senders ignore it.',
    },
  },
  'mtasts/tag-syntax': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8461 §3.1',
    summary: 'Malformed field list',
    messages: {
      noEquals: '"{value}" has no "=", so senders don\'t use MTA-STS.',
      gap: 'There\'s no ";" before {name}=, so senders don\'t use MTA-STS.',
      empty: "There's nothing between two semicolons, so senders don't use MTA-STS.",
      backslash: 'The published text has a backslash before ";" (it was escaped twice), so senders don\'t use MTA-STS.',
      octet: "The octet {value} isn't allowed, so senders don't use MTA-STS.",
      extension: '"{value}" breaks the grammar of the record, so senders don\'t use MTA-STS.',
    },
  },
  'mtasts/unknown-tag': {
    severity: 'information',
    fix: 'safe',
    source: 'RFC 8461 §3.2',
    summary: 'Unknown field',
    messages: {
      ignored: "{name}= isn't an MTA-STS field, so senders ignore it.",
      near: "{name}= isn't an MTA-STS field, so senders ignore it; did you mean {expected}=?",
    },
  },
  'mtasts/unrelated-txt': {
    severity: 'warning',
    source: 'RFC 8461 §3.1',
    summary: 'Unrelated TXT record at _mta-sts',
    messages: {
      unrelated: "This TXT record isn't an MTA-STS record, so senders discard it.",
    },
  },
  'mtasts/version': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8461 §3.1',
    summary: 'Missing or invalid v=STSv1',
    messages: {
      bad: 'The version is "{value}" instead of STSv1, so senders don\'t use MTA-STS.',
      missing: 'The record doesn\'t start with "v=STSv1;", so senders don\'t use MTA-STS.',
      space: 'There\'s white space around v=STSv1; senders discard records that don\'t start with exactly "v=STSv1;".',
    },
  },
  'mtasts/version-not-first': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8461 §3.1',
    summary: 'Misplaced version',
    messages: {
      notFirst: "v={value} isn't the first field, so senders don't use MTA-STS.",
    },
  },
});
