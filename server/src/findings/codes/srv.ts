import { codes } from '../code.ts';

export const srvCodes = codes({
  'srv/below-dname': {
    severity: 'error',
    bind: 'warning',
    source: 'RFC 2782',
    summary: 'SRV target below a DNAME',
    messages: {
      below: '{target} is below the DNAME at {above} and so an alias, on which some clients fail.',
    },
  },
  'srv/cname': {
    severity: 'warning',
    bind: 'warning',
    fix: 'unsafe',
    source: 'RFC 2782',
    summary: 'Alias as an SRV target',
    messages: {
      alias: '{target} is an alias (CNAME) of {canonical}: BIND warns, and some clients fail.',
    },
  },
  'srv/is-ip': {
    severity: 'error',
    source: 'RFC 2782',
    summary: 'IP address as an SRV target',
    messages: {
      address: "An SRV record needs a host name, but {address} is an IP address: clients can't find the service.",
    },
  },
  'srv/mail-port': {
    severity: 'warning',
    source: 'RFC 6186 §3, RFC 8314 §7.3',
    summary: 'Unusual port of a mail service',
    messages: {
      other:
        '{service} points at port {port}, which is the port of {expected}: clients speak the wrong protocol to it.',
      unusual:
        '{service} has port {port} instead of the usual {expected}: firewalls between clients and server may block it.',
    },
  },
  'srv/no-address': {
    severity: 'error',
    bind: 'warning',
    fix: 'unsafe',
    source: 'RFC 2782',
    summary: 'SRV target without an address record',
    messages: {
      missing: "{target} has no A or AAAA record, so clients can't reach the service {name}.",
    },
  },
  'srv/null-numbers': {
    severity: 'hint',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 6186 §3.4',
    summary: 'Nonzero numbers with the SRV target "."',
    messages: {
      numbers: 'The target "." means there\'s no such service, so {priority}, {weight} and {port} are meaningless.',
    },
  },
  'srv/null-other': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 2782',
    summary: 'SRV target "." next to other SRV records',
    messages: {
      beside: 'The target "." means there\'s no {name}, but other SRV records name a host.',
    },
  },
  'srv/owner': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 2782',
    summary: 'SRV record at a name without a service and a protocol',
    messages: {
      near: 'Clients query {right}, not {name}: the service and the protocol start with "_".',
      fused: 'Clients query {right}, not {name}: the service and the protocol are two labels.',
      other: 'Clients query names like _sip._tcp.{name}, so they never find this SRV record at {name}.',
      swapped: 'Clients query {right}, not {name}: the service comes before the protocol.',
      twice: '{name} has {protocol} twice, perhaps from $ORIGIN, so clients never find this SRV record.',
    },
  },
  'srv/port-range': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 2782',
    summary: 'Invalid SRV port',
    messages: {
      range: '"{value}" is out of range for {field} ({min} to {max}): BIND refuses the zone.',
      notNumber: '"{value}" isn\'t a number for {field} ({min} to {max}): BIND refuses the zone.',
    },
  },
  'srv/port-zero': {
    severity: 'warning',
    source: 'RFC 6335 §6',
    summary: 'SRV record with port 0',
    messages: {
      zero: "The port is 0, which clients can't connect to, so they can't reach the service at {target}.",
    },
  },
  'srv/priority-range': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 2782',
    summary: 'Invalid SRV priority',
    messages: {
      range: '"{value}" is out of range for {field} ({min} to {max}): BIND refuses the zone.',
      notNumber: '"{value}" isn\'t a number for {field} ({min} to {max}): BIND refuses the zone.',
    },
  },
  'srv/same-target': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 2782',
    summary: 'Same SRV target and port at two priorities',
    messages: {
      twice: "Port {port} of {target} has priority {priority} here and {other} elsewhere, so it isn't a fallback.",
    },
  },
  'srv/service-typo': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 6335 §5.2',
    summary: 'Mistyped service or protocol in an SRV name',
    messages: {
      near: '"{written}" isn\'t a service or protocol that clients query; did you mean {near}?',
    },
  },
  'srv/service-unknown': {
    severity: 'information',
    profile: 'all',
    source: 'RFC 6335 §5.2',
    summary: 'Unknown service or protocol in an SRV name',
    messages: {
      service: "{label} isn't a known service, so only a program that queries this name finds the record.",
      protocol: "{label} isn't a known protocol ({known}), so clients never query this name.",
    },
  },
  'srv/unreachable': {
    severity: 'warning',
    source: 'RFC 6890 §2.2.2',
    summary: "Public service on a host that the internet can't reach",
    messages: {
      private: "{host} has the address {address}, {kind}: clients on the internet can't reach this service.",
    },
  },
  'srv/weight-range': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 2782',
    summary: 'Invalid SRV weight',
    messages: {
      range: '"{value}" is out of range for {field} ({min} to {max}): BIND refuses the zone.',
      notNumber: '"{value}" isn\'t a number for {field} ({min} to {max}): BIND refuses the zone.',
    },
  },
  'srv/directory-port': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'practice',
    summary: 'Unusual port of a directory service',
    messages: {
      port: "{service} points at port {port}, where domain controllers don't offer it: they use {expected}.",
    },
  },
});
