import type { Edit } from '../findings/fix.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';

/** The edit that silences a rule where its finding begins: a comment at the line's end, or the code added to the comment that is there for the same already. */
export function disableOnLine(text: SourceText, code: string, line: number): Edit {
  const whole = text
    .slice({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
    .replace(/[\r\n]+$/, '');
  const there = /;[ \t]*zonewright-disable-line((?:[ \t,]+(?!--)[^\s,;]+)+)/.exec(whole);
  const at = there === null ? whole.length : there.index + there[0].length,
    position = { line, character: at };
  const inserted =
    there === null ? `${/\s$/.test(whole) || whole === '' ? '' : ' '}; zonewright-disable-line ${code}` : ` ${code}`;
  return { uri: text.uri, range: { start: position, end: position }, text: inserted };
}
