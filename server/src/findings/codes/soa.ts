import { codes } from '../code.ts';

export const soaCodes = codes({
  'soa/comment-mismatch': {
    severity: 'information',
    source: 'RFC 1035 §3.3.13',
    summary: 'SOA comment that contradicts its number',
    messages: {
      field: "The comment calls this number {said}, but it's the {is} field.",
      time: 'The comment says {said}, but {seconds} seconds is {is}.',
    },
  },
  'soa/expire-high': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 1912 §2.2',
    summary: 'SOA expire over six weeks',
    messages: {
      time: 'Expire ({value} seconds) is over six weeks: a forgotten secondary serves old data that long.',
    },
  },
  'soa/expire-low': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 1912 §2.2',
    summary: 'SOA expire under a week',
    messages: {
      time: 'Expire ({value} seconds) is under a week: secondaries stop answering after that long without the primary.',
    },
  },
  'soa/expire-short': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1912 §2.2',
    summary: 'SOA expire shorter than refresh plus retry',
    messages: {
      time: 'Expire ({value}) is shorter than refresh plus retry: one failed check can lose the zone.',
    },
  },
  'soa/minimum-high': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 2308 §5',
    summary: 'Negative answers cached for more than a day',
    messages: {
      time: 'Resolvers cache negative answers for {value} seconds: new names may stay missing that long.',
    },
  },
  'soa/minimum-low': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 2308 §5',
    summary: 'Negative answers cached for less than five minutes',
    messages: {
      time: 'Resolvers cache negative answers for only {value} seconds: every typo comes back to your servers.',
    },
  },
  'soa/missing-dot': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 1035 §5.1',
    summary: 'SOA name without its final dot',
    messages: {
      mname: "Without a final dot this means {becomes}, which isn't in the zone: updates miss the primary.",
      rname: "Without a final dot this means {becomes}: mail to the zone's administrator goes nowhere.",
    },
  },
  'soa/mname-cname': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 2181 §10.3',
    summary: 'Alias as the SOA primary',
    messages: {
      alias: 'The primary {target} is an alias (CNAME) of {canonical}: programs that send updates may not follow.',
    },
  },
  'soa/mname-dot': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 1035 §3.3.13',
    summary: 'Root (".") as the SOA primary',
    messages: {
      none: 'The primary is ".", so programs that send updates find no server.',
    },
  },
  'soa/mname-ip': {
    severity: 'warning',
    source: 'RFC 1035 §3.3.13',
    summary: 'IP address as the SOA primary',
    messages: {
      address: "The primary must be a name, but {address} is an IP address: updates don't find it.",
    },
  },
  'soa/mname-localhost': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 6761 §6.3',
    summary: 'localhost as the SOA primary',
    messages: {
      local: "The primary is {target}, a different machine for every client: updates don't find it.",
    },
  },
  'soa/mname-no-address': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 1035 §3.3.13',
    summary: 'SOA primary without an address',
    messages: {
      missing: "The primary {target} has no A or AAAA record in this zone: programs that send updates don't find it.",
    },
  },
  'soa/mname-not-in-ns': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 1035 §3.3.13',
    summary: "SOA primary that isn't among the name servers",
    messages: {
      hidden: "The primary {target} isn't among the NS records of {name}. Is it a hidden primary?",
    },
  },
  'soa/negative-ttl': {
    severity: 'hint',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 2308 §5',
    summary: 'SOA TTL shorter than its negative caching time',
    messages: {
      smaller: "Resolvers cache negative answers for {ttl} seconds (the SOA record's TTL), not the {minimum} here.",
    },
  },
  'soa/refresh-high': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 1912 §2.2',
    summary: 'SOA refresh over a day',
    messages: {
      time: 'Refresh ({value} seconds) is over a day: a secondary that misses a NOTIFY serves old data.',
    },
  },
  'soa/refresh-low': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 1912 §2.2',
    summary: 'SOA refresh under 20 minutes',
    messages: {
      time: 'Refresh ({value} seconds) is under 20 minutes, so secondaries poll very often.',
    },
  },
  'soa/retry-ge-refresh': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1912 §2.2',
    summary: 'SOA retry longer than refresh',
    messages: {
      time: 'Retry ({value}) is longer than refresh ({refresh}): secondaries check less often after a failure.',
    },
  },
  'soa/retry-low': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 1912 §2.2',
    summary: 'SOA retry under three minutes',
    messages: {
      time: 'Retry ({value} seconds) is under three minutes: an outage of the primary causes a flood of queries.',
    },
  },
  'soa/rname-at': {
    severity: 'error',
    bind: 'warning',
    fix: 'safe',
    source: 'RFC 1035 §3.3.13',
    summary: '"@" in an SOA mailbox',
    messages: {
      at: 'The mailbox {written} contains "@", which is written as a dot here: mail to it goes nowhere.',
      scheme: 'The mailbox {written} starts with "mailto:", so its local part is {local}.',
    },
  },
  'soa/rname-dot': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 1035 §3.3.13',
    summary: 'Root (".") as the SOA mailbox',
    messages: {
      none: 'The mailbox is ".", so the zone has no contact address.',
    },
  },
  'soa/rname-is-mname': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 1035 §3.3.13',
    summary: 'SOA mailbox identical to the primary',
    messages: {
      same: 'The mailbox is the primary, {written}, so mail goes to {address}.',
    },
  },
  'soa/rname-localhost': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 6761 §6.3',
    summary: 'SOA mailbox at localhost',
    messages: {
      local: "The mailbox {written} is on the sender's own machine, so mail never arrives.",
    },
  },
  'soa/rname-no-domain': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1912 §2.2',
    summary: 'SOA mailbox without a domain',
    messages: {
      bare: "The mailbox {written} has no domain after its first label, so mail can't arrive.",
      apex: "The mailbox is the zone's own name, so {address} isn't a working address.",
    },
  },
  'soa/rname-no-mail': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 1035 §3.3.13',
    summary: 'SOA mailbox at a domain without mail',
    messages: {
      noHost: 'The mailbox is {address}, but {domain} has no MX or address records: mail goes nowhere.',
      nullMx: 'The mailbox is {address}, but {domain} accepts no mail (MX ".").',
    },
  },
  'soa/rname-unescaped-dot': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1035 §8',
    summary: 'SOA mailbox at a nonexistent domain',
    messages: {
      absent: "The mailbox is {address}, but {domain} isn't in this zone: mail to it goes nowhere.",
    },
  },
  'soa/serial-range': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 1035 §3.3.13',
    summary: 'Invalid SOA serial',
    messages: {
      range: '"{value}" is out of range for {field} ({min} to {max}): BIND refuses the zone.',
      notNumber: '"{value}" isn\'t a number for {field} ({min} to {max}): BIND refuses the zone.',
    },
  },
  'soa/unit-missing': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1912 §2.2',
    summary: 'SOA expire of a few minutes',
    messages: {
      time: 'Expire is only {value} seconds, so secondaries soon stop answering. Is a unit missing, as in 2w?',
    },
  },
  'soa/zero-timer': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1912 §2.2',
    summary: 'SOA refresh of 0',
    messages: {
      time: 'Refresh is 0, so secondaries would poll without a pause.',
    },
  },
});
