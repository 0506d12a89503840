import type { ReaderRules } from './table.ts';

/** What is told about `$` directives. */
export const directiveRules: ReaderRules = {
  'dir/unknown': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Unknown directive', fix: 'unsafe',
    messages: {
      unknown: `{text} isn't a directive: servers refuse the line.`,
      near: `{text} isn't a directive: servers refuse the line. Did you mean {near}?`,
      noDollar: '"{text}" is read as an owner name, so servers refuse the line. Did you mean {near}?',
    },
  },
  'dir/date': {
    severity: 'error', bind: 'error', severities: { date: 'information' }, source: 'BIND', summary: '$DATE directive from a BIND dump', fix: 'unsafe',
    messages: {
      date: 'BIND writes $DATE into its own dumps; other servers refuse it.',
      missing: '$DATE has no time: every server refuses the line.',
      bad: `"{text}" isn't a time such as 20260101120000: every server refuses the line.`,
      extra: '"{text}" is too much: $DATE takes one time, so every server refuses the line.',
    },
  },
  'dir/ttl-missing': {
    severity: 'error', bind: 'error', source: 'RFC 2308 §4', summary: '$TTL without a value', fix: 'unsafe',
    messages: { missing: '$TTL has no value: servers refuse the line.' },
  },
  'dir/ttl-bad': {
    severity: 'error', bind: 'error', source: 'RFC 2308 §4', summary: 'Invalid $TTL value', fix: 'unsafe',
    messages: {
      bad: `"{text}" isn't a valid time: servers refuse the line.`,
      near: `"{text}" isn't a valid time: servers refuse the line. Did you mean {near}?`,
      overflow: '{text} is over 32 bits, and a TTL is at most 2147483647: servers refuse the line.',
    },
  },
  'dir/ttl-extra': {
    severity: 'error', bind: 'error', source: 'RFC 2308 §4', summary: 'Extra words after $TTL', fix: 'unsafe',
    messages: { extra: '"{text}" is too much: $TTL takes one value, so servers refuse the line.', near: '"{text}" is too much, as times have no spaces: servers refuse the line. Did you mean {near}?' },
  },
  'dir/ttl-position': {
    severity: 'warning', source: 'RFC 2308 §4', summary: '$TTL after records that need it', fix: 'unsafe',
    messages: { late: `This $TTL comes too late: records above took the previous record's TTL instead of {ttl}.` },
  },
  'dir/ttl-duplicate': {
    severity: 'hint', profile: 'all', source: 'RFC 2308 §4', summary: 'Repeated $TTL', fix: 'unsafe',
    messages: {
      again: 'This second $TTL applies from here on: {ttl} for records without a TTL, a different one above.',
      same: 'The $TTL above is the same, so this one changes nothing.',
    },
  },
  'dir/origin-missing': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: '$ORIGIN without a name', fix: 'unsafe',
    messages: { missing: '$ORIGIN has no name: servers refuse the line.' },
  },
  'dir/origin-extra': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Extra words after $ORIGIN', fix: 'unsafe',
    messages: { extra: '"{text}" is too much: $ORIGIN takes one name, so servers refuse the line.' },
  },
  'syn/include-missing': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: '$INCLUDE of a missing file',
    messages: { found: `{file} doesn't exist: servers refuse the zone.`, missing: '$INCLUDE has no file name: servers refuse the line.' },
  },
  'syn/include-directory': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: '$INCLUDE of a folder',
    messages: { found: '{file} is a folder, not a file: servers refuse the zone.' },
  },
  'syn/include-outside-root': {
    severity: 'warning', source: 'practice', summary: '$INCLUDE of a file outside the workspace',
    messages: { found: `{file} is outside the open folders, so it wasn't read or checked.` },
  },
  'syn/include-unreadable': {
    severity: 'warning', source: 'practice', summary: 'Included file that can\'t be read',
    messages: {
      special: `{file} isn't a regular file, so its records weren't checked.`,
      unreadable: `{file} can't be opened, so its records weren't checked.`,
      foreign: '{file} doesn\'t read like a zone file, so it wasn\'t read.',
      unanswered: `The file system of {file} doesn't answer, so its records weren't checked.`,
    },
  },
  'syn/include-cycle': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Circular $INCLUDE',
    messages: { found: '{file} includes itself, directly or through other files: servers read it forever or refuse the zone.' },
  },
  'syn/include-depth': {
    severity: 'error', source: 'practice', summary: '$INCLUDE nested too deeply',
    messages: { found: `{file} is more than 30 files deep, surely by mistake: it wasn't read.` },
  },
  'syn/file-too-large': {
    severity: 'warning', source: 'practice', summary: 'Included file that exceeds the size limit',
    messages: { found: `{file} is too large to read here, so it wasn't checked.` },
  },
  'dir/include-extra': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Extra words after $INCLUDE', fix: 'unsafe',
    messages: { extra: '"{text}" is too much for $INCLUDE (a file name and an optional origin): servers refuse the line.' },
  },
};
