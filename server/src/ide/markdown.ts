/** Text that means itself in Markdown. */
export const plain = (text: string): string =>
  text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&').replace(/[\r\n\u0000-\u001f]+/g, ' ');

/** Text as code within a line. */
export function code(text: string): string {
  const shown = text.replace(/[\r\n\u0000-\u001f]+/g, ' '),
    longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1),
    pad = longest > 0 || shown.startsWith(' ') ? ' ' : '';
  return shown === '' ? '' : `${fence}${pad}${shown}${pad}${fence}`;
}

/** Lines of a zone file, in its colours. */
export function zoneLines(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length))),
    fence = '`'.repeat(longest + 1);
  return [`${fence}dns-zone`, ...lines, fence].join('\n');
}

export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
