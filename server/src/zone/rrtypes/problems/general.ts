import { base64Rule, hexRule, NOT_NUMBER, RANGE, REFUSED } from './rule-rows.ts';
import type { RdataRule } from './rule-rows.ts';

/** What can be wrong with the data of any type. */
export const generalRules: Readonly<Record<string, RdataRule>> = {
  'syn/missing-rdata': {
    severity: 'error', source: 'RFC 1035 §5.1', summary: 'Incomplete record',
    messages: { field: 'This {type} record has no {field} ({label}), so BIND refuses the zone.' },
  },
  'syn/extra-rdata': {
    severity: 'error', source: 'RFC 1035 §5.1', summary: 'Record with too many fields',
    messages: { extra: '"{text}" is one field too many for {type}: servers refuse the record.' },
  },
  'syn/rdata-out-of-range': { severity: 'error', source: 'RFC 1035 §3.3', summary: 'Number out of range', messages: RANGE },
  'syn/bad-number': { severity: 'error', source: 'RFC 1035 §5.1', summary: 'Invalid number', messages: NOT_NUMBER },
  'syn/ttl-bad': {
    severity: 'error', source: 'RFC 1035 §3.3.13', summary: 'Invalid TTL or time',
    messages: { timer: `"{value}" isn't a valid time for {field}: ${REFUSED}` },
  },
  'syn/quoted-value': {
    severity: 'error', source: 'RFC 1035 §5.1', summary: 'Quotation marks around something other than text',
    messages: { quoted: '"{value}" is quoted, but the {field} is {label}: BIND refuses the record.' },
  },
  'syn/unquoted-value': {
    severity: 'error', source: 'RFC 7553 §4.4', summary: 'Missing quotation marks around a text',
    messages: { unquoted: `{value} isn't quoted: BIND refuses the record.` },
  },
  'syn/bad-escape': {
    severity: 'error', source: 'RFC 1035 §5.1', summary: 'Invalid backslash escape',
    messages: {
      text: `"\\{escape}" isn't a valid escape (three digits up to 255): servers refuse the line.`,
      name: '"{name}" contains an invalid escape (three digits up to 255): servers refuse the line.',
    },
  },
  'syn/empty-label': {
    severity: 'error', source: 'RFC 1034 §3.1', summary: 'Empty label in a name',
    messages: { name: `"{name}" contains an empty label: ${REFUSED}` },
  },
  'syn/bit-label': {
    severity: 'error', source: 'RFC 6891 §5', summary: 'Obsolete bit-string label',
    messages: { name: `A label that starts with "\\[" is an obsolete bit-string label ("bad label type"): ${REFUSED}` },
  },
  'syn/label-too-long': {
    severity: 'error', source: 'RFC 1035 §2.3.4', summary: 'Label over 63 octets',
    messages: { name: `This label of "{name}" is longer than 63 octets: ${REFUSED}` },
  },
  'syn/name-too-long': {
    severity: 'error', source: 'RFC 1035 §2.3.4', summary: 'Name over 255 octets, origin included',
    messages: { name: `"{name}" is longer than 255 octets with the origin added: ${REFUSED}` },
  },
  'syn/meta-type': {
    severity: 'error', source: 'RFC 6895 §3.1', summary: 'Query type in a zone file',
    messages: { meta: `{type} exists in queries and messages, never as data: ${REFUSED}` },
  },
  'syn/record-too-large': {
    severity: 'error', source: 'RFC 1035 §3.2.1', summary: 'Record data over 65535 octets',
    messages: { tooLarge: `This {type} record has {length} octets of data, but at most 65535 fit: ${REFUSED}` },
  },
  'syn/3597-length': {
    severity: 'error', source: 'RFC 3597 §5', summary: 'Missing or wrong length after \\#',
    messages: {
      missing: `\\# isn't followed by a length and hexadecimal octets: ${REFUSED}`,
      notLength: `"{value}" isn't a valid length after \\# (0 to 65535): ${REFUSED}`,
      differs: `The length says {expected} octets, but {actual} follow: ${REFUSED}`,
    },
  },
  'syn/3597-hex': {
    severity: 'error', source: 'RFC 3597 §5', summary: 'Invalid hexadecimal after \\#',
    messages: {
      character: `"{character}" isn't a hexadecimal digit: ${REFUSED}`,
      odd: `This is an odd number of hexadecimal digits ({count}): ${REFUSED}`,
    },
  },
  'syn/3597-known-type-invalid': {
    severity: 'error', source: 'RFC 3597 §5', summary: 'Invalid octets after \\# for a known type',
    messages: {
      field: `These {length} octets aren't valid {type} data (no valid {field}): ${REFUSED}`,
      tooLong: `These {length} octets are {extra} more than {type} data has: ${REFUSED}`,
    },
  },
  'syn/3597-required': {
    severity: 'error', source: 'RFC 3597 §5', summary: 'Missing \\# for a type without a text form',
    messages: {
      text: `{type} data has no common text form and must use \\# (RFC 3597): ${REFUSED}`,
      missing: `This {type} record has no data (\\#, a length and hexadecimal octets): ${REFUSED}`,
    },
  },
  'syn/unknown-mnemonic': {
    severity: 'error', source: 'RFC 1035 §5.1', summary: 'Unknown word for a field',
    messages: {
      unknown: `"{value}" isn't a known value of {field} ({label}): ${REFUSED}`,
      near: `"{value}" isn't a known value of {field} (did you mean {near}?): ${REFUSED}`,
    },
  },
  'syn/unknown-type': {
    severity: 'error', source: 'RFC 3597 §5', summary: 'Unknown or missing record type',
    messages: {
      inRdata: `"{value}" in {field} isn't a record type: ${REFUSED}`,
      inRdataNear: `"{value}" in {field} isn't a record type (did you mean {near}?): ${REFUSED}`,
    },
  },
  'syn/bad-base64': base64Rule('RFC 4648 §4', 'Invalid base64'),
  'syn/bad-hex': hexRule('RFC 4648 §8', 'Invalid hexadecimal'),
};
