/** A second opinion on where an inserted line has its columns, which knows nothing of how the product lays lines out. */

const TAB = 8;

const HEAD = /^(\S+)?(\s+)((?:\d\w*\s+)?(?:(?:IN|CH|HS)\s+)?(?:\d\w*\s+)?)([A-Za-z][A-Za-z0-9-]*)\s+\S/;

/** The columns at which a record's type and data begin on a line, from 0; undefined for a line that isn't one whole record. */
function columnsOf(line: string): { readonly owner: number; readonly type: number } | undefined {
  const match = HEAD.exec(line);
  if (match === null || /^[;$@]?\s*[;$]/.test(line)) return undefined;
  const [, owner = '', gap, middle] = match;
  return { owner: owner.length, type: width(owner + gap! + middle!) };
}

function width(text: string): number {
  let column = 0;
  for (const c of text) column = c === '\t' ? column + TAB - (column % TAB) : column + 1;
  return column;
}

/** Of lines that are only in the changed text, one whose type isn't where the neighbors have theirs, though its owner name leaves room. */
export function misplacedLine(before: string, after: string): string | undefined {
  const old = new Set(before.split(/\r?\n/)),
    lines = after.split(/\r?\n/);
  // A line that replaces another one keeps what columns that had.
  if (lines.length <= before.split(/\r?\n/).length) return undefined;
  for (const [k, line] of lines.entries()) {
    if (old.has(line)) continue;
    const own = columnsOf(line),
      neighbors = [lines[k - 1], lines[k + 1]].flatMap((other) =>
        other === undefined ? [] : (columnsOf(other) ?? []),
      );
    if (own === undefined || neighbors.length === 0 || own.owner + 1 > Math.max(...neighbors.map(({ type }) => type)))
      continue;
    if (!neighbors.some(({ type }) => type === own.type)) return line;
  }
  return undefined;
}
