import type { ReaderRules } from './table.ts';

/** What the lexer reports, and what belongs to no zone file. */
export const lexicalRules: ReaderRules = {
  'syn/unbalanced-paren-open': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'A parenthesis that is never closed.', fix: 'unsafe',
    messages: { found: 'This parenthesis is never closed, so what follows would belong to this record, and servers refuse the file. Add ")" where the record ends.' },
  },
  'syn/unbalanced-paren-close': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'A closing parenthesis without an opening one.', fix: 'unsafe',
    messages: { found: 'No parenthesis is open here: servers refuse the file. Remove this ")", or add the "(" that it closes.' },
  },
  'syn/nested-paren': {
    severity: 'warning', source: 'RFC 1035 §5.1', summary: 'A parenthesis inside parentheses.', fix: 'safe',
    messages: { found: 'Parentheses do not nest: NSD and Knot refuse a second "(" before the first is closed. Keep only the outer pair.' },
  },
  'syn/paren-first': {
    severity: 'warning', source: 'RFC 1035 §5.1', summary: 'A record that begins with a parenthesis.', fix: 'safe',
    messages: { found: 'The record begins with a parenthesis: BIND reads on behind it, NSD refuses the line, and so does Knot as a rule. Put the "(" behind the first word.' },
  },
  'syn/quote-adjacent': {
    severity: 'warning', source: 'RFC 1035 §5.1', summary: 'A quoted string without a space before or behind it.', fix: 'unsafe',
    messages: { found: '{text} touches what stands before it: BIND reads two strings, where Knot refuses the line, and NSD but for TXT. Put a space between them; a quotation mark that belongs to the text is written \\".' },
  },
  'syn/unterminated-quote': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'A quotation mark that is not closed on its line.', fix: 'unsafe',
    messages: { found: 'The string {text} is not closed on its line: servers refuse the file. Add the closing quotation mark.', lone: 'This quotation mark opens a string that is not closed on its line: servers refuse the file. Remove it, or add the other one.' },
  },
  'syn/bad-escape': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'A backslash that is not followed by a character or by three digits up to 255.', fix: 'unsafe',
    messages: {
      found: 'This backslash has nothing behind it on its line: servers refuse the line. Remove it; lines are joined by parentheses.',
      text: 'Behind a backslash, "{escape}" must be three digits up to 255: servers refuse the line. For a backslash itself write \\\\.',
      name: 'In the name "{name}", what stands behind the backslash must be three digits up to 255: servers refuse the line. For a backslash itself write \\\\.',
    },
  },
  'syn/lone-cr': {
    severity: 'warning', source: 'RFC 1035 §5.1', summary: 'A carriage return without a line feed.',
    messages: { found: 'A carriage return without a line feed: BIND sees a new line here, other servers do not. Save the file with LF line endings.' },
  },
  'syn/bom': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'A UTF-8 byte order mark.', fix: 'safe',
    messages: { found: 'An invisible byte order mark stands here: servers take it as part of the first word, and refuse the line or serve another name. Save the file as UTF-8 without BOM.' },
  },
  'syn/hash-comment': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'A comment that begins with #.', fix: 'safe',
    messages: {
      line: 'A comment begins with ";" in zone files, not with "{sign}": servers read this line as a record, and refuse it.',
      behind: 'A comment begins with ";" in zone files, not with "{sign}": servers take the words from here on as data, and refuse the record.',
      owner: '"{name}" is read as an owner name: this record is served, while "{sign}" looks as if it were a comment. Write ";" to comment it out.',
      inText: 'A comment begins with ";" in zone files: from "{sign}" on, these words are published as part of the text.',
    },
    severities: { owner: 'warning', inText: 'warning' },
  },
  'syn/slash-comment': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'A comment that begins with // or /*.', fix: 'safe',
    messages: {
      line: 'A comment begins with ";" in zone files, not with "{sign}": servers read this line as a record, and refuse it.',
      behind: 'A comment begins with ";" in zone files, not with "{sign}": servers take the words from here on as data, and refuse the record.',
      owner: '"{name}" is read as an owner name: this record is served, while "{sign}" looks as if it were a comment. Write ";" to comment it out.',
      inText: 'A comment begins with ";" in zone files: from "{sign}" on, these words are published as part of the text.',
    },
    severities: { owner: 'warning', inText: 'warning' },
  },
  'syn/private-key': {
    severity: 'error', bind: 'error', source: 'RFC 6781 §3.4.3', summary: 'A line of a private key.',
    messages: { line: 'This is a line of a private key: servers refuse the file, and whoever can read it can sign in the name of the zone. Remove the whole key from the file and its history, and replace it by a new one.' },
  },
  'syn/merge-marker': {
    severity: 'error', bind: 'error', source: 'practice', summary: 'A line that version control left at a conflict.', fix: 'unsafe', severities: { published: 'warning' },
    messages: {
      refused: '"{marker}" is what version control writes where two changes met: servers refuse the file. Keep one of the two versions, and remove the three marker lines.',
      published: '"{marker}" is what version control writes where two changes met, and here it became part of a record. Keep one of the two versions, and remove the marker lines.',
    },
  },
  'syn/template-left': {
    severity: 'error', bind: 'error', source: 'practice', summary: 'A variable of a template that nothing was put in for.',
    messages: {
      refused: '"{text}" looks like a variable of a template that nothing was put in for: servers refuse the record.',
      published: '"{text}" looks like a variable of a template that nothing was put in for: it is published as it stands.',
    },
    severities: { published: 'warning' },
  },
  'syn/smart-quote': {
    severity: 'error', bind: 'error', source: 'practice', summary: 'A typographic or invisible character in place of a plain one.', fix: 'safe',
    messages: {
      refused: 'This is {name}, where a zone file needs {plain}: servers refuse the record.',
      mail: 'This is {name}, where a zone file needs {plain}: it becomes part of the text, and no mail server knows the record.',
      published: 'This is {name}, where a zone file needs {plain}: it becomes part of what is published.',
      inString: 'This is {name}, not {plain}: programs that read this text will not take the two for the same.',
      refusedUnseen: 'Here is {name}: servers refuse the record because of it. Remove it.',
      mailUnseen: 'Here is {name}: it becomes part of the text, and no mail server knows the record. Remove it.',
      publishedUnseen: 'Here is {name}: it becomes part of what is published, so nobody finds or understands it. Remove it.',
      inStringUnseen: 'Here is {name}: it becomes part of the text, and programs that read the text trip over it. Remove it.',
    },
    severities: { published: 'warning', publishedUnseen: 'warning', inString: 'warning', inStringUnseen: 'warning' },
  },
  'syn/nul': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'A NUL octet.', fix: 'safe',
    messages: {
      refused: 'A NUL octet stands here, as in a damaged file or one saved as UTF-16: BIND refuses the line. Remove it.',
      published: 'A NUL octet stands in this text, as in a damaged file: it is published, and many programs read the text only up to it.',
    },
    severities: { published: 'warning' },
  },
  'syn/control-char': {
    severity: 'warning', bind: 'error', source: 'RFC 1035 §5.1', summary: 'A raw control character.', fix: 'safe',
    messages: {
      refused: 'The control character {escape} stands here, and nobody sees it: servers refuse the record. Remove it.',
      published: 'The control character {escape} stands here, and nobody sees it: it is published as part of this word. Remove it, or write {escape} if it is meant.',
    },
    severities: { refused: 'error' },
  },
};
