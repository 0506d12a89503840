import { codes } from '../code.ts';

export const keyCodes = codes({
  'key/algorithm-deprecated': {
    severity: 'warning',
    bind: 'warning',
    source: 'BIND',
    summary: 'Deprecated algorithm in a KEY record',
    messages: {
      old: "Algorithm {algorithm} ({name}) is no longer allowed for signing: BIND warns, and servers may refuse this key's updates.",
    },
  },
  'key/portable': {
    severity: 'warning',
    profile: 'all',
    fix: 'safe',
    source: 'practice',
    summary: 'KEY record that NSD and Knot DNS refuse',
    messages: {
      word: 'BIND reads {written}, but NSD and Knot accept only a number and refuse the zone file.',
      none: 'BIND accepts a KEY record without a key, but NSD and Knot refuse the zone file.',
    },
  },
  'key/zone-key': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 4034 §2',
    summary: 'KEY record marked as a zone key',
    messages: {
      zone: "Bit 256 marks this as a zone's key, but validators read only DNSKEY: it secures nothing.",
    },
  },
});
