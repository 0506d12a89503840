import type { MailRules } from '../grammar/problem.ts';

const draft = 'draft-brand-indicators-for-message-identification';
const lost = 'so no logo is shown';

/** What can be wrong with a BIMI assertion record (draft-brand-indicators-for-message-identification, “Assertion Record Definition”). */
export const bimiRules = {
  'bimi/location': {
    severity: 'error',
    profile: 'recommended',
    source: draft,
    summary: 'A BIMI record stands at a name where no receiver asks for it.',
    messages: {
      misplaced: 'This is a BIMI record, but it stands at {owner}. Receivers ask for {expected}. Move it there.',
      typo: '{owner} looks like the name of a BIMI record, but receivers ask for {expected}. Rename the owner.',
    },
    fix: 'safe',
  },
  'bimi/multiple': {
    severity: 'error',
    profile: 'recommended',
    source: draft,
    summary: 'More than one BIMI record at one selector.',
    messages: { several: `There are {count} BIMI records at this name; receivers then take none, ${lost}. Keep one.` },
    fix: 'unsafe',
  },
  'bimi/unrelated': {
    severity: 'warning',
    profile: 'recommended',
    source: draft,
    summary: 'A TXT record below _bimi that is no BIMI record.',
    messages: { unrelated: 'This TXT record is no BIMI record; receivers discard it. Move it to the name where it belongs.' },
  },
  'bimi/dmarc-weak': {
    severity: 'warning',
    profile: 'recommended',
    source: draft,
    summary: 'The DMARC policy is too weak for BIMI.',
    messages: {
      missing: 'BIMI needs a DMARC policy of quarantine or reject, but there is no DMARC record, so no logo is shown.',
      policy: 'BIMI needs a DMARC policy of quarantine or reject, but {name}={policy} stands in the DMARC record, so no logo is shown.',
      pct: 'BIMI needs the DMARC policy for all mail, but pct={value} stands in the DMARC record, so receivers that still read it show no logo.',
      testing: 'BIMI needs the DMARC policy in force, but the DMARC record is in test mode (t=y), so no logo is shown.',
    },
  },
  'bimi/no-vmc': {
    severity: 'information',
    profile: 'strict',
    source: 'practice',
    summary: 'There is no certificate for the logo.',
    messages: { noEvidence: 'Without a= and a mark certificate (VMC or CMC), Gmail, Apple Mail and others show no logo.' },
  },
  'bimi/version': {
    severity: 'error',
    profile: 'recommended',
    source: draft,
    summary: 'The record does not begin with v=BIMI1.',
    messages: {
      bad: `The version is “{value}”, but it has to be BIMI1, in capitals; receivers ignore the record, ${lost}.`,
      missing: `The record does not begin with v=BIMI1; receivers ignore it, ${lost}.`,
      notFirst: `v={value} is not first; receivers ignore the record, ${lost}. Move it to the front.`,
      leading: `“{value}” stands before v=BIMI1; receivers ignore the record, ${lost}.`,
    },
    fix: 'safe',
  },
  'bimi/l-missing': {
    severity: 'error',
    profile: 'recommended',
    source: draft,
    summary: 'There is no l=.',
    messages: { missing: `The record has no l= with the place of the logo, ${lost}. To decline, write “v=BIMI1; l=; a=;”.` },
  },
  'bimi/l-https-svg': {
    severity: 'error',
    profile: 'recommended',
    source: draft,
    summary: 'The logo is no SVG at an https: address.',
    messages: {
      scheme: `“{value}” is no https: address, ${lost}.`,
      svg: `“{value}” does not end in .svg or .svgz; other formats are an error, ${lost}.`,
      host: `“{value}” names no host, ${lost}.`,
      several: `There is more than one address, but l= takes one. A comma inside an address is written %2C, ${lost}.`,
      space: `There is white space inside the address, ${lost}.`,
    },
    fix: 'safe',
  },
  'bimi/l-empty-decline': {
    severity: 'information',
    profile: 'strict',
    source: draft,
    summary: 'The domain declines to show a logo.',
    messages: {
      declines: 'l= is empty: with this record the domain says that it wants no logo to be shown.',
      evidenceOnly: 'l= is empty but a= is not: without a logo the certificate is of no use.',
    },
  },
  'bimi/a-https': {
    severity: 'error',
    profile: 'recommended',
    source: draft,
    summary: 'The certificate is not at an https: address.',
    messages: {
      scheme: `“{value}” is no https: address, ${lost}.`,
      host: `“{value}” names no host, ${lost}.`,
      space: `There is white space inside the address, ${lost}.`,
      self: '“{value}” is no address. Without a certificate leave a= empty.',
    },
    fix: 'safe',
  },
  'bimi/avp': {
    severity: 'warning',
    profile: 'recommended',
    source: draft,
    summary: 'The avatar preference is neither brand nor personal.',
    messages: { value: '“{value}” is neither brand nor personal; receivers take brand, or fail the record.' },
    fix: 'safe',
  },
  'bimi/lps': {
    severity: 'warning',
    profile: 'recommended',
    source: draft,
    summary: 'A local-part prefix is no prefix.',
    messages: {
      characters: 'The prefix “{value}” may only have letters, digits and “-”; receivers compare it with the normalized local part, where “.” and “_” have become “-”.',
      length: 'The prefix has {length} characters; 63 are allowed.',
      empty: 'There is nothing between two commas.',
    },
    fix: 'safe',
  },
  'bimi/unknown-tag': {
    severity: 'information',
    profile: 'recommended',
    source: draft,
    summary: 'Unknown tag.',
    messages: { ignored: '{name}= is no tag of a BIMI record, so receivers ignore it.', near: '{name}= is no tag of a BIMI record and is ignored; {expected}= is meant.' },
    fix: 'safe',
  },
  'bimi/duplicate-tag': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6376 §3.2',
    summary: 'A tag occurs twice.',
    messages: { duplicate: `The tag {name}= occurs more than once, which makes the record invalid, ${lost}.` },
    fix: 'unsafe',
  },
  'bimi/tag-syntax': {
    severity: 'error',
    profile: 'recommended',
    source: draft,
    summary: 'The record is not a list of tag=value; tag=value.',
    messages: {
      noEquals: `“{value}” has no “=”; receivers must not repair a record, ${lost}.`,
      gap: `There is no “;” before {name}=, so it is read as part of {tag}=, ${lost}.`,
      empty: `There is nothing between two “;”; receivers must not repair a record, ${lost}.`,
      backslash: `There is a backslash before “;” in the published text: the semicolon was escaped twice, ${lost}.`,
      octet: `The octet {value} is not allowed; receivers must not repair a record, ${lost}.`,
    },
    fix: 'safe',
  },
} as const satisfies MailRules;

export type BimiCode = keyof typeof bimiRules;
