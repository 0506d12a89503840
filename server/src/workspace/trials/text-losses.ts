/** One edit as the text shows it. */
export interface Rewriting {
  /** The line before the edited range. */
  readonly head: string;
  readonly before: string;
  readonly after: string;
  /** The line after the edited range. */
  readonly rest: string;
}

export type TextLoss = 'comment' | 'string' | 'blank-line' | 'remark';

/** What edits take from a text that no record shows: comments and strings that are nowhere afterwards, blank lines, and what a comment beside a number says. `changesData`: some record has other data afterwards. */
export function textLoss(rewritings: readonly Rewriting[], changesData: boolean): TextLoss | undefined {
  const kept = letters(rewritings.map(({ after }) => after).join(''));
  const isLost = (written: string): boolean => !kept.includes(letters(written));
  for (const rewriting of rewritings) {
    const { before, after } = rewriting,
      { comments, strings } = wholesIn(rewriting);
    if (comments.some(isLost)) return 'comment';
    // The same data may be written in another way, and records that go as a whole are seen by those that are left.
    if (changesData && after.trim() !== '' && strings.some(isLost)) return 'string';
    if (blankLines(before) > blankLines(after)) return 'blank-line';
    if (contradicts(rewriting)) return 'remark';
  }
  return undefined;
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const blankLines = (text: string): number =>
  text
    .split(/\r\n|\n|\r/)
    .slice(1, -1)
    .filter((line) => line.trim() === '').length;

/** A number changes, and the comment after it has one too: `3600 ; refresh (1 hour)`. */
function contradicts({ before, after, rest }: Rewriting): boolean {
  if (!/^\s*\d\w*\s*$/.test(before) || before.trim() === after.trim()) return false;
  const comment = /^[^";]*;(.*)$/.exec(rest)?.[1];
  return comment !== undefined && /\d/.test(comment);
}

/** The comments and quoted strings that lie wholly in the edited range. */
function wholesIn({ head, before }: Rewriting): {
  readonly comments: readonly string[];
  readonly strings: readonly string[];
} {
  const comments: string[] = [],
    strings: string[] = [],
    text = head + before;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!,
      start = i;
    if (c === '\\') i++;
    else if (c === ';') {
      while (i < text.length && text[i] !== '\n' && text[i] !== '\r') i++;
      if (start >= head.length) comments.push(text.slice(start, i));
    } else if (c === '"') {
      for (i++; i < text.length && text[i] !== '"' && text[i] !== '\n'; i++) if (text[i] === '\\') i++;
      if (start >= head.length && text[i] === '"') strings.push(text.slice(start, i));
    }
  }
  return { comments, strings };
}
