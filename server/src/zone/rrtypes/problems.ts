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

function numberRule(source: string, summary: string): RdataRule {
  return {
    severity: 'error', source, summary,
    messages: {
      range: `"{value}" is not between {min} and {max}, which is all that the field {field} holds. ${REFUSED}`,
      notNumber: `"{value}" is not a number; {field} is one from {min} to {max}. ${REFUSED}`,
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
  'syn/rdata-out-of-range': numberRule('RFC 1035 §3.3', 'A number that does not fit into its field.'),
  'syn/bad-number': numberRule('RFC 1035 §5.1', 'Something else where a number belongs.'),
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
};
