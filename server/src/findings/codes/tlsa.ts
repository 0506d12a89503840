import { codes } from '../code.ts';

export const tlsaCodes = codes({
  'tlsa/digest-length': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 6698 §2.1.3',
    summary: "Data length that doesn't fit the matching type",
    messages: {
      length: 'The data has {actual} octets instead of {expected} ({name}), so no certificate ever matches.',
      sha256: '32 octets are a SHA-256 digest, but the matching type is {name}, so no certificate matches.',
      sha512: '64 octets are a SHA-512 digest, but the matching type is {name}, so no certificate matches.',
      notDer: "Matching type 0 requires a {what} in DER, which this isn't, so no certificate matches.",
    },
  },
  'tlsa/hex': {
    severity: 'error',
    bind: 'error',
    fix: 'safe',
    source: 'RFC 6698 §2.2',
    summary: 'Invalid hexadecimal in a TLSA record',
    messages: {
      character: '"{character}" in {field} isn\'t a hexadecimal digit: BIND refuses the zone.',
      odd: 'This is an odd number of hexadecimal digits ({count}): BIND refuses the zone.',
      digit: '"{value}" isn\'t a hexadecimal digit, so servers refuse the zone.',
      colons: 'The digest has colons between its octets; only the digits are allowed.',
    },
  },
  'tlsa/host-missing': {
    severity: 'warning',
    source: 'RFC 6698 §3',
    summary: 'TLSA record for a host without an address',
    messages: {
      missing: '{host} has no address record, so clients never connect to it and never use this TLSA record.',
    },
  },
  'tlsa/matching': {
    severity: 'error',
    source: 'RFC 6698 §2.1.3',
    summary: 'Unassigned matching type',
    messages: {
      number: '"{value}" isn\'t a matching type (0, 1 or 2).',
      unassigned: 'Matching type {value} is unassigned (valid: 0, 1 and 2), so clients ignore the record.',
    },
  },
  'tlsa/matching-0': {
    severity: 'warning',
    source: 'RFC 7671 §5.2.1 and §10.1',
    summary: 'Full certificate or key in the DNS',
    messages: {
      full: 'The full {what} is published ({octets} octets), so answers may not fit into UDP.',
    },
  },
  'tlsa/mx-cname': {
    severity: 'warning',
    source: 'RFC 7672 §2.2.3',
    summary: 'TLSA record at an aliased MX host',
    messages: {
      alias: 'The MX host {host} is an alias of {target}, where sending servers look for TLSA records first.',
    },
  },
  'tlsa/not-mx': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7672 §2.2.3',
    summary: "SMTP TLSA record at a name that isn't an MX host",
    messages: {
      domain: 'Sending servers query {expected}, so they never use this TLSA record at {owner}.',
      host: 'No MX record here points to {host}, so sending servers never use this TLSA record.',
    },
  },
  'tlsa/owner': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 6698 §3',
    summary: 'TLSA record at a name other than _PORT._PROTOCOL.HOST',
    messages: {
      plain: 'Clients query names like _25._tcp.mail.example.com for TLSA, never {owner}.',
      typo: 'Clients query {expected}, not {owner}, so they never see this TLSA record.',
      port: '"{value}" isn\'t a port number from 0 to 65535, so clients never query this name.',
    },
  },
  'tlsa/partial-mx': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7672 §2.2.1',
    summary: 'TLSA records at only some of the MX hosts',
    messages: {
      partial: "{with} has TLSA records but {without} doesn't, so attackers just make senders fall back to {without}.",
    },
  },
  'tlsa/rollover-single': {
    severity: 'hint',
    profile: 'all',
    source: 'RFC 7671 §8.1',
    summary: 'Only one TLSA record, none for the next key',
    messages: {
      single: "There's only one TLSA record, so a key change breaks DANE until caches expire.",
    },
  },
  'tlsa/selector': {
    severity: 'error',
    source: 'RFC 6698 §2.1.2',
    summary: 'Unassigned selector',
    messages: {
      number: '"{value}" isn\'t a selector (0 or 1).',
      unassigned: 'Selector {value} is unassigned (valid: 0 and 1), so clients ignore the record.',
    },
  },
  'tlsa/selector-advice': {
    severity: 'hint',
    profile: 'strict',
    source: 'RFC 7671 §5.1 and §5.2.1',
    summary: 'Hard-to-maintain selector',
    messages: {
      endEntity: 'With 3 0 the record changes with every certificate renewal; with 3 1 1, only with the key.',
      trustAnchor:
        "With 2 1 clients ignore the constraints in the trust anchor's certificate; RFC 7671 recommends 2 0 1.",
    },
  },
  'tlsa/sha512-only': {
    severity: 'hint',
    source: 'RFC 6698 §6',
    summary: 'SHA-512 as the only matching type',
    messages: {
      only: "All TLSA records here use SHA-512; clients that only support SHA-256 can't use them.",
    },
  },
  'tlsa/unsigned-zone': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 6698 §4.1',
    summary: 'TLSA records in an unsigned zone',
    messages: {
      unsigned: "This zone has no DNSKEY records; unless it's signed elsewhere, clients ignore its TLSA records.",
    },
  },
  'tlsa/usage': {
    severity: 'error',
    source: 'RFC 6698 §2.1.1',
    summary: 'Unassigned certificate usage',
    messages: {
      number: '"{value}" isn\'t a certificate usage (0 to 3).',
      unassigned: 'Certificate usage {value} is unassigned (valid: 0 to 3), so clients ignore the record.',
    },
  },
  'tlsa/usage-pkix-smtp': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7672 §3.1.3',
    summary: "TLSA usage that SMTP doesn't support",
    messages: {
      pkix: "SMTP doesn't support usage {usage} ({name}): sending servers may not authenticate this host.",
    },
  },
  'tlsa/wildcard-port': {
    severity: 'information',
    source: 'RFC 6698 appendix A.2.1.3',
    summary: 'TLSA record for every port',
    messages: {
      wildcard:
        '{owner} answers for every port; clients refuse to connect where a port uses a different certificate or no TLS.',
    },
  },
});
