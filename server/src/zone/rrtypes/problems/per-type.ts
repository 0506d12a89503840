import { base64Rule, euiRule, gatewayRule, hexRule, lengthRule, numberRule, REFUSED } from './rule-rows.ts';
import type { RdataRule } from './rule-rows.ts';

/** What can be wrong with the data of one type, or of a few that share a field. */
export const perTypeRules: Readonly<Record<string, RdataRule>> = {
  'a/bad': {
    severity: 'error', source: 'RFC 1035 §3.4.1', summary: 'Invalid IPv4 address',
    messages: {
      notAddress: `"{value}" isn't an IPv4 address: ${REFUSED}`,
      isName: `"{value}" is a name, but the {field} must be an IPv4 address: ${REFUSED}`,
      octetRange: `{octet} in "{value}" is over 255: ${REFUSED}`,
      tooMany: `"{value}" has {count} numbers, but an IPv4 address has four: ${REFUSED}`,
    },
  },
  'a/short': {
    severity: 'error', source: 'RFC 1035 §3.4.1', summary: 'IPv4 address with fewer than four numbers',
    messages: { short: `"{value}" has only {count} of an IPv4 address's four numbers: ${REFUSED}` },
  },
  'a/leading-zero': {
    severity: 'error', source: 'RFC 1035 §3.4.1', summary: 'IPv4 address with a leading zero',
    messages: { leadingZero: `{octet} in "{value}" starts with 0, which some programs read as octal. ${REFUSED}` },
  },
  'a/is-v6': {
    severity: 'error', source: 'RFC 3596 §2.1', summary: 'IPv6 address where an IPv4 address belongs',
    messages: { isV6: `{value} is an IPv6 address, which needs an AAAA record. ${REFUSED}` },
  },
  'aaaa/bad': {
    severity: 'error', source: 'RFC 4291 §2.2', summary: 'Invalid IPv6 address',
    messages: {
      notAddress: `"{value}" isn't an IPv6 address: ${REFUSED}`,
      groups: `"{value}" isn't an IPv6 address of eight groups, or with "::" for zeros: ${REFUSED}`,
      twoGaps: `"{value}" has "::" twice, so its zeros are ambiguous: ${REFUSED}`,
      character: `"{character}" in "{value}" can't be in an IPv6 address: ${REFUSED}`,
      zone: `"{value}" has a zone ID ("%…"), which names one machine's interface: ${REFUSED}`,
      prefix: `"{value}" has a prefix length, but an AAAA record holds one address: ${REFUSED}`,
    },
  },
  'aaaa/is-v4': {
    severity: 'error', source: 'RFC 3596 §2.1', summary: 'IPv4 address where an IPv6 address belongs',
    messages: { isV4: `{value} is an IPv4 address, which needs an A record. ${REFUSED}` },
  },
  'soa/serial-range': numberRule('RFC 1035 §3.3.13', 'Invalid SOA serial'),
  'mx/pref-range': numberRule('RFC 1035 §3.3.9', 'Invalid MX preference'),
  'srv/priority-range': numberRule('RFC 2782', 'Invalid SRV priority'),
  'srv/weight-range': numberRule('RFC 2782', 'Invalid SRV weight'),
  'srv/port-range': numberRule('RFC 2782', 'Invalid SRV port'),
  'caa/flags-range': numberRule('RFC 8659 §4.1', 'Invalid CAA flags'),
  'caa/tag-syntax': {
    severity: 'error', source: 'RFC 8659 §4.1', summary: 'Invalid CAA tag',
    messages: {
      character: `"{character}" can't be in the tag "{value}" (letters and digits only): ${REFUSED}`,
      tooLong: `This tag is {length} characters long, but at most 255 fit: ${REFUSED}`,
    },
  },
  'txt/string-over-255': {
    severity: 'error', source: 'RFC 1035 §3.3', summary: 'String over 255 octets',
    messages: { tooLong: `This string is {length} octets long, but at most 255 fit into one: ${REFUSED}` },
  },
  'dnskey/b64': base64Rule('RFC 4034 §2.2', 'Invalid base64 in a DNSKEY record'),
  'openpgpkey/base64': base64Rule('RFC 7929 §2.3', 'Invalid base64 in an OPENPGPKEY record'),
  'tlsa/hex': hexRule('RFC 6698 §2.2', 'Invalid hexadecimal in a TLSA record'),
  'sshfp/hex': hexRule('RFC 4255 §3.2', 'Invalid hexadecimal in an SSHFP record'),
  'ds/digest-length': lengthRule('RFC 4034 §5.1.4', 'DS digest of the wrong length'),
  'sshfp/length': lengthRule('RFC 4255 §3.1.3', 'SSHFP fingerprint of the wrong length'),
  'zonemd/len': {
    severity: 'error', source: 'RFC 8976 §2.2.4', summary: 'ZONEMD digest of the wrong length',
    messages: {
      length: `This digest is {actual} octets long instead of {expected}: ${REFUSED}`,
      short: `This digest is {actual} octets long, but at least {shortest} are required: ${REFUSED}`,
    },
  },
  'nsec3param/salt': {
    severity: 'error', source: 'RFC 5155 §3.3', summary: 'Invalid salt',
    messages: {
      character: `"{character}" can't be in a salt (hexadecimal in one piece, or "-"): ${REFUSED}`,
      odd: `This is an odd number of hexadecimal digits ({count}): ${REFUSED}`,
      tooLong: `This salt is {length} octets long, but at most 255 fit: ${REFUSED}`,
    },
  },
  'nsec3/owner-b32': {
    severity: 'error', source: 'RFC 5155 §3.3', summary: 'Invalid base32hex in a hash',
    messages: {
      character: `"{character}" isn't a base32hex digit (0 to 9, A to V): ${REFUSED}`,
      bits: `"{value}" is cut off or mistyped, as it doesn't end on a whole octet: ${REFUSED}`,
    },
  },
  'nsec3/length': {
    severity: 'error', source: 'RFC 5155 §3.1.6', summary: 'Hash of the wrong length',
    messages: { length: `"{value}" is {actual} octets long instead of {expected}: ${REFUSED}` },
  },
  'rrsig/time': {
    severity: 'error', source: 'RFC 4034 §3.2', summary: 'Invalid signature time',
    messages: {
      notTime: `"{value}" isn't a time (YYYYMMDDHHmmSS or seconds): ${REFUSED}`,
      range: `"{value}" isn't an existing date and time: ${REFUSED}`,
    },
  },
  'rrsig/labels': {
    severity: 'error', source: 'RFC 4034 §3.1.3', summary: 'Signature with fewer labels than its signer',
    messages: { signer: `{labels} labels are fewer than the signer's {signerLabels}, so the signed name can't be in its zone. ${REFUSED}` },
  },
  'loc/range': {
    severity: 'error', source: 'RFC 1876 §3', summary: 'Value out of range in a LOC record',
    messages: {
      range: `"{value}" is too large for {unit} (at most {max}): ${REFUSED}`,
      beyond: `"{value}" puts the position beyond {most} degrees: ${REFUSED}`,
      altitude: `"{value}" isn't between -100000 m and 42849672.95 m: ${REFUSED}`,
      precision: `"{value}" is over 90000000 m: ${REFUSED}`,
    },
  },
  'loc/syntax': {
    severity: 'error', source: 'RFC 1876 §3', summary: 'Invalid LOC record',
    messages: {
      number: `"{value}" isn't a number of {unit}: ${REFUSED}`,
      numberOrDirection: `"{value}" is neither {plus}, {minus} nor a number of {unit}: ${REFUSED}`,
      direction: `"{value}" is where {plus} or {minus} belongs: ${REFUSED}`,
      metres: `"{value}" isn't a length in meters, such as 10m or 10.50m: ${REFUSED}`,
    },
  },
  'apl/syntax': {
    severity: 'error', source: 'RFC 3123 §5', summary: 'Invalid APL item',
    messages: {
      family: `"{value}" doesn't start with a family (1: for IPv4, 2: for IPv6): ${REFUSED}`,
      slash: `"{value}" has no "/" with a prefix length: ${REFUSED}`,
      prefix: `"{value}" has no prefix length from 0 to {longest}: ${REFUSED}`,
      ipv4: `"{value}" contains no IPv4 address: ${REFUSED}`,
      ipv6: `"{value}" contains no IPv6 address: ${REFUSED}`,
    },
  },
  'eui48/format': euiRule('RFC 7043 §3.2', 48),
  'eui64/format': euiRule('RFC 7043 §4.2', 64),
  'nid/syntax': {
    severity: 'error', source: 'RFC 6742 §2.1.2', summary: 'Invalid 64-bit value in NID or L64',
    messages: { groups: `"{value}" isn't four groups of hexadecimal digits joined by ":": ${REFUSED}` },
  },
  'nsap/format': {
    severity: 'error', source: 'RFC 1706 §7', summary: 'Invalid NSAP address',
    messages: {
      prefix: `"{value}" doesn't start with 0x: ${REFUSED}`,
      character: `"{value}" has something other than hexadecimal digits and dots after 0x: ${REFUSED}`,
      odd: `"{value}" has an odd number of hexadecimal digits ({count}): ${REFUSED}`,
    },
  },
  'atma/format': {
    severity: 'error', source: 'ATM Forum af-dans-0152.000 §4', summary: 'Invalid ATM address',
    messages: {
      dots: `"{value}" is empty, or has a leading, trailing or double dot: ${REFUSED}`,
      number: `"{value}" has something other than digits and dots after "+": ${REFUSED}`,
      hex: `"{value}" has something other than hexadecimal digits and dots: ${REFUSED}`,
      odd: `"{value}" has an odd number of hexadecimal digits ({count}): ${REFUSED}`,
    },
  },
  'x25/format': {
    severity: 'error', source: 'RFC 1183 §3.1', summary: 'Invalid X.121 address',
    messages: { digits: `"{value}" isn't an X.121 address of four or more digits: ${REFUSED}` },
  },
  'wks/service': {
    severity: 'error', source: 'RFC 1035 §3.4.2', summary: 'Unknown service in a WKS record',
    messages: { unknown: `"{value}" isn't a well-known service of this protocol: ${REFUSED}` },
  },
  'hip/format': {
    severity: 'error', source: 'RFC 8005 §5', summary: 'Oversized part of a HIP record',
    messages: {
      tagTooLong: `This tag is {length} octets long, but at most 255 fit: ${REFUSED}`,
      keyTooLong: `This key is {length} octets long, but at most 65535 fit: ${REFUSED}`,
    },
  },
  'ipseckey/gateway-type': gatewayRule('RFC 4025 §2.3', 'gateway'),
  'amtrelay/relay-type': gatewayRule('RFC 8777 §4.2.3', 'relay', { unknownType: `Relay type {type} is unknown, so its relay can only be written as octets (RFC 3597). ${REFUSED}` }),
  'naptr/regexp-syntax': {
    severity: 'error', source: 'RFC 3402 §3.2', summary: 'Invalid NAPTR substitution',
    messages: {
      delimiter: `"{delimiter}" can't delimit the parts of "{value}": ${REFUSED}`,
      unfinished: `"{value}" doesn't contain "{delimiter}" three times: ${REFUSED}`,
      tooMany: `"{value}" contains "{delimiter}" more than three times: ${REFUSED}`,
      flag: `"{value}" has something other than the flag i after its last "{delimiter}": ${REFUSED}`,
      escape: `"{value}" ends in a backslash or contains a NUL: ${REFUSED}`,
      backReference: `"{value}" refers to a group that its expression doesn't have: ${REFUSED}`,
      expression: `The expression in "{value}" isn't a POSIX extended regular expression: ${REFUSED}`,
    },
  },
};
