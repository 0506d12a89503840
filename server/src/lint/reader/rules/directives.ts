import type { ReaderRules } from './table.ts';

/** What is told about `$` directives. */
export const directiveRules: ReaderRules = {
  'dir/unknown': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'A $ directive that no server knows.', fix: 'unsafe',
    messages: {
      unknown: '{text} is no directive: servers refuse this line. There are $TTL, $ORIGIN, $INCLUDE, and $GENERATE in BIND.',
      near: '{text} is no directive: servers refuse this line. Did you mean {near}?',
      noDollar: '"{text}" is read as an owner name, and servers refuse this line. The directive is {near}.',
    },
  },
  'dir/date': {
    severity: 'error', bind: 'error', severities: { date: 'information' }, source: 'BIND', summary: 'A $DATE directive, as BIND writes it into dumps.', fix: 'unsafe',
    messages: {
      date: '$DATE is what BIND writes into its own dumps; other servers refuse it.',
      missing: '$DATE has no time behind it: every server refuses this line. Remove it.',
      bad: '"{text}" is no time such as 20260101120000: every server refuses this line. Remove it.',
      extra: '"{text}" is too much: $DATE has one time, and every server refuses this line. Remove it.',
    },
  },
  'dir/ttl-missing': {
    severity: 'error', bind: 'error', source: 'RFC 2308 §4', summary: '$TTL without a value.', fix: 'unsafe',
    messages: { missing: '$TTL needs a time, as in "$TTL 3600" or "$TTL 1h": servers refuse this line.' },
  },
  'dir/ttl-bad': {
    severity: 'error', bind: 'error', source: 'RFC 2308 §4', summary: '$TTL with something that is no time.', fix: 'unsafe',
    messages: {
      bad: '"{text}" is no time: servers refuse this line. Write seconds, or units as in 1h30m.',
      near: '"{text}" is no time: servers refuse this line. Did you mean {near}?',
      overflow: '{text} is more than 32 bits hold, and the largest TTL is 2147483647: servers refuse this line.',
    },
  },
  'dir/ttl-extra': {
    severity: 'error', bind: 'error', source: 'RFC 2308 §4', summary: 'Something behind the value of $TTL.', fix: 'unsafe',
    messages: { extra: '"{text}" is too much: $TTL has one value, and servers refuse this line. Put ";" before a comment.', near: '"{text}" is too much: a time has no spaces, and servers refuse this line. Did you mean {near}?' },
  },
  'dir/ttl-position': {
    severity: 'warning', source: 'RFC 2308 §4', summary: 'A $TTL behind records that needed one.', fix: 'unsafe',
    messages: { late: 'This $TTL does not count for the records above it: those without TTL took the TTL of the record before them instead of {ttl}. Put $TTL at the top of the file.' },
  },
  'dir/ttl-duplicate': {
    severity: 'hint', profile: 'all', source: 'RFC 2308 §4', summary: 'More than one $TTL.', fix: 'unsafe',
    messages: {
      again: 'Another $TTL stands above: from here on, records without TTL have {ttl}, and those above another one.',
      same: 'The same $TTL stands above, so this one changes nothing. Remove it, so that nobody changes one and forgets the other.',
    },
  },
  'dir/origin-missing': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: '$ORIGIN without a name.', fix: 'unsafe',
    messages: { missing: '$ORIGIN needs a name, as in "$ORIGIN example.com.": servers refuse this line.' },
  },
  'dir/origin-extra': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Something behind the name of $ORIGIN.', fix: 'unsafe',
    messages: { extra: '"{text}" is too much: $ORIGIN has one name, and servers refuse this line. Put ";" before a comment.' },
  },
  'syn/include-missing': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'An $INCLUDE of a file that is not there.',
    messages: { found: 'There is no file {file}: servers refuse the zone.', missing: '$INCLUDE needs a file name: servers refuse this line.' },
  },
  'syn/include-directory': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'An $INCLUDE of a folder.',
    messages: { found: '{file} is a folder: servers refuse the zone. Name a file in it.' },
  },
  'syn/include-outside-root': {
    severity: 'warning', source: 'practice', summary: 'An $INCLUDE of a file outside the workspace.',
    messages: { found: '{file} is outside the folders that are open here, so it was not read; what it holds is missing from every check.' },
  },
  'syn/include-unreadable': {
    severity: 'warning', source: 'practice', summary: 'Included file that can\'t be read',
    messages: {
      special: '{file} isn\'t a regular file, so its records are missing from every check.',
      unreadable: '{file} can\'t be opened, so its records are missing from every check.',
      foreign: '{file} doesn\'t read like a zone file, so it wasn\'t read.',
      unanswered: 'The file system that holds {file} doesn\'t answer, so the file\'s records are missing from every check.',
    },
  },
  'syn/include-cycle': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'A file that includes itself, directly or through others.',
    messages: { found: '{file} includes itself, here or further down: servers would read it for ever, or refuse the zone.' },
  },
  'syn/include-depth': {
    severity: 'error', source: 'practice', summary: 'Files that include one another too deeply.',
    messages: { found: '{file} is more than 30 files deep: that is surely a mistake, and it was not read.' },
  },
  'syn/file-too-large': {
    severity: 'warning', source: 'practice', summary: 'An included file that is too large to be read.',
    messages: { found: '{file} is too large to be read here; what it holds is missing from every check.' },
  },
  'dir/include-extra': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Something behind the file and origin of $INCLUDE.', fix: 'unsafe',
    messages: { extra: '"{text}" is too much: $INCLUDE has a file name and at most an origin, and servers refuse this line. Put ";" before a comment.' },
  },
};
