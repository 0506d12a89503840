import { allCodes, codeTable } from '../../server/src/findings/codes/index.ts';
/** What this program makes of a zone file, without the command line around it. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Bounds } from '../../server/src/hosts/node/bounds.ts';
import { checkZones } from '../../server/src/cli/zones/check-zones.ts';
import { plainBytes } from '../../server/src/cli/input/read-bytes.ts';
import { readZone } from '../../server/src/cli/input/one-zone.ts';
import { readingProblems } from '../../server/src/cli/zones/reading-problems.ts';
import { printZone } from '../../server/src/zone/format/compiled-zone.ts';
import { Lexer } from '../../server/src/zone/syntax/lexer.ts';
import { ENTRY_END } from '../../server/src/text/token-kinds.ts';
import { defaultSettings } from '../../server/src/findings/lint-settings.ts';
import { allChecks } from '../../server/src/lint/rules/index.ts';

const absolute = (origin: string): string => (origin.endsWith('.') ? origin : `${origin}.`).toLowerCase();

export interface Refusal {
  readonly code: string;
  readonly text: string;
}

/** The records as `compile` prints them; or why there are none. */
export function ourRecords(
  origin: string,
  file: string,
): { readonly text: string } | { readonly refused: readonly Refusal[] } {
  const zone = readZone(file, absolute(origin), plainBytes(readFileSync(file)));
  const errors = readingProblems(zone).filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    return { refused: errors.map(({ place, message, code }) => ({ code, text: `${place}: ${message} [${code}]` })) };
  let text = '';
  printZone(zone, (lines) => {
    text += lines;
  });
  return { text };
}

export interface OurError {
  readonly code: string;
  readonly message: string;
  /** First and last line, from 1, of the entry that it is in. */
  readonly lines: readonly [number, number];
  /** Whether the rule says that BIND refuses this too. */
  readonly bind: boolean;
}

/** BIND tells these too, and in some cases loads the zone nevertheless. */
const toldOnly = new Set(['deleg/ns-no-address', 'mx/no-address']);
const bindErrors = new Set<string>(allCodes.filter((code) => codeTable[code].bind === 'error' && !toldOnly.has(code)));

/** The errors that `check` finds. */
export function ourErrors(origin: string, file: string): readonly OurError[] {
  const input = {
    path: file,
    bytes: plainBytes(readFileSync(file)),
    apex: absolute(origin),
    view: undefined,
    settings: defaultSettings,
    directory: undefined,
    received: false,
    named: true,
  };
  const [checked] = checkZones([input], allChecks, { bounds: new Bounds([path.dirname(file)]) }, () => undefined);
  const { linted } = checked!,
    entryOf = entries(input.bytes);
  if (linted.engine.crashes.size > 0) throw new Error(`a rule failed: ${[...linted.engine.crashes].join('\n')}`);
  return [...linted.shown()]
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, place: { range } }) => ({
      code,
      message,
      lines: entryOf(range.start.line + 1, range.end.line + 1),
      bind: bindErrors.has(code),
    }));
}

/** From lines to those of the whole entries that they are in. */
function entries(bytes: Uint8Array): (first: number, last: number) => readonly [number, number] {
  const lexer = new Lexer(),
    spans: (readonly [number, number])[] = [];
  lexer.read(bytes, 0, bytes.length, bytes.length, true);
  const lineAt = (offset: number): number => bytes.subarray(0, offset).filter((c) => c === 10).length + 1;
  for (let k = 0; k < lexer.count; k += 2)
    if ((lexer.tokens[k + 1]! & 7) === ENTRY_END)
      spans.push([lineAt(lexer.tokens[k]!), lineAt(Math.max(0, (lexer.tokens[k + 1]! >> 3) - 1))]);
  return (first, last) => {
    const touched = spans.filter(([from, to]) => from <= last && to >= first);
    return touched.length === 0 ? [first, last] : [touched[0]![0], touched.at(-1)![1]];
  };
}
