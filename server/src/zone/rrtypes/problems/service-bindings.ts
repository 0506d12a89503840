import { hintRule, numberRule, REFUSED } from './rule-rows.ts';
import type { RdataRule } from './rule-rows.ts';

/** What can be wrong with SVCB and HTTPS (RFC 9460). */
export const serviceBindingRules: Readonly<Record<string, RdataRule>> = {
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
