import { base64Rule, hexRule, NOT_NUMBER, RANGE, REFUSED } from './rule-rows.ts';
import type { RdataRule } from './rule-rows.ts';

/** What can be wrong with the data of any type. */
export const generalRules: Readonly<Record<string, RdataRule>> = {
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
    severity: 'error', source: 'RFC 1034 §3.1', summary: 'Two dots in a row, or a dot at the start of a name.',
    messages: { name: `The name "{name}" has an empty part between two dots. ${REFUSED}` },
  },
  'syn/bit-label': {
    severity: 'error', source: 'RFC 6891 §5', summary: 'A label that begins with \\[, as bit-string labels did.',
    messages: { name: `A label that begins with "\\[" is a bit-string label, which is no longer part of DNS: BIND calls it a bad label type. ${REFUSED} Write \\091 for a bracket.` },
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
      field: `These {length} octets are not data of the type {type}: there is no valid {field} in them. ${REFUSED}`,
      tooLong: `These {length} octets are more by {extra} than data of the type {type} has. ${REFUSED}`,
    },
  },
  'syn/3597-required': {
    severity: 'error', source: 'RFC 3597 §5', summary: 'Data of a type without a text form of its own.',
    messages: {
      text: `{type} has no text form that servers share; write its data as \\#, the number of octets, and the octets in hexadecimal. ${REFUSED}`,
      missing: `The data of {type} is missing; it is written as \\#, the number of octets, and the octets in hexadecimal. ${REFUSED}`,
    },
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
};
