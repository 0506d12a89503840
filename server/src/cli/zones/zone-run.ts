import { pathToFileURL } from 'node:url';
import type { LintSettings } from '../../findings/lint-settings.ts';
import type { Check } from '../../lint/engine/check.ts';
import { ZoneShelf } from '../../workspace/zone-shelf.ts';
import type { ShelvedZone } from '../../workspace/zone-shelf.ts';
import { Zone } from '../../zone/model/zone.ts';
import { Lexer } from '../../zone/syntax/lexer.ts';
import { SourceText } from '../../zone/syntax/source-text.ts';
import { includeHost, IncludedTexts } from '../input/include-host.ts';
import type { IncludeHostOptions } from '../input/include-host.ts';
import type { ZoneInput } from '../input/zone-input.ts';
import type { CheckedZone } from './check-zones.ts';
import { SOA } from '../../zone/rrtypes/codes.ts';
import { DOLLAR } from '../../text/octets.ts';

/** All zones of a run, each of which is judged when it is asked for; they see one another. */
export class ZoneRun {
  readonly inputs: readonly ZoneInput[];
  private readonly zones: readonly InputZone[];
  private readonly shelf: ZoneShelf<InputZone>;

  /** `room`: how much the zones that are kept in case another one asks for them may take together, in octets. */
  constructor(inputs: readonly ZoneInput[], checks: readonly Check[], options: IncludeHostOptions, room: number) {
    const shared = { ...options, texts: options.texts ?? new IncludedTexts() };
    this.inputs = inputs;
    this.zones = inputs.map((input) => new InputZone(input, shared));
    this.shelf = new ZoneShelf(this.zones, checks, room);
  }

  judge(index: number): CheckedZone {
    const input = this.inputs[index]!,
      linted = this.shelf.judge(this.zones[index]!);
    linted.apexIsGuess = input.isGuess === true;
    return { input, linted };
  }
}

/** One for all: a file is cut at a stretch. */
const lexer = new Lexer();

class InputZone implements ShelvedZone {
  private readonly input: ZoneInput;
  private readonly options: IncludeHostOptions;
  private url: string | undefined;

  constructor(input: ZoneInput, options: IncludeHostOptions) {
    this.input = input;
    this.options = options;
  }

  get uri(): string {
    return (this.url ??= pathToFileURL(this.input.path).href);
  }
  get view(): string | undefined {
    return this.input.view;
  }
  get apex(): string | undefined {
    return this.input.apex;
  }
  get settings(): LintSettings {
    return this.input.settings;
  }
  get octets(): number {
    return this.input.bytes.length;
  }

  open(): Zone {
    const { path, bytes, apex, directory } = this.input,
      host = includeHost(path, directory === undefined ? this.options : { ...this.options, directory });
    const zone = new Zone(new SourceText(this.uri, lexer), { apex, host, expectedBytes: bytes.length });
    zone.open(ownBytes(bytes));
    return zone;
  }
}

/** Octets that threads share are read more slowly, and not all of Node takes them. */
const ownBytes = (bytes: Uint8Array): Uint8Array => (bytes.buffer instanceof ArrayBuffer ? bytes : bytes.slice());

const LETTER_I = 105;

/** The inputs that are zones of their own: not those without an SOA, named by nobody, that another one includes. */
export function wholeZones(inputs: readonly ZoneInput[], options: IncludeHostOptions): readonly ZoneInput[] {
  if (inputs.every(({ named }) => named)) return inputs;
  const included = new Set<string>(),
    shared = { ...options, texts: new IncludedTexts() };
  for (const input of inputs)
    if (mayInclude(input.bytes)) collectIncluded(new InputZone(input, shared).open(), included);
  return included.size === 0
    ? inputs
    : inputs.filter(
        (input) =>
          input.named || !included.has(pathToFileURL(input.path).href) || hasSoa(new InputZone(input, shared).open()),
      );
}

/** Whether there is a `$INCLUDE` in a text, or something like it. */
function mayInclude(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(DOLLAR); at >= 0; at = bytes.indexOf(DOLLAR, at + 1))
    if ((bytes[at + 1]! | 32) === LETTER_I) return true;
  return false;
}

function collectIncluded({ blocks, root }: Zone, into: Set<string>): void {
  for (const block of blocks) if (block !== undefined && block.file !== root) into.add(block.file.uri);
  for (const block of blocks) for (const file of block?.includes ?? []) into.add(file.uri);
}

function hasSoa({ records }: Zone): boolean {
  return records.countOf(SOA) > 0;
}
