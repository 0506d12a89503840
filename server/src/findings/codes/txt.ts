import { codes } from '../code.ts';

export const txtCodes = codes({
  'txt/double-quoted': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 1035 §5.1',
    summary: 'Text in doubled quotation marks',
    messages: {
      mail: 'Doubled quotation marks leave this text unquoted, so mail servers read "{joined}".',
      words: 'Doubled quotation marks leave this text unquoted, so the published text is "{joined}".',
    },
    severities: { mail: 'error' },
  },
  'txt/empty': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 1035 §3.3.14',
    summary: 'Empty TXT record',
    messages: {
      empty: 'This TXT record has an empty text.',
    },
  },
  'txt/empty-tag': {
    severity: 'hint',
    profile: 'strict',
    fix: 'unsafe',
    source: 'practice',
    summary: 'Empty tag between two semicolons',
    messages: {
      empty: "There's nothing between two semicolons, and some programs reject the whole list.",
    },
  },
  'txt/escaped-letter': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 1035 §5.1',
    summary: 'Programming-language escape in a text',
    messages: {
      letter: "\\{letter} isn't a {meant} in a zone file: the server publishes just the letter {letter}.",
    },
  },
  'txt/escaped-quote-inside': {
    severity: 'information',
    fix: 'safe',
    source: 'RFC 1035 §5.1',
    summary: 'Quotation marks published as part of a text',
    messages: {
      mail: "The {mark} around this text are part of it, so mail servers don't recognize the record.",
      words: 'The {mark} around this text are part of it, so programs that compare it find no match.',
    },
    severities: { mail: 'error' },
  },
  'txt/header-word': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1035 §5.1',
    summary: 'Class or TTL after the type TXT',
    messages: {
      published: '{word} follows {type}, so servers publish it as part of the text: "{joined}".',
    },
  },
  'txt/html-entity': {
    severity: 'information',
    fix: 'unsafe',
    source: 'practice',
    summary: 'HTML entity in a text',
    messages: {
      entity: "{entity} means {character} only in HTML; here it's published as is.",
    },
  },
  'txt/label-value': {
    severity: 'information',
    source: 'RFC 8555 §8.4',
    summary: 'Unexpected text at a label of ACME, DNSLink or Bluesky',
    messages: {
      acme: 'This isn\'t an ACME challenge (43 letters, digits, "-" and "_"), so certificate authorities refuse the certificate.',
      dnslink: "This isn't a DNSLink such as dnslink=/ipfs/…, so clients ignore it.",
      atproto: "This isn't a Bluesky identity such as did=did:plc:…, so the handle isn't verified.",
    },
  },
  'txt/leading-trailing-space': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'practice',
    summary: 'Space at the start or end of a text',
    messages: {
      leading: 'The text starts with a space, so programs that compare it find no match.',
      trailing: 'The text ends with a space, so programs that compare it find no match.',
    },
  },
  'txt/owner-in-value': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §4.5',
    summary: 'Zone file line inside a TXT value',
    messages: {
      line: '"{found}" belongs before the value, not inside it, so receivers see no SPF here.',
    },
  },
  'txt/private-key': {
    severity: 'warning',
    source: 'RFC 6781 §3.4.3',
    summary: 'Private key in a TXT record',
    messages: {
      pem: 'This is a private key: anyone can look it up here and sign in your name.',
    },
  },
  'txt/published-backslash': {
    severity: 'hint',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 1035 §5.1',
    summary: 'Published backslash before a semicolon',
    messages: {
      twice: 'The published text has a backslash before ";" (it was escaped twice), which corrupts the value.',
    },
  },
  'txt/string-over-255': {
    severity: 'error',
    bind: 'error',
    fix: 'safe',
    source: 'RFC 1035 §3.3',
    summary: 'String over 255 octets',
    messages: {
      tooLong: 'This string is {length} octets long, but at most 255 fit into one: BIND refuses the zone.',
    },
  },
  'txt/unquoted-multiword': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 1035 §5.1',
    summary: 'Unquoted text of several words',
    messages: {
      mail: 'Unquoted words are separate strings, which mail servers join without spaces: "{joined}".',
      words: 'Unquoted words are separate strings, which most programs join without spaces: "{joined}".',
    },
    severities: { mail: 'error' },
  },
  'txt/unquoted-semicolon': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 1035 §5.1',
    summary: 'Unquoted text cut off by a semicolon',
    messages: {
      cut: 'An unquoted semicolon starts a comment: "{lost}" is lost, and only "{kept}" is published.',
    },
  },
});
