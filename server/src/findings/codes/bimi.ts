import { codes } from '../code.ts';

export const bimiCodes = codes({
  'bimi/a-https': {
    severity: 'error',
    fix: 'safe',
    source: 'draft-brand-indicators-for-message-identification',
    summary: 'Certificate without a valid https: address',
    messages: {
      scheme: '"{value}" isn\'t an https: address, so receivers show no logo.',
      host: '"{value}" names no host, so receivers show no logo.',
      space: 'The address contains white space, so receivers show no logo.',
      self: '"{value}" isn\'t an address; without a certificate, leave a= empty.',
    },
  },
  'bimi/avp': {
    severity: 'warning',
    fix: 'safe',
    source: 'draft-brand-indicators-for-message-identification',
    summary: 'Avatar preference other than brand or personal',
    messages: {
      value: '"{value}" is neither brand nor personal, so receivers use brand or reject the record.',
    },
  },
  'bimi/dmarc-weak': {
    severity: 'warning',
    source: 'draft-brand-indicators-for-message-identification',
    summary: 'DMARC policy too weak for BIMI',
    messages: {
      missing: "There's no DMARC record, but receivers show a logo only with quarantine or reject.",
      policy: 'The DMARC record has {name}={policy}, but receivers show a logo only with quarantine or reject.',
      pct: 'The DMARC record has pct={value}; receivers that still honor pct= show no logo.',
      testing: 'The DMARC record is in test mode (t=y), so receivers show no logo.',
    },
  },
  'bimi/duplicate-tag': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 6376 §3.2',
    summary: 'Duplicate tag',
    messages: {
      duplicate: '{name}= occurs more than once, so receivers show no logo.',
    },
  },
  'bimi/l-empty-decline': {
    severity: 'information',
    profile: 'strict',
    source: 'draft-brand-indicators-for-message-identification',
    summary: 'BIMI declined by an empty l=',
    messages: {
      declines: "l= is empty: the domain declares that it doesn't want a logo shown.",
      evidenceOnly: "l= is empty but a= isn't: the certificate is useless without a logo.",
    },
  },
  'bimi/l-https-svg': {
    severity: 'error',
    fix: 'safe',
    source: 'draft-brand-indicators-for-message-identification',
    summary: "Logo that isn't an SVG at an https: address",
    messages: {
      scheme: '"{value}" isn\'t an https: address, so receivers show no logo.',
      svg: '"{value}" doesn\'t end in .svg or .svgz, so receivers show no logo.',
      host: '"{value}" names no host, so receivers show no logo.',
      several: 'l= lists several addresses, so receivers show no logo; a comma inside an address is %2C.',
      space: 'The address contains white space, so receivers show no logo.',
    },
  },
  'bimi/l-missing': {
    severity: 'error',
    source: 'draft-brand-indicators-for-message-identification',
    summary: 'Missing l= tag',
    messages: {
      missing: "The record has no l= with a logo's address, so receivers show no logo.",
    },
  },
  'bimi/location': {
    severity: 'error',
    fix: 'safe',
    source: 'draft-brand-indicators-for-message-identification',
    summary: "BIMI record at a name that receivers don't query",
    messages: {
      misplaced: 'Receivers query {expected}, not {owner}, so they never see this BIMI record.',
      typo: 'Receivers query {expected}, not {owner}, so they never see this BIMI record.',
    },
  },
  'bimi/lps': {
    severity: 'warning',
    fix: 'safe',
    source: 'draft-brand-indicators-for-message-identification',
    summary: 'Invalid local-part prefix',
    messages: {
      characters: 'The prefix "{value}" never matches: it may contain only letters, digits and "-".',
      length: 'The prefix has {length} characters; the limit is 63.',
      empty: "There's nothing between two commas.",
    },
  },
  'bimi/multiple': {
    severity: 'error',
    fix: 'unsafe',
    source: 'draft-brand-indicators-for-message-identification',
    summary: 'Several BIMI records at one selector',
    messages: {
      several: 'This name has {count} BIMI records, so receivers show no logo.',
    },
  },
  'bimi/no-vmc': {
    severity: 'information',
    profile: 'strict',
    source: 'practice',
    summary: 'BIMI record without a mark certificate',
    messages: {
      noEvidence: 'Without a mark certificate (VMC or CMC) in a=, Gmail, Apple Mail and others show no logo.',
    },
  },
  'bimi/tag-syntax': {
    severity: 'error',
    fix: 'safe',
    source: 'draft-brand-indicators-for-message-identification',
    summary: 'Malformed tag list',
    messages: {
      noEquals: '"{value}" has no "=", so receivers show no logo.',
      gap: 'There\'s no ";" before {name}=, so receivers read it as part of {tag}= and show no logo.',
      empty: "There's nothing between two semicolons, so receivers show no logo.",
      backslash: 'The published text has a backslash before ";" (it was escaped twice), so receivers show no logo.',
      octet: "The octet {value} isn't allowed, so receivers show no logo.",
    },
  },
  'bimi/unknown-tag': {
    severity: 'information',
    fix: 'safe',
    source: 'draft-brand-indicators-for-message-identification',
    summary: 'Unknown tag',
    messages: {
      ignored: "{name}= isn't a BIMI tag, so receivers ignore it.",
      near: "{name}= isn't a BIMI tag, so receivers ignore it; did you mean {expected}=?",
    },
  },
  'bimi/unrelated': {
    severity: 'warning',
    source: 'draft-brand-indicators-for-message-identification',
    summary: 'Unrelated TXT record under _bimi',
    messages: {
      unrelated: "This TXT record isn't a BIMI record, so receivers discard it.",
    },
  },
  'bimi/version': {
    severity: 'error',
    fix: 'safe',
    source: 'draft-brand-indicators-for-message-identification',
    summary: 'Missing or invalid v=BIMI1',
    messages: {
      bad: 'The version is "{value}" instead of BIMI1 (in capitals), so receivers show no logo.',
      missing: "The record doesn't start with v=BIMI1, so receivers show no logo.",
      notFirst: "v={value} isn't the first tag, so receivers show no logo.",
      leading: '"{value}" precedes v=BIMI1, so receivers show no logo.',
    },
  },
});
