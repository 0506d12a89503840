import { codes } from '../code.ts';

export const ttlCodes = codes({
  'ttl/ns-low': {
    severity: 'hint',
    profile: 'strict',
    source: 'RFC 1912 §2.2',
    summary: 'NS records with a TTL under an hour',
    messages: {
      low: 'The NS records have a TTL of only {ttl} seconds: resolvers keep asking, and a full outage is felt at once.',
    },
  },
  'ttl/very-high': {
    severity: 'information',
    profile: 'strict',
    source: 'practice',
    summary: 'TTL over a week',
    messages: {
      ttl: 'A TTL of {ttl} seconds is {days} days: caches may keep a mistake that long.',
    },
  },
  'ttl/very-low': {
    severity: 'hint',
    profile: 'all',
    source: 'RFC 1912 §2.2',
    summary: 'TTL under a minute',
    messages: {
      ttl: 'A TTL of {ttl} seconds is rarely useful, and many resolvers keep records longer anyway.',
    },
  },
  'ttl/zero': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 1035 §3.2.1',
    summary: 'TTL of 0',
    messages: {
      ttl: 'A TTL of 0 prevents caching: every query reaches your servers, though some resolvers cache anyway.',
    },
  },
});
