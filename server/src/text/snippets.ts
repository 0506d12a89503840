/** The text of a TextMate snippet with its placeholders filled by their defaults, for editors without tab stops: `${1:mail}` is mail, `${2|a,b|}` is a, `$0` nothing. */
export function plainText(snippet: string): string {
  return plain(snippet, 0, false).text;
}

function plain(snippet: string, from: number, inside: boolean): { readonly text: string; readonly end: number } {
  let text = '',
    i = from;
  while (i < snippet.length) {
    const c = snippet[i]!;
    if (inside && c === '}') return { text, end: i + 1 };
    if (c === '\\' && i + 1 < snippet.length && '\\$}'.includes(snippet[i + 1]!)) {
      text += snippet[i + 1]!;
      i += 2;
      continue;
    }
    const stop = /^\$(?:(\d+)|\{(\d+)(?:(\})|(:)|\|((?:[^\\|]|\\.)*)\|\}))/.exec(snippet.slice(i));
    if (c !== '$' || stop === null) {
      text += c;
      i++;
      continue;
    }
    i += stop[0].length;
    if (stop[5] !== undefined) text += (/^(?:[^\\,]|\\.)*/.exec(stop[5])?.[0] ?? '').replace(/\\(.)/g, '$1');
    if (stop[4] === undefined) continue;
    const inner = plain(snippet, i, true);
    text += inner.text;
    i = inner.end;
  }
  return { text, end: i };
}

/** Text that a snippet gives as it is. */
export const snippetText = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** A tab stop: a choice of several texts, one text, or the name of what belongs there. */
export function tabStop(number: number, texts: readonly string[], what: string): string {
  const [first, second] = texts;
  if (first === undefined) return `\${${number}:${snippetText(what)}}`;
  return second === undefined
    ? `\${${number}:${snippetText(first)}}`
    : `\${${number}|${texts.map((text) => text.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
}
