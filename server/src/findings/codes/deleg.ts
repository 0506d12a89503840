import { codes } from '../code.ts';

export const delegCodes = codes({
  'deleg/data-at-cut': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1034 §4.2.1',
    summary: 'Record at a delegated name',
    messages: {
      data: '{name} is delegated to {server}: servers refer there and never answer with this {type} record.',
    },
  },
  'deleg/ds-apex': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 4035 §2.4',
    summary: "DS record at the zone's apex, actual or as BIND reads it",
    messages: {
      apex: "The DS record of {name} belongs in the parent zone: servers refuse it at the zone's own apex.",
      glue: "BIND reads {name}, right after {apex}, as glue: this DS then counts as the apex's, and BIND refuses the zone.",
    },
  },
  'deleg/ds-without-ns': {
    severity: 'warning',
    source: 'RFC 4035 §2.4',
    summary: 'DS record without a delegation',
    messages: {
      alone: "{name} has a DS record but no NS record, so there's no delegation to secure.",
    },
  },
  'deleg/glue-extra': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 1912 §2.3',
    summary: 'Unneeded address below a zone cut',
    messages: {
      extra: "{name} is in the delegated zone {cut} and isn't needed as glue, so resolvers never see it.",
    },
  },
  'deleg/glue-missing': {
    severity: 'error',
    bind: 'warning',
    fix: 'unsafe',
    source: 'RFC 1034 §4.2.1',
    summary: 'Delegation without required glue',
    messages: {
      missing: "{name} is delegated to {target} without its address (glue), so resolvers can't find that server.",
    },
  },
  'deleg/ns-below-dname': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 2181 §10.3',
    summary: 'NS target below a DNAME',
    messages: {
      below: "{target} is below the DNAME at {above}, so it's an alias: resolvers may not find {name}.",
    },
  },
  'deleg/ns-cname': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 2181 §10.3',
    summary: 'NS record pointing at an alias',
    messages: {
      alias: '{target} is an alias (CNAME): BIND refuses the zone, and resolvers may not find {name}.',
      child: '{target} is an alias (CNAME): BIND calls this illegal, and resolvers may not find {name}.',
    },
  },
  'deleg/ns-no-address': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 2181 §10.3',
    summary: 'In-zone name server without an address',
    messages: {
      missing: 'The name server {target} has no A or AAAA record in this zone: BIND refuses the zone.',
      child: "The name server {target} has no A or AAAA record in this zone: resolvers can't reach {name} through it.",
    },
    severities: { child: 'warning' },
  },
  'deleg/ns-over-13': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 2182 §5',
    summary: 'More than 13 name servers',
    messages: {
      many: '{name} has {count} name servers, but only 13 fit in a small answer with their addresses.',
    },
  },
  'deleg/ns-private-address': {
    severity: 'warning',
    source: 'RFC 6890 §2.2.2',
    summary: 'Name server address unreachable from the internet',
    messages: {
      private: "The name server {host} has the address {address}, {kind}: resolvers on the internet can't reach it.",
    },
  },
  'deleg/ns-root': {
    severity: 'warning',
    source: 'RFC 2181 §10.3',
    summary: 'Root (".") as a name server',
    messages: {
      root: 'The name server of {name} is ".", the DNS root: resolvers can\'t ask it about {name}.',
    },
  },
  'deleg/ns-same-ip': {
    severity: 'warning',
    profile: 'strict',
    source: 'RFC 2182 §3.1',
    summary: 'One address for all name servers',
    messages: {
      same: 'All name servers of {name} share the address {address}: when that machine fails, so does {name}.',
    },
  },
  'deleg/ns-same-subnet': {
    severity: 'warning',
    profile: 'strict',
    source: 'RFC 2182 §3.1',
    summary: 'All name servers in one network',
    messages: {
      same: 'All name servers of {name} are in the network {networks}: when it fails, so does {name}.',
    },
  },
  'deleg/ns-wildcard': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 4592 §4.2',
    summary: 'NS records at a wildcard',
    messages: {
      wildcard: "{name} can't be delegated: NS records at a wildcard are undefined, and BIND refuses the zone.",
    },
  },
  'deleg/occluded': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1034 §4.2.1',
    summary: 'Occluded record below a zone cut',
    messages: {
      occluded: '{name} is in the delegated zone {cut}, so servers never answer with this {type} record.',
    },
  },
  'deleg/sibling-glue-missing': {
    severity: 'warning',
    bind: 'warning',
    fix: 'unsafe',
    source: 'RFC 9471 §2.2',
    summary: 'Missing glue for a name server in another delegated zone',
    messages: {
      missing:
        '{target}, a server of {name}, is in the delegated zone {cut} without glue here: resolvers must find {cut} first.',
      apex: '{target}, a server of {name}, is in the delegated zone {cut}: resolvers reach it only through {name}.',
    },
  },
  'deleg/single-ns': {
    severity: 'warning',
    profile: 'strict',
    source: 'RFC 1034 §4.1',
    summary: 'Only one name server',
    messages: {
      one: '{name} has only one name server: when it fails, so does {name}.',
    },
  },
});
