import type { ReaderRules } from './table.ts';

/** What the lexer reports, and what belongs to no zone file. */
export const lexicalRules: ReaderRules = {
  'syn/unbalanced-paren-open': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Unclosed parenthesis', fix: 'unsafe',
    messages: { found: 'This parenthesis is never closed: it swallows what follows, and servers refuse the file.' },
  },
  'syn/unbalanced-paren-close': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Closing parenthesis without an opening one', fix: 'unsafe',
    messages: { found: 'This ")" closes nothing: servers refuse the file.' },
  },
  'syn/nested-paren': {
    severity: 'warning', source: 'RFC 1035 §5.1', summary: 'Parenthesis inside parentheses', fix: 'safe',
    messages: { found: `Parentheses don't nest: NSD and Knot refuse a second "(" before the first is closed.` },
  },
  'syn/paren-first': {
    severity: 'warning', source: 'RFC 1035 §5.1', summary: 'Parenthesis at the start of a record', fix: 'safe',
    messages: { found: 'The record starts with a parenthesis: BIND accepts it, NSD and usually Knot refuse the line.' },
  },
  'syn/quote-adjacent': {
    severity: 'warning', source: 'RFC 1035 §5.1', summary: 'Missing space around a quoted string', fix: 'unsafe',
    messages: { found: '{text} touches the word before it: BIND reads two strings, Knot refuses the line, and so does NSD except in TXT.' },
  },
  'syn/unterminated-quote': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Unclosed quotation mark', fix: 'unsafe',
    messages: { found: `The string starting with {text} isn't closed on its line: servers refuse the file.`, lone: `This quotation mark opens a string that isn't closed on its line: servers refuse the file.` },
  },
  'syn/bad-escape': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Invalid backslash escape', fix: 'unsafe',
    messages: {
      found: 'Nothing follows this backslash on its line: servers refuse the line.',
      text: `"\\{escape}" isn't a valid escape (three digits up to 255): servers refuse the line.`,
      name: '"{name}" contains an invalid escape (three digits up to 255): servers refuse the line.',
    },
  },
  'syn/lone-cr': {
    severity: 'warning', source: 'RFC 1035 §5.1', summary: 'Carriage return without a line feed',
    messages: { found: `BIND treats this lone carriage return as a new line, other servers don't.` },
  },
  'syn/bom': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'UTF-8 byte order mark', fix: 'safe',
    messages: { found: 'This invisible byte order mark joins the next word: servers refuse the line or serve another name.' },
  },
  'syn/hash-comment': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Comment that starts with "#"', fix: 'safe',
    messages: {
      line: 'Only ";" starts a comment, not "{sign}": servers read this as a record and refuse it.',
      behind: 'Only ";" starts a comment, not "{sign}": servers read this as data and refuse the record.',
      owner: 'Only ";" starts a comment, not "{sign}": servers serve this record at "{name}".',
      inText: 'Only ";" starts a comment, not "{sign}": this is published as part of the text.',
    },
    severities: { owner: 'warning', inText: 'warning' },
  },
  'syn/slash-comment': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Comment that starts with "//" or "/*"', fix: 'safe',
    messages: {
      line: 'Only ";" starts a comment, not "{sign}": servers read this as a record and refuse it.',
      behind: 'Only ";" starts a comment, not "{sign}": servers read this as data and refuse the record.',
      owner: 'Only ";" starts a comment, not "{sign}": servers serve this record at "{name}".',
      inText: 'Only ";" starts a comment, not "{sign}": this is published as part of the text.',
    },
    severities: { owner: 'warning', inText: 'warning' },
  },
  'syn/private-key': {
    severity: 'error', bind: 'error', source: 'RFC 6781 §3.4.3', summary: 'Private key in a zone file',
    messages: { line: 'This line belongs to a private key: servers refuse the file, and its readers can sign for the zone.' },
  },
  'syn/merge-marker': {
    severity: 'error', bind: 'error', source: 'practice', summary: 'Unresolved merge conflict', fix: 'unsafe', severities: { published: 'warning' },
    messages: {
      refused: '"{marker}" is a merge conflict marker: servers refuse the file.',
      published: '"{marker}" is a merge conflict marker that became part of a record.',
    },
  },
  'syn/template-left': {
    severity: 'error', bind: 'error', source: 'practice', summary: 'Unfilled template variable',
    messages: {
      refused: '"{text}" looks like a template variable that was never filled in: servers refuse the record.',
      published: `"{text}" looks like a template variable that was never filled in: it's published as is.`,
    },
    severities: { published: 'warning' },
  },
  'syn/smart-quote': {
    severity: 'error', bind: 'error', source: 'practice', summary: 'Typographic or invisible character in place of a plain one', fix: 'safe',
    messages: {
      refused: 'This is {name}, not {plain}: servers refuse the record.',
      mail: 'This is {name}, not {plain}: it becomes part of the text, and mail servers ignore the record.',
      published: `This is {name}, not {plain}: it's published as part of the record.`,
      inString: `This is {name}, not {plain}: programs that read this text don't treat the two alike.`,
      refusedUnseen: `There's {name} here: servers refuse the record.`,
      mailUnseen: `There's {name} here: it becomes part of the text, and mail servers ignore the record.`,
      publishedUnseen: `There's {name} here: it's published as part of the record, and lookups don't match.`,
      inStringUnseen: `There's {name} in this text: programs that read it trip over it.`,
    },
    severities: { published: 'warning', publishedUnseen: 'warning', inString: 'warning', inStringUnseen: 'warning' },
  },
  'syn/nul': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'NUL octet', fix: 'safe',
    messages: {
      refused: 'This is a NUL octet, as in a damaged or UTF-16 file: BIND refuses the line.',
      published: 'This text contains a NUL octet, as in a damaged file: many programs stop reading there.',
    },
    severities: { published: 'warning' },
  },
  'syn/control-char': {
    severity: 'warning', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Raw control character', fix: 'safe',
    messages: {
      refused: 'This is an invisible control character ({escape}): servers refuse the record.',
      published: `This is an invisible control character ({escape}): it's published as part of the word.`,
    },
    severities: { refused: 'error' },
  },
};
