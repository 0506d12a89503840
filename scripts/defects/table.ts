import type { Defect } from '../../test/defects/corpus.ts';
import type { Cell } from './verdict.ts';

export interface Column {
  readonly name: string;
  readonly version: string;
  readonly call: string;
}

export interface Row {
  readonly area: string;
  readonly title: string;
  readonly code: string;
  readonly cells: readonly string[];
}

const found = (cell: string): boolean => cell.startsWith('✔');
const escaped = (text: string): string => text.replaceAll('|', '\\|');
const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;

/** The codes of a defect as the table names them: `–` for one that Zonewright does not look for. */
export const codesOf = ({ codes }: Defect): string => [...new Set(codes.flatMap((some) => some.split(' ')))].join(', ');

export const rowOf = (defect: Defect, cells: readonly Cell[]): Row => ({
  area: defect.area,
  title: defect.title,
  code: codesOf(defect),
  cells,
});

/** How many defects each tool finds, how many of them with the line, and of how many it can say nothing. */
export function summary(columns: readonly Column[], rows: readonly Row[]): readonly string[] {
  return columns.map(({ name, version, call }, column) => {
    const cells = rows.map(({ cells: of }) => of[column]!);
    const count = (is: (cell: string) => boolean): string => String(cells.filter(is).length);
    return line([
      name,
      version,
      `\`${call}\``,
      count(found),
      count((cell) => cell === '✔ line'),
      count((cell) => cell === 'n/a' || cell === 'hangs'),
    ]);
  });
}

export function page(
  title: string,
  introduction: string,
  columns: readonly Column[],
  rows: readonly Row[],
  explanation: string,
): string {
  const areas = [...new Set(rows.map(({ area }) => area))];
  const sections = areas.map((area) => {
    const head = ['defect', 'finding of Zonewright', ...columns.map(({ name }) => name)];
    return `## ${area}\n\n${line(head)}\n${line(head.map(() => '---'))}\n${rows
      .filter((row) => row.area === area)
      .map((row) => line([row.title, row.code, ...row.cells]))
      .join('\n')}\n`;
  });
  const head = `| tool | version | call | finds of ${rows.length} | with the line | can’t say |\n| --- | --- | --- | --- | --- | --- |`;
  return `# ${title}\n\n${introduction}\n\n${head}\n${summary(columns, rows).join('\n')}\n\n${explanation}\n\n${sections.join('\n')}`;
}

/** The rows of a page that was written so, and the lines of its summary. */
export function readTable(text: string): { readonly rows: readonly Row[]; readonly summary: readonly string[] } {
  const rows: Row[] = [],
    [head = '', ...sections] = text.split(/^## /m);
  for (const section of sections) {
    const [area = '', ...lines] = section.split('\n');
    for (const cells of lines
      .filter((each) => each.startsWith('| '))
      .slice(2)
      .map(cellsOf))
      rows.push({ area, title: cells[0]!, code: cells[1]!, cells: cells.slice(2) });
  }
  return {
    rows,
    summary: head
      .split('\n')
      .filter((each) => each.startsWith('| '))
      .slice(2),
  };
}

const cellsOf = (text: string): readonly string[] =>
  text
    .slice(2, -2)
    .split(/ (?<!\\)\| /)
    .map((cell) => cell.replaceAll('\\|', '|'));
