import { hintRule, numberRule, REFUSED } from './rule-rows.ts';
import type { RdataRule } from './rule-rows.ts';

/** What can be wrong with SVCB and HTTPS (RFC 9460). */
export const serviceBindingRules: Readonly<Record<string, RdataRule>> = {
  'svcb/priority-range': numberRule('RFC 9460 §2.1', 'Invalid SVCB or HTTPS priority'),
  'svcb/key-unknown': {
    severity: 'error', source: 'RFC 9460 §2.1', summary: 'Unregistered parameter key',
    messages: {
      unknown: `"{name}" isn't a parameter key: ${REFUSED}`,
      near: `"{name}" isn't a parameter key (did you mean {near}?): ${REFUSED}`,
      capitals: `"{name}" isn't lower case, so BIND reads the value as raw octets, which {near} can't have. ${REFUSED}`,
    },
  },
  'svcb/key-number': {
    severity: 'error', source: 'RFC 9460 §2.1', summary: 'Invalid key number',
    messages: { number: `"{key}" isn't "key" and a plain number up to 65535: ${REFUSED}` },
  },
  'svcb/key-duplicate': {
    severity: 'error', source: 'RFC 9460 §2.1', summary: 'Repeated parameter key',
    messages: { twice: `The key {key} is already in this record: ${REFUSED}` },
  },
  'svcb/value-syntax': {
    severity: 'error', source: 'RFC 9460 §7', summary: 'Invalid parameter value',
    messages: {
      notEmpty: `{key} takes no value, but has "{value}": ${REFUSED}`,
      emptyItem: `The {key} list has an empty item: ${REFUSED}`,
      wire: `The value of {key} isn't valid data for {name}: ${REFUSED}`,
    },
  },
  'svcb/mandatory-self': {
    severity: 'error', source: 'RFC 9460 §8', summary: 'The key mandatory in its own list',
    messages: { self: `mandatory can't list itself: ${REFUSED}` },
  },
  'svcb/mandatory-dup': {
    severity: 'error', source: 'RFC 9460 §8', summary: 'Repeated key in the mandatory list',
    messages: { twice: `mandatory lists {name} twice: ${REFUSED}` },
  },
  'svcb/mandatory-missing': {
    severity: 'error', source: 'RFC 9460 §8', summary: 'Mandatory key missing from the record',
    messages: { missing: `mandatory lists {name}, which is missing: clients would ignore the record, and ${REFUSED}` },
  },
  'svcb/no-default-alpn-without-alpn': {
    severity: 'error', source: 'RFC 9460 §7.1.1', summary: 'no-default-alpn without alpn',
    messages: { alone: `no-default-alpn without alpn leaves no protocol: clients would ignore the record, and ${REFUSED}` },
  },
  'svcb/alpn-empty': {
    severity: 'error', source: 'RFC 9460 §7.1.1', summary: 'Empty protocol in a list of protocols',
    messages: {
      none: `{key} names no protocol: ${REFUSED}`,
      item: `The {key} list has an empty item: ${REFUSED}`,
    },
  },
  'svcb/alpn-too-long': {
    severity: 'error', source: 'RFC 9460 §7.1.1', summary: 'Protocol over 255 octets',
    messages: { tooLong: `This {key} item is {length} octets long, but at most 255 fit: ${REFUSED}` },
  },
  'svcb/port': {
    severity: 'error', source: 'RFC 9460 §7.2', summary: 'Invalid port',
    messages: {
      notNumber: `"{value}" isn't a port: ${REFUSED}`,
      range: `"{value}" isn't between 0 and 65535: ${REFUSED}`,
    },
  },
  'svcb/ipv4hint': hintRule('IPv4', 'IPv6', 'ipv6hint'),
  'svcb/ipv6hint': hintRule('IPv6', 'IPv4', 'ipv4hint'),
  'svcb/ech-base64': {
    severity: 'error', source: 'RFC 9848 §3', summary: 'Invalid base64 in ech',
    messages: {
      character: `"{character}" isn't a base64 character: ${REFUSED}`,
      incomplete: `This base64 is cut off or mistyped (an incomplete octet at its end): ${REFUSED}`,
    },
  },
  'svcb/dohpath-template': {
    severity: 'error', source: 'RFC 9461 §5', summary: 'Invalid dohpath template',
    messages: { template: `"{value}" isn't a URI template that starts with "/" and contains dns: ${REFUSED}` },
  },
  'svcb/ohttp-with-value': {
    severity: 'error', source: 'RFC 9540 §4', summary: 'ohttp with a value',
    messages: { notEmpty: `ohttp takes no value, but has "{value}": ${REFUSED}` },
  },
  'svcb/tls-supported-groups': {
    severity: 'error', source: 'draft-ietf-tls-key-share-prediction §3.1', summary: 'Invalid list of TLS groups',
    messages: {
      notGroup: `"{group}" isn't the number of a TLS group (0 to 65535): ${REFUSED}`,
      twice: `Group {group} is in the list twice: ${REFUSED}`,
    },
  },
};
