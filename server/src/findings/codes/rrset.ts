import { codes } from '../code.ts';

export const rrsetCodes = codes({
  'rrset/duplicate': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 2181 §5',
    summary: 'Duplicate record',
    messages: {
      twice: 'This {type} record is in the zone twice, and servers keep only one.',
    },
  },
  'rrset/large': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 9715 §3',
    summary: 'RRset too large for one UDP packet',
    messages: {
      packet: 'The {type} records of {name} total {size} octets: over 1232, resolvers have to use TCP.',
    },
  },
  'rrset/single-address-redundancy': {
    severity: 'hint',
    profile: 'all',
    source: 'practice',
    summary: 'Only one address at the apex',
    messages: {
      one: "{name} has one {type} record: when that host fails, clients can't reach {name}.",
    },
  },
  'rrset/singleton-multiple': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 9606 §3',
    summary: 'Multiple records of a type that allows only one',
    messages: {
      second: '{name} already has a {type} record and may have only one: BIND refuses the zone.',
    },
  },
  'rrset/too-large': {
    severity: 'error',
    source: 'RFC 1035 §4.2.2',
    summary: 'RRset too large for any answer',
    messages: {
      message: 'The {type} records of {name} total {size} octets, but an answer holds only 65535.',
    },
  },
  'rrset/ttl-mismatch': {
    severity: 'warning',
    bind: 'warning',
    fix: 'safe',
    source: 'RFC 2181 §5.2',
    summary: 'Different TTLs in one RRset',
    messages: {
      differs: 'This TTL is {ttl}, but the first {type} record of {name} has {first}: servers use only one of them.',
    },
  },
  'rrset/txt-apex-count': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 7208 §3.4',
    summary: 'Very many TXT records at the apex',
    messages: {
      many: '{name} has {count} TXT records, and every SPF lookup gets all of them.',
    },
    options: {
      most: { type: 'number', description: 'How many TXT records the apex may have.', default: 15 },
    },
  },
});
