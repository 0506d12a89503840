import { codes } from '../code.ts';

export const cnameCodes = codes({
  'cname/and-other': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 1034 §3.6.2',
    summary: 'CNAME alongside other records',
    messages: {
      other: '{name} is an alias of {target}, so this {type} makes servers refuse the zone.',
      key: '{name} is an alias of {target}: BIND allows this KEY, but NSD, Knot and PowerDNS refuse the zone.',
      apex: '{name} is the apex, with SOA and NS records, so a CNAME makes servers refuse the zone.',
    },
    severities: { key: 'warning' },
  },
  'cname/chain': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 1034 §3.6.2',
    summary: 'CNAME pointing at another CNAME',
    messages: {
      chain: '{name} reaches {last} through another alias, {via}, which costs an extra lookup.',
    },
  },
  'cname/dangling': {
    severity: 'warning',
    source: 'RFC 1034 §3.6.2',
    summary: 'CNAME to a nonexistent name',
    messages: {
      absent: "{name} is an alias of {target}, which isn't in the zone: resolvers get NXDOMAIN.",
    },
  },
  'cname/is-ip': {
    severity: 'error',
    source: 'RFC 1035 §3.3',
    summary: 'IP address as a CNAME target',
    messages: {
      address: 'A CNAME needs a name, but {address} is an IP address. Use A or AAAA instead.',
    },
  },
  'cname/loop': {
    severity: 'error',
    source: 'RFC 1034 §3.6.2',
    summary: 'CNAME loop',
    messages: {
      self: '{name} is an alias of itself, so it never resolves.',
      loop: '{name} leads back to itself through {via}, so it never resolves.',
    },
  },
  'cname/multiple': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 2181 §10.1',
    summary: 'Multiple CNAME records at one name',
    messages: {
      second: '{name} is already an alias of {first}; a second CNAME makes servers refuse the zone.',
    },
  },
  'cname/to-no-address': {
    severity: 'information',
    profile: 'all',
    source: 'RFC 1034 §3.6.2',
    summary: 'Host alias to a name without an address',
    messages: {
      none: "{name} is an alias of {target}, which has {types} but no address: clients can't connect.",
    },
  },
  'cname/to-nodata': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 4592 §2.2.2',
    summary: 'CNAME to a name without records',
    messages: {
      empty: '{name} is an alias of {target}, which has no records, only names below it: every answer is empty.',
    },
  },
  'cname/to-other-type': {
    severity: 'warning',
    source: 'RFC 1034 §3.6.2',
    summary: 'Alias to a name without the expected record type',
    messages: {
      lacks: '{name} should have {type} ({purpose}), but its target {target} has only {types}: the answer is empty.',
    },
  },
  'cname/to-root': {
    severity: 'warning',
    source: 'RFC 1034 §3.6.2',
    summary: 'Alias of the root (".")',
    messages: {
      root: '{name} is an alias of ".", the DNS root: clients get an empty answer.',
    },
  },
  'cname/too-long': {
    severity: 'warning',
    source: 'RFC 1034 §3.6.2',
    summary: 'CNAME chain of more than eight records',
    messages: {
      hops: '{name} takes {hops} aliases to reach {last}: resolvers give up on long chains.',
      more: '{name} starts a chain of more than {most} aliases, so resolvers give up before its end.',
    },
  },
});
