/** What the rule for a code reported by a field kind will say. Rule files with their pages are made from these rows. */
export interface RdataRule {
  readonly severity: 'error' | 'warning';
  /** For example `RFC 1035 §3.4.1`. */
  readonly source: string;
  readonly summary: string;
  /** By message key; `{name}` stands for an argument. */
  readonly messages: Readonly<Record<string, string>>;
}

const REFUSED = 'The server refuses the zone.';

const RANGE = { range: `"{value}" is not between {min} and {max}, which is all that the field {field} holds. ${REFUSED}` };
const NOT_NUMBER = { notNumber: `"{value}" is not a number; {field} is one from {min} to {max}. ${REFUSED}` };

function numberRule(source: string, summary: string): RdataRule {
  return { severity: 'error', source, summary, messages: { ...RANGE, ...NOT_NUMBER } };
}

function base64Rule(source: string, summary: string): RdataRule {
  return {
    severity: 'error', source, summary,
    messages: {
      character: `"{character}" in {field} is not a base64 digit. ${REFUSED}`,
      incomplete: `{field} does not end on a whole octet: {left} base64 digits are left over, so it is cut off or mistyped. ${REFUSED}`,
      padding: `"{character}" does not belong here: "=" only fills up the last four base64 digits of {field}. ${REFUSED}`,
      afterEnd: `{field} ends with the "=" before "{character}". ${REFUSED}`,
      bits: `The last digit of {field} has bits that belong to no octet, so it is cut off or mistyped. ${REFUSED}`,
    },
  };
}

function hexRule(source: string, summary: string): RdataRule {
  return {
    severity: 'error', source, summary,
    messages: {
      character: `"{character}" in {field} is not a hexadecimal digit. ${REFUSED}`,
      odd: `{count} hexadecimal digits are half an octet too many: every octet has two. ${REFUSED}`,
    },
  };
}

function lengthRule(source: string, summary: string): RdataRule {
  return { severity: 'error', source, summary, messages: { length: `{field} is {actual} octets long; of this type it has {expected}. ${REFUSED}` } };
}

function euiRule(source: string, bits: number): RdataRule {
  return {
    severity: 'error', source, summary: `An EUI-${bits} that cannot be read.`,
    messages: { format: `"{value}" is not {octets} two-digit hexadecimal numbers joined by hyphens, as in {example}. Servers refuse it or read another address.` },
  };
}

function gatewayRule(source: string, what: string, more: Readonly<Record<string, string>> = {}): RdataRule {
  return {
    severity: 'error', source, summary: `A ${what} that is not what its type says.`,
    messages: { needsDot: `"{value}" stands here, but the type says that there is no ${what}: write ".". ${REFUSED}`, ...more },
  };
}

function hintRule(family: string, other: string, otherKey: string): RdataRule {
  return {
    severity: 'error', source: 'RFC 9460 §7.3', summary: `A hint that is no ${family} address.`,
    messages: {
      missing: `{key} has an empty item. ${REFUSED}`,
      otherFamily: `{address} is an ${other} address; it belongs to ${otherKey}. ${REFUSED}`,
      notAddress: `"{address}" is not an ${family} address. ${REFUSED}`,
    },
  };
}

