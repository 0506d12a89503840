import { fileURLToPath } from 'node:url';
import type { Edit, Fix } from '../../findings/fix.ts';
import type { Check } from '../../lint/engine/check.ts';
import { encode } from '../../text/utf8.ts';
import type { SourceText } from '../../zone/syntax/source-text.ts';
import type { Position } from '../../text/positions.ts';
import { writeNow } from '../../hosts/node/writing.ts';
import { checkZones, findingsByFile } from './check-zones.ts';
import type { CheckedZone } from './check-zones.ts';
import { Failure, reasonOf } from '../process/failure.ts';
import type { IncludeHostOptions } from '../input/include-host.ts';
import type { ZoneInput } from '../input/zone-input.ts';
import { LARGEST_ZONE, whyRefused } from '../input/read-bytes.ts';

/** A fix may make room for another one; more rounds than this mean that two undo each other. */
const ROUNDS = 10;

export interface Fixed {
  /** The zones as they are afterwards. */
  readonly checked: readonly CheckedZone[];
  /** How many fixes were carried out. */
  readonly count: number;
  /** Absolute paths of the files that were written. */
  readonly files: readonly string[];
}

/** Carries out all safe fixes until there are none left, and writes the files back. */
export function fixZones(first: readonly CheckedZone[], inputs: readonly ZoneInput[], checks: readonly Check[], options: IncludeHostOptions): Fixed {
  const changed = new Map<string, Uint8Array>();
  let checked = first, count = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const splices = new Splices(checked);
    for (const one of checked) for (const findings of findingsByFile(one).values()) for (const { fixes } of findings) if (splices.take(fixes)) count++;
    if (splices.isEmpty) break;
    for (const [file, bytes] of splices.carriedOut()) changed.set(file, bytes);
    checked = checkZones(inputs.map((input) => ({ ...input, bytes: changed.get(input.path) ?? input.bytes })), checks, { ...options, overlay: changed }, () => undefined);
  }
  for (const [file, bytes] of changed) {
    try {
      const refused = writeNow(file, bytes, options.bounds);
      if (refused !== undefined) throw new Failure(`${file} isn't written: it ${whyRefused(refused, LARGEST_ZONE)}.`);
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw new Failure(`${file} can't be written: ${reasonOf(error)}.`);
    }
  }
  return { checked, count, files: [...changed.keys()] };
}

/** Bytes of a file. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The changes of one round, none of which touches another. */
class Splices {
  private readonly texts: ReadonlyMap<string, SourceText>;
  private readonly byUri = new Map<string, Splice[]>();

  constructor(checked: readonly CheckedZone[]) {
    this.texts = new Map(checked.flatMap(({ linted }) => [...[...linted.files()].map(({ text }) => text), ...linted.besides()].map((text) => [text.uri, text] as const)));
  }

  get isEmpty(): boolean { return this.byUri.size === 0; }

  /** Takes the safe one of a finding's fixes, as a whole or not at all: a change that comes too near to another one waits for the next round. */
  take(fixes: readonly Fix[]): boolean {
    const safe = fixes.filter((fix) => fix.safe), fix = safe.find(({ preferred }) => preferred) ?? safe[0];
    const splices = fix?.edits().map((edit) => this.spliceOf(edit));
    if (splices === undefined || splices.length === 0 || splices.some((one) => one === undefined)) return false;
    const whole = splices.filter((one) => one !== undefined);
    if (whole.some(({ uri, splice }) => this.byUri.get(uri)?.some((other) => touches(other, splice)) === true)) return false;
    for (const { uri, splice } of whole) {
      const list = this.byUri.get(uri);
      if (list === undefined) this.byUri.set(uri, [splice]); else list.push(splice);
    }
    return true;
  }

  *carriedOut(): Iterable<readonly [string, Uint8Array]> {
    for (const [uri, splices] of this.byUri) yield [fileURLToPath(uri), spliced(this.texts.get(uri)!, splices)];
  }

  /** Undefined for what no program may do alone: a new file, a text with gaps to fill in, a file that isn't part of this run. */
  private spliceOf(edit: Edit): { readonly uri: string; readonly splice: Splice } | undefined {
    if ('createFile' in edit || edit.snippet === true) return undefined;
    const text = this.texts.get(edit.uri);
    if (text === undefined) return undefined;
    return { uri: edit.uri, splice: { start: byteAt(text, edit.range.start), end: byteAt(text, edit.range.end), text: edit.text } };
  }
}

/** Two insertions at one place have no order, so they touch too. */
function touches(a: Splice, b: Splice): boolean { return a.start <= b.end && b.start <= a.end; }

function byteAt(text: SourceText, position: Position): number {
  const { chunk, offset } = text.locate(position);
  let byte = offset;
  for (let k = 0; k < chunk; k++) byte += text.chunks[k]!.bytes.length;
  return byte;
}

function spliced(text: SourceText, splices: readonly Splice[]): Uint8Array {
  const whole = new Uint8Array(text.byteLength), parts: Uint8Array[] = [];
  let at = 0;
  for (const { bytes } of text.chunks) { whole.set(bytes, at); at += bytes.length; }
  let from = 0;
  for (const { start, end, text: replacement } of splices.toSorted((a, b) => a.start - b.start)) {
    parts.push(whole.subarray(from, start), encode(replacement));
    from = end;
  }
  parts.push(whole.subarray(from));
  return Uint8Array.from(Buffer.concat(parts));
}
