import type { MailRules } from '../grammar/problem.ts';

/** What can be wrong with TLSA records (RFC 6698, RFC 7671, and RFC 7672 for SMTP). */
export const daneRules = {
  'tlsa/owner': {
    severity: 'warning',
    profile: 'recommended',
    source: 'RFC 6698 §3',
    summary: 'The owner is not _PORT._PROTOCOL.HOST.',
    messages: {
      plain: 'Clients ask for TLSA records at _PORT._PROTOCOL and a host, such as _25._tcp.mail.example.com; nobody asks at {owner}.',
      typo: '{owner} looks like the name of a TLSA record, but clients ask for {expected}. Rename the owner.',
      port: '“{value}” is no port number from 0 to 65535, so no client asks for this name.',
    },
    fix: 'safe',
  },
  'tlsa/wildcard-port': {
    severity: 'information',
    profile: 'recommended',
    source: 'RFC 6698 appendix A.2.1.3',
    summary: 'One TLSA record for every port.',
    messages: { wildcard: '{owner} answers for every port, also where another certificate or no TLS at all is used; clients that find it there refuse to connect. Name the ports.' },
  },
  'tlsa/usage': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6698 §2.1.1',
    summary: 'The certificate usage is none.',
    messages: {
      number: '“{value}” is no certificate usage; it is a number: 0, 1, 2 or 3.',
      unassigned: 'The certificate usage {value} is not assigned, so clients ignore the record; 0 to 3 exist.',
    },
    fix: 'safe',
  },
  'tlsa/selector': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6698 §2.1.2',
    summary: 'The selector is none.',
    messages: {
      number: '“{value}” is no selector; it is a number: 0 or 1.',
      unassigned: 'The selector {value} is not assigned, so clients ignore the record; 0 (certificate) and 1 (public key) exist.',
    },
    fix: 'safe',
  },
  'tlsa/matching': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6698 §2.1.3',
    summary: 'The matching type is none.',
    messages: {
      number: '“{value}” is no matching type; it is a number: 0, 1 or 2.',
      unassigned: 'The matching type {value} is not assigned, so clients ignore the record; 0 (whole), 1 (SHA-256) and 2 (SHA-512) exist.',
    },
    fix: 'safe',
  },
  'tlsa/fields': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6698 §2.2',
    summary: 'A field is missing.',
    messages: { missing: 'A TLSA record has usage, selector, matching type and data; {name} is missing.' },
  },
  'tlsa/hex': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6698 §2.2',
    summary: 'The data is not hexadecimal.',
    messages: {
      digit: '“{value}” is no hexadecimal digit, so servers refuse the zone.',
      odd: 'There is an odd number of hexadecimal digits: one is missing or too many.',
      colons: 'The digest has colons between its octets; write the digits alone.',
    },
    fix: 'safe',
  },
  'tlsa/digest-length': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6698 §2.1.3',
    summary: 'The length of the data does not fit the matching type.',
    messages: {
      length: 'Matching type {matching} ({name}) has {expected} octets, this data has {actual}. No certificate ever matches: clients that use DANE refuse to connect, or take the record for unusable and do not authenticate the host.',
      sha256: 'The data has 32 octets, which is a SHA-256 digest, but the matching type says {name}. No certificate ever matches.',
      sha512: 'The data has 64 octets, which is a SHA-512 digest, but the matching type says {name}. No certificate ever matches.',
      notDer: 'Matching type 0 needs the whole {what} in DER, but the data of {actual} octets is none. No certificate ever matches.',
    },
    fix: 'safe',
  },
  'tlsa/usage-pkix-smtp': {
    severity: 'warning',
    profile: 'recommended',
    source: 'RFC 7672 §3.1.3',
    summary: 'A usage that SMTP does not use.',
    messages: { pkix: 'Usage {usage} ({name}) is not used for SMTP: sending servers may treat the record as unusable, and then do not authenticate this host. Use 3 1 1, or 2 0 1 for a trust anchor.' },
    fix: 'unsafe',
  },
  'tlsa/matching-0': {
    severity: 'warning',
    profile: 'recommended',
    source: 'RFC 7671 §5.2.1 and §10.1',
    summary: 'The whole certificate is in the DNS.',
    messages: { full: 'The whole {what} ({octets} octets) is published. Answers become too large for UDP, and some clients cannot use it; a SHA-256 digest (matching type 1) does the same.' },
  },
  'tlsa/selector-advice': {
    severity: 'hint',
    profile: 'strict',
    source: 'RFC 7671 §5.1 and §5.2.1',
    summary: 'Another selector is easier to keep right.',
    messages: {
      endEntity: 'With 3 0 the record has to change with every renewal of the certificate. 3 1 1, the digest of the public key, stays as long as the key.',
      trustAnchor: 'With 2 1 only the key of the trust anchor counts and not the limits in its certificate. RFC 7671 recommends 2 0 1.',
    },
  },
  'tlsa/sha512-only': {
    severity: 'hint',
    profile: 'recommended',
    source: 'RFC 6698 §6',
    summary: 'SHA-512 only.',
    messages: { only: 'All records here use SHA-512. Clients have to know SHA-256 only, and those treat the records as unusable. Add one with matching type 1.' },
  },
  'tlsa/rollover-single': {
    severity: 'hint',
    profile: 'all',
    source: 'RFC 7671 §8.1',
    summary: 'There is no record for the next key.',
    messages: { single: 'There is one TLSA record only. Before the key changes, the record of the next key has to stand beside it for as long as caches keep the old one.' },
  },
  'tlsa/host-missing': {
    severity: 'warning',
    profile: 'recommended',
    source: 'RFC 6698 §3',
    summary: 'A TLSA record for a host without address.',
    messages: { missing: '{host} has no address record, so nobody connects to it and this TLSA record is never used.' },
  },
  'tlsa/not-mx': {
    severity: 'warning',
    profile: 'recommended',
    source: 'RFC 7672 §2.2.3',
    summary: 'A TLSA record for SMTP at a name that is no MX host.',
    messages: {
      domain: 'Sending servers look for TLSA records at the MX hosts, not at the domain; this one at {owner} is not used. Move it to {expected}.',
      host: '{host} is not the target of an MX record here, so no sending server asks for this TLSA record.',
    },
    fix: 'unsafe',
  },
  'tlsa/partial-mx': {
    severity: 'warning',
    profile: 'recommended',
    source: 'RFC 7672 §2.2.1',
    summary: 'Some MX hosts have TLSA records and others do not.',
    messages: { partial: '{with} has TLSA records but {without} has none: an attacker only has to make senders fall back to {without}.' },
  },
  'tlsa/mx-cname': {
    severity: 'warning',
    profile: 'recommended',
    source: 'RFC 7672 §2.2.3',
    summary: 'The MX host is an alias.',
    messages: { alias: 'The MX host {host} is an alias of {target}. Sending servers look for TLSA records at {target} first; publish them there, and let the MX record name that host.' },
  },
  'tlsa/unsigned-zone': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 6698 §4.1',
    summary: 'TLSA records in an unsigned zone.',
    messages: { unsigned: 'This zone has no DNSKEY records here. TLSA records count only where DNSSEC proves them; if the zone is not signed elsewhere, clients ignore them.' },
  },
} as const satisfies MailRules;

export type DaneCode = keyof typeof daneRules;
