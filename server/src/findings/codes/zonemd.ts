import { codes } from '../code.ts';

export const zonemdCodes = codes({
  'zonemd/digest': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 8976 §4',
    summary: "Digest that doesn't match the zone",
    messages: {
      differs: "This isn't the zone's digest, which begins with {digest}: verifiers refuse the zone.",
    },
  },
  'zonemd/dup': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 8976 §2.2',
    summary: 'ZONEMD records with the same scheme and hash algorithm',
    messages: {
      same: 'Another ZONEMD has scheme {scheme} and hash algorithm {algorithm}: verifiers use neither.',
    },
  },
  'zonemd/len': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 8976 §2.2.4',
    summary: 'ZONEMD digest of the wrong length',
    messages: {
      length: 'This digest is {actual} octets long instead of {expected}: BIND refuses the zone.',
      short: 'This digest is {actual} octets long, but at least {shortest} are required: BIND refuses the zone.',
    },
  },
  'zonemd/not-apex': {
    severity: 'warning',
    source: 'RFC 8976 §2.1',
    summary: 'ZONEMD below the apex',
    messages: {
      below: "A zone's digest belongs at its apex, {apex}: at {name} it means nothing.",
    },
  },
  'zonemd/scheme': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 8976 §2.2.2',
    summary: 'Unassigned ZONEMD scheme or hash algorithm',
    messages: {
      unknown: "The {field} {value} isn't assigned, so verifiers can't check this digest.",
    },
  },
  'zonemd/serial': {
    severity: 'warning',
    source: 'RFC 8976 §2.2.1',
    summary: "ZONEMD serial other than the SOA's",
    messages: {
      differs: "This digest is for serial {digest}, but the SOA has {serial}: verifiers don't use it.",
    },
  },
});
