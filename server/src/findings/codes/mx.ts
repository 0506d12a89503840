import { codes } from '../code.ts';

export const mxCodes = codes({
  'mx/backup-worse': {
    severity: 'hint',
    profile: 'strict',
    fix: 'unsafe',
    source: 'practice',
    summary: 'Backup MX host that bypasses the mail filter',
    messages: {
      past: 'Mail sent to {backup} bypasses {provider} (the preferred MX is {preferred}), and spammers try the least preferred host first.',
    },
  },
  'mx/below-dname': {
    severity: 'error',
    bind: 'warning',
    source: 'RFC 2181 §10.3, RFC 6672 §2.3',
    summary: 'MX target below a DNAME',
    messages: {
      redirected:
        'A DNAME at {dname} turns {target} into an alias, which an MX must not name: some servers refuse the mail.',
    },
  },
  'mx/cname': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 2181 §10.3',
    summary: 'Alias as an MX target',
    messages: {
      alias:
        '{target} is an alias (CNAME) of {canonical}, which an MX must not name: some servers refuse the mail or loop.',
    },
  },
  'mx/duplicate-target': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 5321 §5.1',
    summary: 'MX host listed twice',
    messages: {
      twice:
        '{target} is already listed with preference {other}, which senders try first, so this record adds nothing.',
    },
  },
  'mx/is-ip': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 1035 §3.3.9',
    summary: 'IP address as an MX target',
    messages: {
      address: "{address} is an IP address, not a host name, so mail can't be delivered.",
    },
  },
  'mx/localhost': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 6761 §6.3',
    summary: 'MX record for localhost',
    messages: {
      localhost: '{target} is the sending server itself, which finds a loop and gives up.',
    },
  },
  'mx/missing': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 5321 §5.1, RFC 7505 §4.2',
    summary: 'Sending domain without an MX record',
    messages: {
      implicit: '{domain} sends mail but has no MX record, so replies and bounces go to its address records.',
      nowhere:
        "{domain} sends mail but has neither MX nor address records: replies can't reach it, and receivers may refuse its mail.",
    },
  },
  'mx/missing-dot': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 1035 §5.1',
    summary: 'MX target without its final dot',
    messages: {
      dot: "Without a final dot, {written} means {becomes}, which has no address, so mail can't be delivered.",
    },
  },
  'mx/no-address': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 5321 §5.1',
    summary: 'MX target without an address record',
    messages: {
      missing: "{target} has no A or AAAA record in this zone, so mail can't be delivered to it.",
      elsewhere: "{target} has no A or AAAA record in the zone {zone}, so mail can't be delivered to it.",
    },
  },
  'mx/null-alone': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 7505 §4.2',
    summary: 'Null MX without SPF and DMARC records',
    messages: {
      alone: '{domain} takes no mail, but without SPF and DMARC records any host can send as it.',
    },
  },
  'mx/null-nonzero-pref': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 7505 §3',
    summary: 'Null MX with a preference other than 0',
    messages: {
      preference:
        "A null MX has preference 0, not {preference}: some senders don't see that {name} takes no mail and keep trying.",
    },
  },
  'mx/null-with-others': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 7505 §3',
    summary: 'Null MX next to other MX records',
    messages: {
      beside:
        'The null MX "." says that {name} takes no mail, but it has other MX records too; what senders do is undefined.',
    },
  },
  'mx/null-with-spf-pass': {
    severity: 'warning',
    source: 'RFC 7505 §4.2',
    summary: 'Null MX with an SPF record that lets hosts send',
    messages: {
      sends:
        "{name} takes no mail (null MX), but its SPF record lets hosts send: receivers may refuse mail that can't be answered.",
    },
  },
  'mx/parked': {
    severity: 'hint',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 7505 §3',
    summary: 'Parked name without a null MX',
    messages: {
      parked:
        '{domain} sends no mail and has an address but no MX record, so senders keep trying to deliver there for days.',
    },
  },
  'mx/pref-range': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 1035 §3.3.9',
    summary: 'Invalid MX preference',
    messages: {
      range: '"{value}" is out of range for {field} ({min} to {max}): BIND refuses the zone.',
      notNumber: '"{value}" isn\'t a number for {field} ({min} to {max}): BIND refuses the zone.',
    },
  },
  'mx/private': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 6890 §2.2.2',
    summary: "Mail host with an address the internet can't reach",
    messages: {
      private: "The mail host {host} has the address {address}, {kind}, which senders on the internet can't reach.",
    },
  },
  'mx/provider-legacy': {
    severity: 'information',
    profile: 'strict',
    source: 'practice',
    summary: 'Outdated MX host of a provider',
    messages: {
      legacy: '{target} is an old MX host of {provider} and may be switched off. {advice}',
    },
  },
  'mx/provider-retired': {
    severity: 'warning',
    source: 'practice',
    summary: 'MX record for a discontinued service or verification',
    messages: {
      retired: "{target} doesn't accept mail. {advice}",
    },
  },
  'mx/provider-form': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'practice',
    summary: "Provider host that can't take mail",
    messages: {
      doubled: "{target} has {provider} twice, so mail can't be delivered.",
      form: "{target} isn't a name that {provider} gives out, so mail can't be delivered.",
      client: "{target} is where people read and send mail with {provider}: mail to the domain isn't accepted there.",
    },
  },
  'mx/provider-typo': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'practice',
    summary: 'Mistyped MX host of a provider',
    messages: {
      typo: "{target} differs from {provider}'s {meant} by a letter or two: mail is lost, or goes to the owner of that name.",
    },
  },
  'mx/same-address-twice': {
    severity: 'hint',
    profile: 'all',
    source: 'practice',
    summary: 'Two MX hosts with the same address',
    messages: {
      same: '{target} and {other} share the address {address}, so when one is unreachable, so is the other.',
    },
  },
  'mx/single': {
    severity: 'hint',
    profile: 'all',
    source: 'practice',
    summary: 'Single MX host',
    messages: {
      single:
        "{target} is the only MX host of {name}: while it's down, mail waits at the senders, four to five days at most.",
    },
  },
  'mx/target-no-aaaa': {
    severity: 'hint',
    profile: 'all',
    source: 'practice',
    summary: 'Mail hosts limited to one IP version',
    messages: {
      only4: "The mail hosts of {name} in this zone have no IPv6 address, so senders without IPv4 can't deliver.",
      only6:
        "The mail hosts of {name} in this zone have no IPv4 address, so the many senders without IPv6 can't deliver.",
    },
  },
  'mx/target-ttl-low': {
    severity: 'hint',
    profile: 'all',
    source: 'practice',
    summary: 'Mail host address with a very short TTL',
    messages: {
      short:
        "The address of {target} has a TTL of only {ttl} seconds: if its name servers can't be reached, mail stops within minutes.",
    },
    options: {
      seconds: { type: 'number', description: 'TTLs below this are reported.', default: 300 },
    },
  },
});
