import { codes } from '../code.ts';

export const zoneCodes = codes({
  'zone/a-without-v4-ns': {
    severity: 'information',
    source: 'RFC 3901 §4',
    summary: 'No name server with an IPv4 address',
    messages: {
      none: "No name server of {name} has an IPv4 address: resolvers without IPv6 can't look it up.",
    },
  },
  'zone/aaaa-without-v6-ns': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 3901 §4',
    summary: 'IPv6 host without a name server on IPv6',
    messages: {
      none: "{host} has an IPv6 address, but no name server of {name} does: IPv6-only resolvers can't find it.",
    },
  },
  'zone/at-in-name': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1035 §5.1',
    summary: '"@" inside a name',
    messages: {
      origin: 'Only a lone "@" means the origin: clients never look up {written}.',
      mail: '{written} contains an "@", so clients never look it up. Mailboxes need a dot.',
    },
  },
  'zone/case-duplicate-owner': {
    severity: 'hint',
    profile: 'all',
    source: 'practice',
    summary: 'Records of one name in separate places',
    messages: {
      again: 'Other records of {name} are further up, so an edit may miss one of the two places.',
    },
  },
  'zone/double-origin': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1912 §3.2',
    summary: 'Zone name repeated in an absolute name',
    messages: {
      appended: "{written} is a complete name with the zone's name after it, which isn't in the zone.",
      twice: "{written} contains the zone's name twice, so clients never look it up.",
    },
  },
  'zone/empty-nonterminal': {
    severity: 'information',
    profile: 'all',
    source: 'RFC 4592 §2.2.2',
    summary: 'Empty non-terminal',
    messages: {
      empty: "{name} exists only because of {below}: queries get an empty answer, and wildcards don't cover it.",
      more: "{count} more names exist only because of names below them. They aren't listed one by one.",
    },
  },
  'zone/er-txt': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 9567 §6.3',
    summary: 'Error-reporting zone without a wildcard TXT record',
    messages: {
      missing: '{name} collects error reports, but {wildcard} has no TXT record: resolvers repeat their reports.',
    },
  },
  'zone/extra-dot': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 1035 §5.1',
    summary: 'Single-label name with a final dot',
    messages: {
      known: 'With the final dot, {written} means a nonexistent top-level domain, not {meant}.',
      other: "With the final dot, {written} means a top-level domain that doesn't exist.",
    },
  },
  'zone/missing-dot': {
    severity: 'warning',
    bind: 'error',
    fix: 'safe',
    source: 'RFC 1035 §5.1',
    summary: 'Absolute name without its final dot',
    messages: {
      owner: 'Without a final dot this means {becomes}, which clients never look up.',
      target: "Without a final dot this means {becomes}, which isn't in the zone.",
      server: 'Without a final dot this means {becomes}, a name server without an address: BIND refuses the zone.',
    },
    severities: { server: 'error' },
  },
  'zone/multiple-soa': {
    severity: 'error',
    bind: 'error',
    fix: 'safe',
    source: 'RFC 1035 §5.2',
    summary: 'Multiple SOA records',
    messages: {
      second: 'This is a second SOA record for {name}: servers refuse the file.',
      same: 'This repeats the SOA record of {name}: BIND and Knot accept it, NSD refuses the file.',
    },
    severities: { same: 'information' },
  },
  'zone/name-case': {
    severity: 'hint',
    profile: 'all',
    fix: 'unsafe',
    source: 'RFC 4343 §3',
    summary: 'Inconsistent letter case of a name',
    messages: {
      differs: '{written} is written {first} elsewhere, but DNS treats them as the same name.',
    },
  },
  'zone/no-apex-ns': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 1034 §4.2.1',
    summary: 'Apex without an NS record',
    messages: {
      none: '{apex} has no NS record, so BIND refuses the zone.',
    },
  },
  'zone/no-soa': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 1035 §5.2',
    summary: 'Zone without an SOA record at its apex',
    messages: {
      none: "This zone has no SOA record, so servers don't load it.",
      notAtApex: "{apex} has no SOA record, so servers don't load this zone. Is it another zone?",
    },
  },
  'zone/out-of-zone-data': {
    severity: 'warning',
    bind: 'warning',
    fix: 'unsafe',
    source: 'RFC 1034 §4.2.1',
    summary: 'Record outside the zone',
    messages: {
      outside: "{name} isn't in the zone {apex}: BIND and Knot ignore this record, NSD refuses the file.",
      single:
        'With the final dot, {name} means a top-level domain outside {apex}: BIND and Knot ignore this record, NSD refuses the file.',
      trigger: "{name} isn't in the zone {apex}, so servers ignore this trigger. Write {right}.",
    },
  },
  'zone/serial-ahead': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 1912 §2.2',
    summary: 'Serial dated in the future',
    messages: {
      ahead: "The serial {serial} is dated {days} days ahead ({date}): until then, today's date counts as older.",
    },
  },
  'zone/serial-backwards': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1982 §3.2',
    summary: 'Serial that went backwards',
    messages: {
      smaller: 'The serial went from {before} down to {serial}: secondaries keep the old zone.',
    },
  },
  'zone/serial-format': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 1912 §2.2',
    summary: 'Serial with an impossible date',
    messages: {
      noDate: "The serial {serial} looks like a date, but {date} doesn't exist: secondaries may miss the next change.",
      dayFirst: 'The serial {serial} starts with the day, so it shrinks next month, and secondaries stop updating.',
    },
  },
  'zone/serial-future': {
    severity: 'warning',
    source: 'RFC 1912 §2.2',
    summary: 'Serial dated more than a year ahead',
    messages: {
      ahead: 'The serial {serial} is dated {date}, over a year ahead: any earlier date counts as older.',
    },
  },
  'zone/serial-short': {
    severity: 'hint',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 1912 §2.2',
    summary: 'Date serial without a count',
    messages: {
      noCount: 'The serial {serial} is a date without a count, which allows one change a day.',
    },
  },
  'zone/serial-unchanged': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1912 §2.2',
    summary: 'Changed records with an unchanged serial',
    messages: {
      same: 'Records were changed and saved, but the serial is still {serial}: secondaries keep the old zone.',
    },
  },
  'zone/serial-zero': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'practice',
    summary: 'Serial of 0',
    messages: {
      zero: 'The serial is 0, which some programs read as "unset".',
    },
  },
  'zone/soa-not-apex': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 1035 §5.2',
    summary: 'SOA record not at the apex',
    messages: {
      elsewhere: 'This SOA record is for {name}, but the zone is {apex}: servers refuse the file.',
    },
  },
  'zone/soa-not-first': {
    severity: 'warning',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 1035 §5.2',
    summary: "SOA record that isn't first in the file",
    messages: {
      later: 'The SOA record comes after other records, but some programs expect it first.',
    },
  },
  'zone/too-many-records-per-type': {
    severity: 'warning',
    source: 'BIND',
    summary: 'More than 100 records of one type at a name',
    messages: {
      many: "{name} has more than {most} {type} records, so BIND doesn't load the zone by default.",
    },
    options: {
      most: { type: 'number', description: 'How many records of one type a name may have.', default: 100 },
    },
  },
  'zone/inherited-owner': {
    severity: 'warning',
    source: 'RFC 1035 §5.1',
    summary: 'Record that inherits an unlikely owner name',
    messages: {
      service: "This {type} record inherits the owner {owner}, a name of a service that has no host's records.",
      apart: 'This {type} record inherits the owner {owner} from above the gap: was it meant for {apex}?',
    },
    severities: { apart: 'information' },
  },
});
