import { base64Rule, euiRule, gatewayRule, hexRule, lengthRule, numberRule, REFUSED } from './rule-rows.ts';
import type { RdataRule } from './rule-rows.ts';

/** What can be wrong with the data of one type, or of a few that share a field. */
export const perTypeRules: Readonly<Record<string, RdataRule>> = {
  'a/bad': {
    severity: 'error', source: 'RFC 1035 §3.4.1', summary: 'Something else where an IPv4 address belongs.',
    messages: {
      notAddress: `"{value}" is not an IPv4 address. ${REFUSED}`,
      isName: `"{value}" is a name, but {field} is an IPv4 address; to point to a name, use CNAME. ${REFUSED}`,
      octetRange: `{octet} in "{value}" is over 255, so this is not an IPv4 address. ${REFUSED}`,
      tooMany: `"{value}" has {count} numbers; an IPv4 address has four. ${REFUSED}`,
    },
  },
  'a/short': {
    severity: 'error', source: 'RFC 1035 §3.4.1', summary: 'An IPv4 address with fewer than four numbers.',
    messages: { short: `"{value}" has {count} of the four numbers of an IPv4 address. ${REFUSED}` },
  },
  'a/leading-zero': {
    severity: 'error', source: 'RFC 1035 §3.4.1', summary: 'An IPv4 address with a number that begins with 0.',
    messages: { leadingZero: `{octet} in "{value}" begins with 0, which some programs read as octal. ${REFUSED}` },
  },
  'a/is-v6': {
    severity: 'error', source: 'RFC 3596 §2.1', summary: 'An IPv6 address where an IPv4 address belongs.',
    messages: { isV6: `{value} is an IPv6 address; it needs an AAAA record. ${REFUSED}` },
  },
  'aaaa/bad': {
    severity: 'error', source: 'RFC 4291 §2.2', summary: 'Something else where an IPv6 address belongs.',
    messages: {
      notAddress: `"{value}" is not an IPv6 address. ${REFUSED}`,
      groups: `"{value}" is not an IPv6 address: it needs eight groups of up to four hexadecimal digits, or "::" once in place of zeros. ${REFUSED}`,
      twoGaps: `"{value}" has "::" twice; how many zeros each stands for is then open. ${REFUSED}`,
      character: `"{character}" in "{value}" cannot stand in an IPv6 address. ${REFUSED}`,
      zone: `"{value}" has a zone id ("%…"), which names an interface of one machine and cannot be published. ${REFUSED}`,
      prefix: `"{value}" has a prefix length; an AAAA record is one address. ${REFUSED}`,
    },
  },
  'aaaa/is-v4': {
    severity: 'error', source: 'RFC 3596 §2.1', summary: 'An IPv4 address where an IPv6 address belongs.',
    messages: { isV4: `{value} is an IPv4 address; it needs an A record. ${REFUSED}` },
  },
  'soa/serial-range': numberRule('RFC 1035 §3.3.13', 'A serial that is no number of 32 bits.'),
  'mx/pref-range': numberRule('RFC 1035 §3.3.9', 'A preference that is no number from 0 to 65535.'),
  'srv/priority-range': numberRule('RFC 2782', 'A priority that is no number from 0 to 65535.'),
  'srv/weight-range': numberRule('RFC 2782', 'A weight that is no number from 0 to 65535.'),
  'srv/port-range': numberRule('RFC 2782', 'A port that is no number from 0 to 65535.'),
  'caa/flags-range': numberRule('RFC 8659 §4.1', 'Flags that are no number from 0 to 255.'),
  'caa/tag-syntax': {
    severity: 'error', source: 'RFC 8659 §4.1', summary: 'A property tag with something else than letters and digits.',
    messages: {
      character: `"{character}" cannot stand in the tag "{value}", which is made of letters and digits. ${REFUSED}`,
      tooLong: `The tag is {length} characters long; 255 fit. ${REFUSED}`,
    },
  },
  'txt/string-over-255': {
    severity: 'error', source: 'RFC 1035 §3.3', summary: 'A string over 255 octets.',
    messages: { tooLong: `This string is {length} octets long; 255 fit into one. Cut it into several strings: readers join them. ${REFUSED}` },
  },
  'dnskey/b64': base64Rule('RFC 4034 §2.2', 'A DNSKEY whose key is not base64.'),
  'openpgpkey/base64': base64Rule('RFC 7929 §2.3', 'An OPENPGPKEY whose key is not base64.'),
  'tlsa/hex': hexRule('RFC 6698 §2.2', 'A TLSA record whose data is not hexadecimal.'),
  'sshfp/hex': hexRule('RFC 4255 §3.2', 'An SSHFP record whose fingerprint is not hexadecimal.'),
  'ds/digest-length': lengthRule('RFC 4034 §5.1.4', 'A DS digest that is not as long as its type says.'),
  'sshfp/length': lengthRule('RFC 4255 §3.1.3', 'A fingerprint that is not as long as its type says.'),
  'zonemd/len': {
    severity: 'error', source: 'RFC 8976 §2.2.4', summary: 'A ZONEMD digest that is not as long as its algorithm says.',
    messages: {
      length: `This digest is {actual} octets long; its algorithm makes {expected}. ${REFUSED}`,
      short: `This digest is {actual} octets long; the shortest that may be is {shortest}. ${REFUSED}`,
    },
  },
  'nsec3param/salt': {
    severity: 'error', source: 'RFC 5155 §3.3', summary: 'A salt that is not hexadecimal, or too long.',
    messages: {
      character: `"{character}" is not a hexadecimal digit; a salt is hexadecimal in one piece, or "-". ${REFUSED}`,
      odd: `{count} hexadecimal digits are half an octet too many: every octet has two. ${REFUSED}`,
      tooLong: `This salt is {length} octets long; 255 fit. ${REFUSED}`,
    },
  },
  'nsec3/owner-b32': {
    severity: 'error', source: 'RFC 5155 §3.3', summary: 'A hash that is not base32hex without padding.',
    messages: {
      character: `"{character}" is not a base32hex digit (0 to 9, A to V). ${REFUSED}`,
      bits: `"{value}" does not end on a whole octet, so it is cut off or mistyped. ${REFUSED}`,
    },
  },
  'nsec3/length': {
    severity: 'error', source: 'RFC 5155 §3.1.6', summary: 'A hash that is not as long as its algorithm says.',
    messages: { length: `"{value}" is {actual} octets; its hash algorithm makes {expected}. ${REFUSED}` },
  },
  'rrsig/time': {
    severity: 'error', source: 'RFC 4034 §3.2', summary: 'A time of a signature that cannot be read.',
    messages: {
      notTime: `"{value}" is not a time: {field} is written as YYYYMMDDHHmmSS, or in seconds. ${REFUSED}`,
      range: `"{value}" is not a date and time that exists. ${REFUSED}`,
    },
  },
  'rrsig/labels': {
    severity: 'error', source: 'RFC 4034 §3.1.3', summary: 'A signature over a name with fewer labels than the zone that signed it.',
    messages: { signer: `{labels} labels are fewer than the {signerLabels} of the signer, whose zone the signed name cannot be in then. ${REFUSED}` },
  },
  'loc/range': {
    severity: 'error', source: 'RFC 1876 §3', summary: 'A place that is not on the earth, or a size out of range.',
    messages: {
      range: `"{value}" is too large: {unit} go up to {max}. ${REFUSED}`,
      beyond: `With "{value}" the place lies beyond {most} degrees. ${REFUSED}`,
      altitude: `"{value}" is not between -100000 m and 42849672.95 m. ${REFUSED}`,
      precision: `"{value}" is over 90000000 m. ${REFUSED}`,
    },
  },
  'loc/syntax': {
    severity: 'error', source: 'RFC 1876 §3', summary: 'A LOC record that cannot be read.',
    messages: {
      number: `"{value}" is not a number of {unit}. ${REFUSED}`,
      numberOrDirection: `"{value}" is neither {plus} nor {minus} nor a number of {unit}. ${REFUSED}`,
      direction: `"{value}" stands where {plus} or {minus} belongs. ${REFUSED}`,
      metres: `"{value}" is not a length in metres such as 10m or 10.50m. ${REFUSED}`,
    },
  },
  'apl/syntax': {
    severity: 'error', source: 'RFC 3123 §5', summary: 'An item of APL that is not a family, an address and a prefix length.',
    messages: {
      family: `"{value}" does not begin with a family, 1: for IPv4 or 2: for IPv6. ${REFUSED}`,
      slash: `"{value}" has no prefix length behind a "/". ${REFUSED}`,
      prefix: `"{value}" has no prefix length from 0 to {longest}. ${REFUSED}`,
      ipv4: `There is no IPv4 address in "{value}". ${REFUSED}`,
      ipv6: `There is no IPv6 address in "{value}". ${REFUSED}`,
    },
  },
  'eui48/format': euiRule('RFC 7043 §3.2', 48),
  'eui64/format': euiRule('RFC 7043 §4.2', 64),
  'nid/syntax': {
    severity: 'error', source: 'RFC 6742 §2.1.2', summary: 'A 64-bit value of NID or L64 that is not four groups.',
    messages: { groups: `"{value}" is not four groups of up to four hexadecimal digits joined by ":". ${REFUSED}` },
  },
  'nsap/format': {
    severity: 'error', source: 'RFC 1706 §7', summary: 'An NSAP address that cannot be read.',
    messages: {
      prefix: `"{value}" does not begin with 0x. ${REFUSED}`,
      character: `"{value}" has something else than hexadecimal digits and dots behind 0x. ${REFUSED}`,
      odd: `The {count} hexadecimal digits of "{value}" are no whole octets. ${REFUSED}`,
    },
  },
  'atma/format': {
    severity: 'error', source: 'ATM Forum af-dans-0152.000 §4', summary: 'An ATM address that cannot be read.',
    messages: {
      dots: `"{value}" is empty, or has a dot at its start or end or two in a row. ${REFUSED}`,
      number: `"{value}" has something else than digits and dots behind "+". ${REFUSED}`,
      hex: `"{value}" has something else than hexadecimal digits and dots. ${REFUSED}`,
      odd: `The {count} hexadecimal digits of "{value}" are no whole octets. ${REFUSED}`,
    },
  },
  'x25/format': {
    severity: 'error', source: 'RFC 1183 §3.1', summary: 'An X.121 address that is not four digits or more.',
    messages: { digits: `"{value}" is not an X.121 address of four digits or more. ${REFUSED}` },
  },
  'wks/service': {
    severity: 'error', source: 'RFC 1035 §3.4.2', summary: 'A service that is not well known.',
    messages: { unknown: `"{value}" is no well-known service of this protocol; write the port. ${REFUSED}` },
  },
  'hip/format': {
    severity: 'error', source: 'RFC 8005 §5', summary: 'A part of a HIP record that is too long.',
    messages: {
      tagTooLong: `This tag is {length} octets long; 255 fit. ${REFUSED}`,
      keyTooLong: `This key is {length} octets long; 65535 fit. ${REFUSED}`,
    },
  },
  'ipseckey/gateway-type': gatewayRule('RFC 4025 §2.3', 'gateway'),
  'amtrelay/relay-type': gatewayRule('RFC 8777 §4.2.3', 'relay', { unknownType: `What a relay of type {type} looks like is not known; write the record as octets (RFC 3597). ${REFUSED}` }),
  'naptr/regexp-syntax': {
    severity: 'error', source: 'RFC 3402 §3.2', summary: 'A substitution of NAPTR that cannot be read.',
    messages: {
      delimiter: `"{delimiter}" cannot delimit the parts of "{value}". ${REFUSED}`,
      unfinished: `"{value}" has not three "{delimiter}": before the expression, behind it, and behind the replacement. ${REFUSED}`,
      tooMany: `"{value}" has more than three "{delimiter}". ${REFUSED}`,
      flag: `Behind its last "{delimiter}", "{value}" has something else than the flag i. ${REFUSED}`,
      escape: `"{value}" ends in a backslash, or has a NUL in it. ${REFUSED}`,
      backReference: `"{value}" refers back to a group that its expression does not have. ${REFUSED}`,
      expression: `The expression in "{value}" is not a POSIX extended regular expression. ${REFUSED}`,
    },
  },
};
