/** Characters of word processors that stand for a qualifier; as octets, in UTF-8 or Windows-1252. */

export interface Lookalike {
  readonly text: string;
  /** What the keyboard has. */
  readonly expected: '-' | '~';
  readonly name: string;
}

const table: readonly Lookalike[] = [
  { text: '\xe2\x80\x90', expected: '-', name: 'a typographic hyphen' },
  { text: '\xe2\x80\x91', expected: '-', name: 'a non-breaking hyphen' },
  { text: '\xe2\x80\x92', expected: '-', name: 'a figure dash' },
  { text: '\xe2\x80\x93', expected: '-', name: 'an en dash' },
  { text: '\xe2\x80\x94', expected: '-', name: 'an em dash' },
  { text: '\xe2\x88\x92', expected: '-', name: 'a minus sign' },
  { text: '\xef\xbc\x8d', expected: '-', name: 'a full-width hyphen' },
  { text: '\xef\xb9\xa3', expected: '-', name: 'a small hyphen' },
  { text: '\xc2\xad', expected: '-', name: 'a soft hyphen' },
  { text: '\x96', expected: '-', name: 'an en dash' },
  { text: '\x97', expected: '-', name: 'an em dash' },
  { text: '\xcb\x9c', expected: '~', name: 'a small tilde' },
  { text: '\xe2\x88\xbc', expected: '~', name: 'a tilde operator' },
  { text: '\xef\xbd\x9e', expected: '~', name: 'a full-width tilde' },
  { text: '\xe3\x80\x9c', expected: '~', name: 'a wave dash' },
];

/** The one with which a term begins. */
export function lookalike(term: string): Lookalike | undefined {
  return table.find(({ text }) => term.startsWith(text));
}
