// Writes docs/zone-defects-by-tool.md and docs/mail-defects-by-tool.md: what each tool says of each bad zone in test/defects.
// Usage: scripts/defects-by-tool.ts [zone] [mail] [--only WORD] [--explain WORD]
// --only measures the defects with the word in their names, and those that have no row yet; --explain prints what the tools say of those, and writes nothing.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { defects } from '../test/defects/corpus.ts';
import type { Defect, Kind } from '../test/defects/corpus.ts';
import { lintFiles } from '../test/rules/lint-example.ts';
import type { ExampleFile } from '../test/rules/page.ts';
import { allChecks } from '../server/src/lint/rules/index.ts';
import { mailTools } from './defects/mail-tools.ts';
import { codesOf, page, readTable, rowOf } from './defects/table.ts';
import type { Column, Row } from './defects/table.ts';
import { judge } from './defects/verdict.ts';
import type { Cell, Heard, WrittenZone } from './defects/verdict.ts';
import { mailText, zoneText } from './defects/words.ts';
import { worldOf } from './defects/world.ts';
import { zoneTools } from './defects/zone-tools.ts';
import { root } from './paths.ts';

function wordAfter(option: string): string | undefined {
  const at = process.argv.indexOf(option);
  return at < 0 ? undefined : (process.argv[at + 1] ?? '');
}

const explained = wordAfter('--explain'),
  only = wordAfter('--only');
const kinds = (['zone', 'mail'] as const).filter(
  (kind) => process.argv.includes(kind) || !(process.argv.includes('zone') || process.argv.includes('mail')),
);
const folder = mkdtempSync(path.join(os.tmpdir(), 'zonewright-defects-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

function refuseWithout(
  tools: readonly { readonly name: string; readonly version: () => string | undefined; readonly install: string }[],
): void {
  const missing = tools.filter(({ version }) => version() === undefined);
  if (missing.length === 0) return;
  console.error(
    `Nothing was written, for the tables would lose a column. Missing: ${missing.map(({ name, install }) => `${name} (${install})`).join(', ')}.`,
  );
  process.exit(1);
}

let written = 0;

function write(files: readonly ExampleFile[], settings: Readonly<Record<string, unknown>>): WrittenZone {
  const into = path.join(folder, String(written++));
  mkdirSync(into);
  for (const { name, text } of files) writeFileSync(path.join(into, name), text);
  return { folder: into, files, settings };
}

/** The linter itself: a process of the command line for each zone would take minutes. Hints are left out, for they are no findings. */
function zonewright({ files, settings }: WrittenZone): Heard {
  const findings = lintFiles(files, allChecks, settings).findings.filter(({ severity }) => severity !== 'hint');
  return {
    refused: findings.some(({ severity }) => severity === 'error'),
    complaints: findings.map(({ code, message, place: { range } }) => ({
      text: `${code} ${message}`,
      line: range.start.line + 1,
    })),
  };
}

/** Lines that a tool may name for a defect: those of the marks, and of the other records involved, such as the CNAME beside the record that it forbids. */
function linesOf({ files, settings }: Defect): ReadonlySet<number> {
  const marked = files.flatMap(({ marks }) => marks.map(({ start }) => start.line + 1)),
    { findings } = lintFiles(files, allChecks, settings);
  const involved = findings
    .filter(({ place }) => marked.includes(place.range.start.line + 1))
    .flatMap(({ related }) => related.map(({ place }) => place.range.start.line + 1));
  return new Set([...marked, ...involved]);
}

function tell({ name }: Defect, tool: string, bad: Heard, repaired: Heard, cell: Cell): Cell {
  if (explained === undefined) return cell;
  console.log(`${name} · ${tool}: ${cell}`);
  for (const { text, line } of bad.complaints) console.log(`   ${line ?? ''} ${text}`);
  for (const { text } of repaired.complaints) console.log(`   (repaired) ${text}`);
  return cell;
}

async function zoneRow(defect: Defect): Promise<Row> {
  const bad = write(defect.files, defect.settings),
    repaired = write(defect.repaired, defect.settings),
    lines = linesOf(defect);
  return rowOf(
    defect,
    await Promise.all(
      [{ name: 'Zonewright', hear: async (zone: WrittenZone) => zonewright(zone) }, ...zoneTools].map(
        async ({ name, hear }) => {
          const of = await Promise.all([hear(bad), hear(repaired)]);
          return tell(defect, name, ...of, judge(...of, lines));
        },
      ),
    ),
  );
}

async function mailRow(defect: Defect): Promise<Row> {
  const bad = write(defect.files, defect.settings),
    repaired = write(defect.repaired, defect.settings),
    lines = linesOf(defect);
  const worlds = [worldOf(bad), worldOf(repaired)] as const,
    both = worlds.flatMap((world) => (world === undefined ? [] : [world]));
  const of = [zonewright(bad), zonewright(repaired)] as const,
    cells = [tell(defect, 'Zonewright', ...of, judge(...of, lines))];
  for (const { name, judge: ask } of mailTools) {
    const heard = await Promise.all(
      worlds.map(
        async (world): Promise<Heard> =>
          world === undefined
            ? { refused: true, complaints: [], silent: 'not served' }
            : { refused: false, complaints: (await ask(world, both)).map((text) => ({ text })) },
      ),
    );
    cells.push(tell(defect, name, heard[0]!, heard[1]!, judge(heard[0]!, heard[1]!, lines)));
  }
  return rowOf(defect, cells);
}

const pageOf = (kind: Kind): string => path.join(root, `docs/${kind}-defects-by-tool.md`);

async function rows(kind: Kind, columns: readonly Column[]): Promise<readonly Row[]> {
  const made: Row[] = [],
    file = pageOf(kind),
    before = only === undefined || !existsSync(file) ? [] : readTable(readFileSync(file, 'utf8')).rows;
  for (const defect of defects(kind)) {
    if (explained !== undefined && !defect.name.includes(explained)) continue;
    const known =
      only === undefined || defect.name.includes(only)
        ? undefined
        : before.find(
            ({ area, title, code }) => area === defect.area && title === defect.title && code === codesOf(defect),
          );
    made.push(known ?? (await (kind === 'zone' ? zoneRow(defect) : mailRow(defect))));
  }
  console.log(
    `${made.length} ${kind} defects: ${columns.map(({ name }, k) => `${name} ${made.filter(({ cells }) => cells[k]!.startsWith('✔')).length}`).join(', ')}`,
  );
  return made;
}

refuseWithout([...zoneTools.map((tool) => ({ ...tool, install: `apt-get install ${tool.package}` })), ...mailTools]);
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { readonly version: string };
const own: Column = { name: 'Zonewright', version, call: 'zonewright check FOLDER' };
for (const kind of kinds) {
  const tools: readonly Column[] = [
    own,
    ...(kind === 'zone' ? zoneTools : mailTools).map(({ name, version: versionOf, call }) => ({
      name,
      version: versionOf()!,
      call,
    })),
  ];
  const made = await rows(kind, tools),
    { title, introduction, explanation } = kind === 'zone' ? zoneText : mailText;
  if (explained === undefined) writeFileSync(pageOf(kind), page(title, introduction, tools, made, explanation));
}
process.exit();
