import { codes } from '../code.ts';

export const caaCodes = codes({
  'caa/contact-syntax': {
    severity: 'warning',
    fix: 'safe',
    source: 'CA/Browser Forum BR §B.1',
    summary: "CAA contact that isn't a mail address or phone number",
    messages: {
      url: 'contactemail has "mailto:" in front, so certificate authorities can\'t use the address for validation.',
      mail: '"{value}" isn\'t a mail address, so certificate authorities can\'t use it for validation.',
      phone:
        '"{value}" isn\'t a phone number in global form (like +15555551234), so certificate authorities can\'t use it for validation.',
    },
  },
  'caa/critical-unknown': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 8659 §4.1',
    summary: 'Unknown CAA tag marked as critical',
    messages: {
      blocked: 'Flag 128 makes certificate authorities refuse to issue, since none knows the tag {tag}.',
    },
  },
  'caa/deny-conflict': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 8659 §4.2',
    summary: 'CAA denial next to a record that allows an issuer',
    messages: {
      nothing: '{tag} ";" has no effect: another {tag} record of {name} allows {domain}.',
    },
  },
  'caa/duplicate': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 8659 §4.1',
    summary: 'CAA records with the same meaning',
    messages: {
      same: '{tag} "{value}" means the same as another record of {name}; case and white space don\'t count.',
    },
  },
  'caa/flags-odd': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 8659 §4.1',
    summary: 'CAA flags other than 0 and 128',
    messages: {
      odd: 'CAA flags of {flags} are meaningless: only 128 ("critical") is defined.',
    },
  },
  'caa/flags-range': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 8659 §4.1',
    summary: 'Invalid CAA flags',
    messages: {
      range: '"{value}" is out of range for {field} ({min} to {max}): BIND refuses the zone.',
      notNumber: '"{value}" isn\'t a number for {field} ({min} to {max}): BIND refuses the zone.',
    },
  },
  'caa/iodef-alone': {
    severity: 'hint',
    profile: 'strict',
    source: 'RFC 8659 §4.4',
    summary: 'CAA iodef without any restriction',
    messages: {
      alone: '{name} has an iodef record but no issue record, so nothing is refused or reported.',
    },
  },
  'caa/iodef-url': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 8659 §4.4',
    summary: "CAA iodef that isn't a mailto: or http: URL",
    messages: {
      mail: '"{value}" isn\'t a URL, so reports of refused requests are lost; write mailto:{value}.',
      scheme: '"{value}" isn\'t a mailto:, http: or https: URL, so reports of refused requests are lost.',
    },
  },
  'caa/issue-own-domain': {
    severity: 'warning',
    source: 'RFC 8659 §4.2',
    summary: "Zone's own domain as a CAA issuer",
    messages: {
      own: '{domain} is this zone itself, not a certificate authority, so certificate authorities refuse to issue.',
    },
  },
  'caa/issue-parameter': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 8657 §3',
    summary: 'Invalid parameter of a CAA issue property',
    messages: {
      name: "{name} isn't a known parameter, so it has no effect or issuance is refused; did you mean {near}?",
      account: '"{value}" isn\'t an account\'s URL, so no account matches and issuance is refused.',
      twice: 'accounturi occurs twice; no account satisfies both, so issuance is refused.',
      method: '"{method}" isn\'t a validation method, so no method matches; did you mean {near}?',
    },
  },
  'caa/issue-syntax': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 8659 §4.2',
    summary: "CAA issuer that isn't a certificate authority's domain",
    messages: {
      url: '"{value}" is a URL, not a certificate authority\'s domain, so certificate authorities refuse to issue.',
      displayName:
        '"{value}" is the name of a certificate authority, which looks for its domain, {issuer}, and refuses to issue.',
      several: '"{value}" lists several certificate authorities in one record, so all of them refuse to issue.',
      wildcard:
        '"{value}" isn\'t a certificate authority\'s domain; to allow wildcard certificates, use the tag issuewild.',
      domain: '"{value}" isn\'t a certificate authority\'s domain, so certificate authorities refuse to issue.',
      parameter: '"{parameter}" isn\'t a name=value parameter, so certificate authorities refuse to issue.',
    },
  },
  'caa/issue-unknown-ca': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 8659 §4.2',
    summary: 'CAA issuer that resembles a known certificate authority',
    messages: {
      near: "{domain} isn't a known certificate authority's domain, so the intended one refuses to issue; did you mean {near}?",
    },
  },
  'caa/issuewild-missing': {
    severity: 'hint',
    profile: 'all',
    source: 'RFC 8659 §4.3',
    summary: 'No CAA restriction on wildcard certificates',
    messages: {
      open: 'Without issuewild, issuers allowed for {name} may also issue certificates for *.{name}.',
    },
  },
  'caa/issuewild-without-issue': {
    severity: 'hint',
    profile: 'strict',
    source: 'RFC 8659 §4.3',
    summary: 'CAA restriction on wildcard certificates only',
    messages: {
      only: '{name} has issuewild but no issue record, so any certificate authority may issue for {name} itself.',
    },
  },
  'caa/tag-case': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 8659 §4.1',
    summary: 'Upper-case CAA tag',
    messages: {
      upper: '{tag} has upper-case letters, so NSD refuses the zone file.',
    },
  },
  'caa/tag-syntax': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 8659 §4.1',
    summary: 'Invalid CAA tag',
    messages: {
      character: '"{character}" can\'t be in the tag "{value}" (letters and digits only): BIND refuses the zone.',
      tooLong: 'This tag is {length} characters long, but at most 255 fit: BIND refuses the zone.',
    },
  },
  'caa/tag-unknown': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 8659 §4.1',
    summary: 'Unknown CAA tag',
    messages: {
      near: "{tag} isn't a known tag, so certificate authorities ignore this record; did you mean {near}?",
      unknown: "{tag} isn't a known tag, so certificate authorities ignore this record.",
    },
    severities: { unknown: 'information' },
  },
});
