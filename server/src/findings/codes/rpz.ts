import { codes } from '../code.ts';

export const rpzCodes = codes({
  'rpz/cname-target': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'draft-vixie-dnsop-dns-rpz §3',
    summary: 'Mistyped response policy action',
    messages: {
      dot: 'Without a final dot, {written} means {becomes}, so answers are rewritten to that name.',
      near: "{written} isn't an action, so answers are rewritten to that name. Did you mean {near}?",
      nameless: "{written} isn't an action, so answers are rewritten to that name. For {meaning}, use {near}.",
      unknown: 'No server knows the action {written}, so answers are rewritten to a nonexistent name.',
    },
  },
  'rpz/ip-prefix': {
    severity: 'warning',
    fix: 'safe',
    source: 'draft-vixie-dnsop-dns-rpz §4.1.1',
    summary: 'Invalid response policy address trigger',
    messages: {
      format:
        '"{labels}" isn\'t a prefix length and a reversed address, as in 24.0.2.0.192: servers ignore this trigger.',
      order:
        '"{labels}" isn\'t a prefix length and a reversed address: servers ignore this trigger. Did you mean {right}?',
      none: "There's no address in front of {trigger}, so servers ignore this trigger.",
      wildcard: 'Servers ignore a wildcard in an address trigger. Use a prefix, as in 24.0.2.0.192.',
      length: "The prefix length {bits} isn't between 1 and {most}, so servers ignore this trigger.",
      host: '"{labels}" has bits set after the /{bits} prefix, so servers ignore it. Write {right}.',
      loose: '"{labels}" has bits set after the /{bits} prefix: BIND accepts that, others may not. Write {right}.',
      whole: '"{labels}" has bits set after the /{bits} prefix. For one address, write {right}.',
      forward:
        'Reversed, "{labels}" is {address}, with bits set after the /{bits} prefix: servers ignore it. Did you mean {right}?',
      canonical: 'Servers look for {right}, not "{labels}", so this trigger never applies.',
    },
  },
  'rpz/passthru-deprecated': {
    severity: 'hint',
    profile: 'strict',
    fix: 'unsafe',
    source: 'draft-vixie-dnsop-dns-rpz §10',
    summary: 'Obsolete form of rpz-passthru',
    messages: {
      self: 'A target that repeats the trigger is the old form of rpz-passthru, now deprecated.',
    },
  },
  'rpz/record-type': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'draft-vixie-dnsop-dns-rpz §3.6',
    summary: "Record type that isn't a response policy action",
    messages: {
      ns: "An NS record isn't a response policy action: BIND answers SERVFAIL for {name}.",
      dname: "A DNAME isn't a response policy action: names below {name} are untouched. Use *.{name} CNAME.",
      dnssec: "{type} records mean nothing in rewritten answers and don't belong in a response policy zone.",
    },
  },
  'rpz/trigger': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'draft-vixie-dnsop-dns-rpz §4',
    summary: 'Mistyped or misplaced response policy trigger',
    messages: {
      near: 'No server knows the trigger "{label}", so this is the domain name {name}. Did you mean {near}?',
      address: 'No server knows the trigger "{label}". Addresses go below rpz-ip, rpz-client-ip or rpz-nsip.',
      qname: 'No server knows the trigger "{label}". For a domain name, write just {right}.',
      place: 'Servers look for {label} only right below {apex}, so this trigger never applies. Write {right}.',
    },
  },
});