export const rdataRules: Readonly<Record<string, RdataRule>> = {
  'syn/missing-rdata': {
    severity: 'error', source: 'RFC 1035 §5.1', summary: 'A record with fewer fields than its type has.',
    messages: { field: `{type} needs {label} here: the field {field} is missing. ${REFUSED}` },
  },
  'syn/extra-rdata': {
    severity: 'error', source: 'RFC 1035 §5.1', summary: 'A record with more fields than its type has.',
    messages: { extra: `"{text}" is one field too many for {type}. ${REFUSED}` },
  },
  'syn/rdata-out-of-range': { severity: 'error', source: 'RFC 1035 §3.3', summary: 'A number that does not fit into its field.', messages: RANGE },
  'syn/bad-number': { severity: 'error', source: 'RFC 1035 §5.1', summary: 'Something else where a number belongs.', messages: NOT_NUMBER },
  'syn/ttl-bad': {
    severity: 'error', source: 'RFC 1035 §3.3.13', summary: 'A time that is no number of seconds.',
    messages: { timer: `"{value}" is not a time; write {field} in seconds, or with units as in 1h30m. ${REFUSED}` },
  },
  'syn/quoted-value': {
    severity: 'error', source: 'RFC 1035 §5.1', summary: 'Quotation marks around something that is no text.',
    messages: { quoted: `"{value}" stands in quotation marks, but {field} is {label}. ${REFUSED}` },
  },
  'syn/unquoted-value': {
    severity: 'error', source: 'RFC 7553 §4.4', summary: 'A text without the quotation marks that it needs.',
    messages: { unquoted: `{value} needs quotation marks: without them BIND refuses the record.` },
  },
  'syn/bad-escape': {
    severity: 'error', source: 'RFC 1035 §5.1', summary: 'A backslash that is not followed by a character or by three digits up to 255.',
    messages: {
      text: `The backslash here is followed by neither a character nor three digits up to 255. ${REFUSED}`,
      name: `In the name "{name}", a backslash is followed by neither a character nor three digits up to 255. ${REFUSED}`,
    },
  },
  'syn/empty-label': {
    severity: 'error', source: 'RFC 1035 §2.3.1', summary: 'Two dots in a row, or a dot at the start of a name.',
    messages: { name: `The name "{name}" has an empty part between two dots. ${REFUSED}` },
  },
  'syn/label-too-long': {
    severity: 'error', source: 'RFC 1035 §2.3.4', summary: 'A label over 63 octets.',
    messages: { name: `This part of "{name}" is longer than 63 octets. ${REFUSED}` },
  },
  'syn/name-too-long': {
    severity: 'error', source: 'RFC 1035 §2.3.4', summary: 'A name over 255 octets, origin included.',
    messages: { name: `The name "{name}" is longer than 255 octets once the origin is added. ${REFUSED}` },
  },
  'syn/meta-type': {
    severity: 'error', source: 'RFC 6895 §3.1', summary: 'A type that exists in messages only.',
    messages: { meta: `{type} is a type of queries and messages, never of data. ${REFUSED}` },
  },
  'syn/record-too-large': {
    severity: 'error', source: 'RFC 1035 §3.2.1', summary: 'Rdata over 65535 octets.',
    messages: { tooLarge: `The data of this {type} record is {length} octets; 65535 fit into one record. ${REFUSED}` },
  },
  'syn/3597-length': {
    severity: 'error', source: 'RFC 3597 §5', summary: 'A length behind \\# that is missing, no number, or not that of the data.',
    messages: {
      missing: `Behind \\# must come the number of octets and then the octets in hexadecimal. ${REFUSED}`,
      notLength: `"{value}" is not a length; behind \\# comes the number of octets, from 0 to 65535. ${REFUSED}`,
      differs: `The length says {expected} octets, but {actual} follow. ${REFUSED}`,
    },
  },
  'syn/3597-hex': {
    severity: 'error', source: 'RFC 3597 §5', summary: 'Data behind \\# that is not hexadecimal.',
    messages: {
      character: `"{character}" is not a hexadecimal digit. ${REFUSED}`,
      odd: `{count} hexadecimal digits are half an octet too many: every octet has two. ${REFUSED}`,
    },
  },
  'syn/3597-known-type-invalid': {
    severity: 'error', source: 'RFC 3597 §5', summary: 'Octets behind \\# that are not valid data of a known type.',
    messages: {
      field: `These {length} octets are not the data of a {type} record: there is no valid {field} in them. ${REFUSED}`,
      tooLong: `These {length} octets are {extra} more than the data of this {type} record. ${REFUSED}`,
    },
  },
  'syn/3597-required': {
    severity: 'error', source: 'RFC 3597 §5', summary: 'Data of a type without a text form of its own.',
    messages: {
      text: `{type} has no text form that servers share; write its data as \\#, the number of octets, and the octets in hexadecimal. ${REFUSED}`,
      missing: `The data of {type} is missing; it is written as \\#, the number of octets, and the octets in hexadecimal. ${REFUSED}`,
    },
  },
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
  'syn/unknown-mnemonic': {
    severity: 'error', source: 'RFC 1035 §5.1', summary: 'A word where a number or one of some known words belongs.',
    messages: {
      unknown: `"{value}" is not known; {field} is {label}. ${REFUSED}`,
      near: `"{value}" is not known; did you mean {near}? ${REFUSED}`,
    },
  },
  'syn/unknown-type': {
    severity: 'error', source: 'RFC 3597 §5', summary: 'Something else where a record type belongs.',
    messages: {
      inRdata: `"{value}" in {field} is not a record type. ${REFUSED}`,
      inRdataNear: `"{value}" in {field} is not a record type; did you mean {near}? ${REFUSED}`,
    },
  },
  'syn/bad-base64': base64Rule('RFC 4648 §4', 'Data that is not base64.'),
  'syn/bad-hex': hexRule('RFC 4648 §8', 'Data that is not hexadecimal.'),
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
  'svcb/priority-range': numberRule('RFC 9460 §2.1', 'A priority that is no number from 0 to 65535.'),
  'svcb/key-unknown': {
    severity: 'error', source: 'RFC 9460 §2.1', summary: 'A parameter key that is not registered.',
    messages: {
      unknown: `"{name}" is no parameter key; a key without a name is written as key and its number. ${REFUSED}`,
      near: `"{name}" is no parameter key; did you mean {near}? ${REFUSED}`,
      capitals: `Keys are written in lower case: {near}. As "{name}", BIND takes the value for octets of the wire, and they are not valid. ${REFUSED}`,
    },
  },
  'svcb/key-number': {
    severity: 'error', source: 'RFC 9460 §2.1', summary: 'A key number with leading zeros or over 65535.',
    messages: { number: `"{key}" is not key and a number from 0 to 65535 without leading zeros. ${REFUSED}` },
  },
  'svcb/key-duplicate': {
    severity: 'error', source: 'RFC 9460 §2.1', summary: 'A parameter key that stands twice in a record.',
    messages: { twice: `The key {key} is already in this record. ${REFUSED}` },
  },
  'svcb/value-syntax': {
    severity: 'error', source: 'RFC 9460 §7', summary: 'A parameter value that its key cannot have.',
    messages: {
      notEmpty: `{key} has no value, but "{value}" stands here. ${REFUSED}`,
      emptyItem: `The list of {key} has an empty item. ${REFUSED}`,
      wire: `The value of {key} is not what {name} has on the wire. ${REFUSED}`,
    },
  },
  'svcb/mandatory-self': {
    severity: 'error', source: 'RFC 9460 §8', summary: 'The key mandatory in its own list.',
    messages: { self: `mandatory may not list itself. ${REFUSED}` },
  },
  'svcb/mandatory-dup': {
    severity: 'error', source: 'RFC 9460 §8', summary: 'A key twice in the list of mandatory.',
    messages: { twice: `mandatory lists {name} twice. ${REFUSED}` },
  },
  'svcb/mandatory-missing': {
    severity: 'error', source: 'RFC 9460 §8', summary: 'A mandatory key that the record does not have.',
    messages: { missing: `mandatory lists {name}, but the record has no {name}; clients would ignore it. ${REFUSED}` },
  },
  'svcb/no-default-alpn-without-alpn': {
    severity: 'error', source: 'RFC 9460 §7.1.1', summary: 'no-default-alpn without alpn.',
    messages: { alone: `no-default-alpn without alpn leaves no protocol at all; clients would ignore the record. ${REFUSED}` },
  },
  'svcb/alpn-empty': {
    severity: 'error', source: 'RFC 9460 §7.1.1', summary: 'An empty protocol in a list of protocols.',
    messages: {
      none: `{key} names no protocol. ${REFUSED}`,
      item: `The list of {key} has an empty item. ${REFUSED}`,
    },
  },
  'svcb/alpn-too-long': {
    severity: 'error', source: 'RFC 9460 §7.1.1', summary: 'A protocol over 255 octets.',
    messages: { tooLong: `This item of {key} is {length} octets long; 255 fit. ${REFUSED}` },
  },
  'svcb/port': {
    severity: 'error', source: 'RFC 9460 §7.2', summary: 'A port that is no number from 0 to 65535.',
    messages: {
      notNumber: `"{value}" is not a port. ${REFUSED}`,
      range: `"{value}" is not between 0 and 65535. ${REFUSED}`,
    },
  },
  'svcb/ipv4hint': hintRule('IPv4', 'IPv6', 'ipv6hint'),
  'svcb/ipv6hint': hintRule('IPv6', 'IPv4', 'ipv4hint'),
  'svcb/ech-base64': {
    severity: 'error', source: 'RFC 9848 §3', summary: 'An ECH configuration that is not base64.',
    messages: {
      character: `"{character}" is not a base64 digit. ${REFUSED}`,
      incomplete: `This base64 does not end on a whole octet, so it is cut off or mistyped. ${REFUSED}`,
    },
  },
  'svcb/dohpath-template': {
    severity: 'error', source: 'RFC 9461 §5', summary: 'A dohpath that is no URI template with the variable dns.',
    messages: { template: `"{value}" is not a URI template that begins with "/" and has the variable dns, as in /dns-query{?dns}. ${REFUSED}` },
  },
  'svcb/ohttp-with-value': {
    severity: 'error', source: 'RFC 9540 §4', summary: 'ohttp with a value.',
    messages: { notEmpty: `ohttp has no value, but "{value}" stands here. ${REFUSED}` },
  },
  'svcb/tls-supported-groups': {
    severity: 'error', source: 'draft-ietf-tls-key-share-prediction §3.1', summary: 'A list of TLS groups that cannot be read.',
    messages: {
      notGroup: `"{group}" is not the number of a TLS group, from 0 to 65535. ${REFUSED}`,
      twice: `The group {group} stands twice in the list. ${REFUSED}`,
    },
  },
};
