import { codes } from '../code.ts';

export const typeCodes = codes({
  'type/obsolete': {
    severity: 'information',
    source: 'RFC 6895 §3.1',
    summary: 'Obsolete record type',
    messages: {
      gone: '{type} records are obsolete. {instead}',
    },
  },
  'type/portable': {
    severity: 'warning',
    profile: 'all',
    fix: 'unsafe',
    source: 'RFC 3597 §5',
    summary: 'Record type unknown to some servers',
    messages: {
      unknown: 'The type {type} is unknown to {servers}: they refuse the zone file.',
    },
  },
});
