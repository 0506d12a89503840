/**
 * The line after which a new entry may stand when the cursor is on `line`: that line itself, or the later one where the
 * parentheses around it close (RFC 1035 §5.1). A parenthesis in a comment, in quotes or behind a backslash does not count.
 * Where it never closes, the last line.
 * @param lineAt text of a line, numbered from 0
 */
export function lastLineOfEntry(line: number, lineCount: number, lineAt: (line: number) => string): number {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < lineCount; at += 1) {
    for (const [token] of lineAt(at).matchAll(/\\.|[();"]/g)) {
      if (token === '"') quoted = !quoted;
      else if (quoted) continue;
      else if (token === ';') break;
      else if (token === '(') depth += 1;
      else if (token === ')') depth = Math.max(0, depth - 1);
    }
    if (at >= line && depth === 0 && !quoted) return at;
  }
  return lineCount - 1;
}
