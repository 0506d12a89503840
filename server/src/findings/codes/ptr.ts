import { codes } from '../code.ts';

export const ptrCodes = codes({
  'ptr/forward-mismatch': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1912 §2.1',
    summary: 'PTR target with another address or none',
    messages: {
      other:
        "{host} has the address {actual}, not {address}: name and address don't confirm each other, as mail servers expect.",
      none: "{host} has no address in {zone}: name and address don't confirm each other, as mail servers expect.",
    },
  },
  'ptr/generic-name': {
    severity: 'hint',
    source: 'practice',
    summary: 'Mail host with a generic PTR name',
    messages: {
      generic:
        '{found}, the PTR name of {address}, looks like a customer line: many receivers refuse or flag mail from such names.',
    },
  },
  'ptr/in-arpa': {
    severity: 'warning',
    source: 'RFC 1912 §3.2',
    summary: 'PTR target inside the reverse zone',
    messages: {
      inside: 'Without a final dot, {written} means {becomes}, a name in the reverse zone that no host has.',
    },
  },
  'ptr/is-ip': {
    severity: 'error',
    source: 'RFC 1035 §3.3',
    summary: 'IP address as a PTR target',
    messages: {
      address: '{address} is an IP address, not a host name, so the PTR record leads nowhere.',
    },
  },
  'ptr/mismatch': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1912 §2.1',
    summary: "PTR record with another name than the mail host's",
    messages: {
      other:
        'The PTR record of {address} says {found}, not {host}: mail servers compare the two and trust mail less when they differ.',
    },
  },
  'ptr/missing': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 1912 §2.1',
    summary: 'Mail host address without a PTR record',
    messages: {
      missing:
        '{address}, the address of mail host {host}, has no PTR record in {zone}: many mail servers refuse its mail or mark it as spam.',
    },
  },
  'ptr/multiple': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 2181 §10.2',
    summary: 'Several PTR records for one address',
    messages: {
      several:
        "{name} has {count} PTR records: programs pick any of them, so mail servers may get a name that doesn't match.",
    },
  },
  'ptr/no-zone': {
    severity: 'hint',
    fix: 'unsafe',
    source: 'RFC 1912 §2.1',
    summary: 'Reverse zone missing from the workspace',
    messages: {
      own: "Can't check the PTR record of {address}: {zone} isn't in this workspace.",
      provider: "Can't check the PTR record of {address}: {zone} isn't in this workspace.",
    },
    profiles: { provider: 'strict' },
  },
  'ptr/owner-full-ip-typed': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1035 §3.5',
    summary: 'Full address as a PTR owner inside a reverse zone',
    messages: {
      whole:
        '{written} means {name} here, because the zone name already contains the rest of the address: no lookup asks for it.',
    },
  },
  'ptr/owner-labels': {
    severity: 'information',
    source: 'RFC 1035 §3.5',
    summary: 'PTR owner that is shorter or longer than an address',
    messages: {
      short: '{name} has {count} numbers, but the name of an IPv4 address has four: no address lookup asks for it.',
      long: '{name} has {count} numbers, but the name of an IPv4 address has four: no address lookup asks for it.',
      nibbles: '{name} has {count} hex digits, but the name of an IPv6 address has 32: no address lookup asks for it.',
    },
  },
  'ptr/owner-nibble': {
    severity: 'warning',
    source: 'RFC 3596 §2.5',
    summary: 'Label other than a single hex digit in an IPv6 reverse name',
    messages: {
      label: '"{label}" in {name} isn\'t a single hex digit, so no address lookup asks for this name.',
    },
  },
  'ptr/owner-not-arpa': {
    severity: 'warning',
    profile: 'strict',
    source: 'RFC 1035 §3.5',
    summary: 'PTR record outside the reverse tree',
    messages: {
      forward:
        "{name} isn't in the reverse tree (in-addr.arpa or ip6.arpa), so no address lookup finds this PTR record.",
    },
  },
  'ptr/owner-octet': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1035 §3.5',
    summary: 'PTR owner with an invalid octet',
    messages: {
      range: "{label} is over 255, so {name} isn't an address and no lookup asks for it.",
      zero: '{label} has a leading zero, and names are compared as written: no address lookup asks for {name}.',
    },
  },
  'ptr/target-cname': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 2181 §10.2',
    summary: 'Alias as a PTR target',
    messages: {
      alias: "{host} is an alias (CNAME) of {canonical}, and programs that check PTR names don't follow aliases.",
    },
  },
});
