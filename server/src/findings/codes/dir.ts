import { codes } from '../code.ts';

export const dirCodes = codes({
  'dir/date': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'BIND',
    summary: '$DATE directive from a BIND dump',
    messages: {
      date: 'BIND writes $DATE into its own dumps; other servers refuse it.',
      missing: '$DATE has no time: every server refuses the line.',
      bad: '"{text}" isn\'t a time such as 20260101120000: every server refuses the line.',
      extra: '"{text}" is too much: $DATE takes one time, so every server refuses the line.',
    },
    severities: { date: 'information' },
  },
  'dir/generate-bad-lhs': {
    severity: 'error',
    bind: 'error',
    source: 'BIND',
    summary: 'Invalid owner names from $GENERATE',
    messages: {
      invalid: '"{text}" produces invalid owner names ({code}): BIND refuses the zone.',
    },
  },
  'dir/generate-brace': {
    severity: 'error',
    bind: 'error',
    source: 'BIND',
    summary: 'Invalid ${…} in $GENERATE',
    messages: {
      brace: 'The braces in "{text}" don\'t hold offset, width and base, as in ${0,3,d}: BIND refuses the line.',
      overflow: 'With the offset in "{text}" the numbers exceed 2147483647: BIND refuses the line.',
    },
  },
  'dir/generate-meta-type': {
    severity: 'error',
    bind: 'error',
    source: 'BIND',
    summary: 'Query type in $GENERATE',
    messages: {
      meta: '{type} exists in queries, never as data: BIND refuses the line.',
    },
  },
  'dir/generate-negative-offset': {
    severity: 'warning',
    source: 'BIND',
    summary: 'Negative number from a ${…} offset',
    messages: {
      negative:
        'The offset in "{text}" makes numbers negative: BIND writes a minus sign, or huge octal and hexadecimal numbers.',
    },
  },
  'dir/generate-no-dollar': {
    severity: 'warning',
    source: 'BIND',
    summary: '$GENERATE owner without $',
    messages: {
      owner: '"{owner}" has no $, so every step produces the same owner name.',
    },
  },
  'dir/generate-overlap': {
    severity: 'warning',
    source: 'practice',
    summary: 'Record at a name that $GENERATE also produces',
    messages: {
      overlap: '$GENERATE also produces {type} for {name}, so the name has both records.',
    },
  },
  'dir/generate-portable': {
    severity: 'warning',
    profile: 'all',
    source: 'BIND',
    summary: "BIND's own $GENERATE",
    messages: {
      bindOnly: "$GENERATE is BIND's own: NSD, Knot and other servers refuse the zone file.",
    },
  },
  'dir/generate-range': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'BIND',
    summary: 'Invalid $GENERATE range',
    messages: {
      rest: 'BIND ignores "{rest}" after the range in "{text}".',
      range: '"{text}" isn\'t a range (first-last or first-last/step): BIND refuses the line.',
      backwards: '"{text}" runs backwards: BIND refuses the line.',
    },
    severities: { rest: 'warning' },
  },
  'dir/generate-rdata-invalid': {
    severity: 'error',
    bind: 'error',
    source: 'BIND',
    summary: 'Invalid records from $GENERATE',
    messages: {
      invalid: '"{text}" makes {count} of the generated records invalid ({code}): BIND refuses the zone.',
    },
  },
  'dir/generate-step': {
    severity: 'error',
    bind: 'error',
    source: 'BIND',
    summary: '$GENERATE step of zero or beyond the range',
    messages: {
      zero: 'The step of "{text}" is 0, so the range never ends: BIND refuses the line.',
      never: 'The step of "{text}" is longer than the range, so only the first record is made.',
    },
    severities: { never: 'warning' },
  },
  'dir/generate-syntax': {
    severity: 'error',
    bind: 'error',
    source: 'BIND',
    summary: 'Missing or extra parts in $GENERATE',
    messages: {
      open: 'This parenthesis is still open at the $GENERATE data: BIND refuses the line.',
      short: '$GENERATE needs a range, an owner, a type and data: BIND refuses the line.',
      noOwner: '{text} is where the owner belongs: BIND reads it as a name and refuses the line.',
      extra: '"{text}" is too much, as data with spaces needs quotation marks here: BIND refuses the line.',
    },
  },
  'dir/generate-too-many': {
    severity: 'warning',
    source: 'practice',
    summary: '$GENERATE range over the limit for checking',
    messages: {
      tooMany: '"{text}" exceeds the {limit} records read from $GENERATE here, so its records aren\'t checked.',
    },
  },
  'dir/include-extra': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 1035 §5.1',
    summary: 'Extra words after $INCLUDE',
    messages: {
      extra: '"{text}" is too much for $INCLUDE (a file name and an optional origin): servers refuse the line.',
    },
  },
  'dir/origin-extra': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 1035 §5.1',
    summary: 'Extra words after $ORIGIN',
    messages: {
      extra: '"{text}" is too much: $ORIGIN takes one name, so servers refuse the line.',
    },
  },
  'dir/origin-mismatch-filename': {
    severity: 'warning',
    profile: 'strict',
    source: 'practice',
    summary: 'File named after a different zone',
    messages: {
      other: 'This SOA is for {zone}, but the file is named after {named}.',
    },
  },
  'dir/origin-missing': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 1035 §5.1',
    summary: '$ORIGIN without a name',
    messages: {
      missing: '$ORIGIN has no name: servers refuse the line.',
    },
  },
  'dir/origin-outside': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1035 §5.1',
    summary: '$ORIGIN outside the zone',
    messages: {
      cut: '{origin} is only a part of {zone}: servers ignore every record below whose name is completed with it.',
      outside: "{origin} isn't in zone {zone}: servers ignore every record below whose name is completed with it.",
    },
  },
  'dir/origin-portable': {
    severity: 'warning',
    profile: 'all',
    fix: 'safe',
    source: 'RFC 1035 §5.1',
    summary: 'Relative origin, unreadable for NSD and Knot DNS',
    messages: {
      relative: '{written} means {origin} in BIND, but Knot refuses the file, and NSD accepts only "@".',
    },
  },
  'dir/origin-relative': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1035 §5.1',
    summary: '$ORIGIN without a final dot',
    messages: {
      cut: "This origin means {becomes}, which completes every relative name below: it's only a part of {apex}.",
      relative: 'Without a final dot this origin means {becomes}, which completes every relative name below.',
    },
  },
  'dir/origin-unused': {
    severity: 'hint',
    profile: 'all',
    fix: 'safe',
    source: 'practice',
    summary: '$ORIGIN without effect',
    messages: {
      unused: 'Every name up to the next $ORIGIN is complete, so this one has no effect.',
      same: 'The $ORIGIN above is the same, so this one has no effect.',
    },
  },
  'dir/ttl-bad': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 2308 §4',
    summary: 'Invalid $TTL value',
    messages: {
      bad: '"{text}" isn\'t a valid time: servers refuse the line.',
      near: '"{text}" isn\'t a valid time: servers refuse the line. Did you mean {near}?',
      overflow: '{text} is over 32 bits, and a TTL is at most 2147483647: servers refuse the line.',
    },
  },
  'dir/ttl-duplicate': {
    severity: 'hint',
    profile: 'all',
    fix: 'unsafe',
    source: 'RFC 2308 §4',
    summary: 'Repeated $TTL',
    messages: {
      again: 'This second $TTL applies from here on: {ttl} for records without a TTL, a different one above.',
      same: 'The $TTL above is the same, so this one changes nothing.',
    },
  },
  'dir/ttl-extra': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 2308 §4',
    summary: 'Extra words after $TTL',
    messages: {
      extra: '"{text}" is too much: $TTL takes one value, so servers refuse the line.',
      near: '"{text}" is too much, as times have no spaces: servers refuse the line. Did you mean {near}?',
    },
  },
  'dir/ttl-missing': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 2308 §4',
    summary: '$TTL without a value',
    messages: {
      missing: '$TTL has no value: servers refuse the line.',
    },
  },
  'dir/ttl-position': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 2308 §4',
    summary: '$TTL after records that need it',
    messages: {
      late: "This $TTL comes too late: records above took the previous record's TTL instead of {ttl}.",
    },
  },
  'dir/unknown': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 1035 §5.1',
    summary: 'Unknown directive',
    messages: {
      unknown: "{text} isn't a directive: servers refuse the line.",
      near: "{text} isn't a directive: servers refuse the line. Did you mean {near}?",
      noDollar: '"{text}" is read as an owner name, so servers refuse the line. Did you mean {near}?',
    },
  },
});
