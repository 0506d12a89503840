import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { defaultSettings } from '../../server/src/zone/lint/context.ts';
import { allRules } from '../../server/src/zone/lint/rules/index.ts';
import type { ZoneHost } from '../../server/src/zone/model/host.ts';
import { RecordView } from '../../server/src/zone/model/record-view.ts';
import { placeOf } from '../../server/src/zone/model/span.ts';
import type { LintedZone } from '../../server/src/zone/model/workspace.ts';
import { Workspace } from '../../server/src/zone/model/workspace.ts';
import type { Zone } from '../../server/src/zone/model/zone.ts';
import { Lexer } from '../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../server/src/zone/text/source-text.ts';
import type { RandomEdit } from './zone-texts.ts';
import { edit, longZoneText, placed, positionAt, zoneText } from './zone-texts.ts';

/** How many random sequences each property is tried with; a night's run sets more. */
const RUNS = Number(process.env['RUNS'] ?? 150), SEED = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) };

const never = (): boolean => false;
const settings = { ...defaultSettings, profile: 'all' } as const;

function sourceOf(uri: string, text: string): SourceText {
  const source = new SourceText(uri, new Lexer());
  source.load(new TextEncoder().encode(text), () => undefined);
  return source;
}

class Opened {
  readonly workspace = new Workspace(allRules);
  readonly text: SourceText;
  readonly part: SourceText;
  readonly linted: LintedZone;

  constructor(text: string, part: string, apex: string | undefined = 'example.com.') {
    this.text = sourceOf('file:///zones/example.com.zone', text);
    this.part = sourceOf('file:///zones/part.inc', part);
    const host: ZoneHost = { include: (name) => (name === 'part.inc' ? this.part : 'missing') };
    this.linted = this.workspace.open(this.text, { apex, host, settings });
  }

  settle(): this {
    while (!this.linted.settle(never)) continue;
    return this;
  }

  /** Everything that anybody can ask of the zone, in words and places that don't depend on how it came about. */
  picture(): { readonly records: readonly string[]; readonly findings: readonly string[]; readonly problems: readonly string[] } {
    const { zone } = this.linted;
    return { records: recordsOf(zone), findings: [...this.linted.shown()].map((finding) => JSON.stringify([finding.code, finding.severity, finding.message, finding.place, finding.related, finding.fix])).sort(), problems: problemsOf(zone) };
  }
}

function recordsOf(zone: Zone): readonly string[] {
  const found: string[] = [];
  for (const block of zone.blocks) {
    for (const id of block?.records ?? []) {
      const view = new RecordView(zone, id), { range, uri } = placeOf(zone, view.entrySpan);
      const target = view.target < 0 ? '' : zone.names.text(view.target);
      found.push([uri.slice(-12), range.start.line, range.start.character, range.end.line, range.end.character, zone.names.text(view.owner), view.ttl, view.type, zone.records.flags[id], target, zone.names.text(view.origin), view.source(), view.octets.join('.')].join(' '));
    }
  }
  return found.sort();
}

function problemsOf(zone: Zone): readonly string[] {
  const found: string[] = [];
  for (const block of zone.blocks) {
    for (const { code, message, start, end, args } of block?.problems ?? []) {
      const { uri, range } = placeOf(zone, { block: block!, start, end });
      found.push(JSON.stringify([uri.slice(-12), range, code, message, args]));
    }
  }
  return found.sort();
}

/** Every name knows its records and every name that is pointed at knows who points at it, and nobody else. */
function assertIndexesAreRight(zone: Zone): void {
  const { records } = zone, owned = new Map<number, Set<number>>(), pointed = new Map<number, Set<number>>();
  let alive = 0;
  for (const block of zone.blocks) {
    for (const id of block?.records ?? []) {
      alive++;
      assert.equal(records.block[id], block!.id, 'a record knows its block');
      const owner = records.owner[id]!, target = records.target[id]!;
      owned.set(owner, (owned.get(owner) ?? new Set()).add(id));
      if (target >= 0) pointed.set(target, (pointed.get(target) ?? new Set()).add(id));
    }
  }
  assert.equal(records.count, alive, 'as many records are counted as the blocks hold');
  for (let name = 0; name < zone.names.size; name++) {
    const chain = new Set<number>(), referrers = new Set<number>();
    for (let id = records.first(name); id >= 0; id = records.next[id]!) chain.add(id);
    for (let id = records.firstReferrer(name); id >= 0; id = records.nextReferrerOf(id)) referrers.add(id);
    assert.deepEqual(chain, owned.get(name) ?? new Set());
    assert.deepEqual(referrers, pointed.get(name) ?? new Set());
  }
}

interface Step {
  readonly edit: RandomEdit;
  /** 0: in the included file. */
  readonly inPart: number;
  /** Whether the zone comes to rest before the next edit. */
  readonly settles: boolean;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(fc.record({ edit, inPart: fc.integer({ min: 0, max: 9 }), settles: fc.boolean() }), { minLength: 1, maxLength: 12 });

function assertSameAsFresh(start: string, partStart: string, edits: readonly Step[]): void {
  let text = start, part = partStart.split('\n').slice(2, 8).join('\n');
  const edited = new Opened(text, part).settle();
  for (const { edit: random, inPart, settles } of edits) {
    const target = inPart === 0 ? edited.part : edited.text, { range, replacement, after } = placed(inPart === 0 ? part : text, random);
    if (inPart === 0) part = after; else text = after;
    edited.workspace.edit(target, range, replacement);
    if (settles) edited.settle();
  }
  edited.settle();
  assert.equal(edited.text.text(), new Opened(text, part).text.text());
  assertIndexesAreRight(edited.linted.zone);
  assert.deepEqual(edited.picture(), new Opened(text, part).settle().picture());
  assert.deepEqual([...edited.linted.engine.crashes], []);
}

describe('a zone after any edits', () => {
  it('is the zone that a fresh open of the same text gives', () => {
    fc.assert(fc.property(zoneText, zoneText, steps, assertSameAsFresh), { numRuns: RUNS, ...SEED });
  });

  it('is so too when it is long', () => {
    fc.assert(fc.property(longZoneText, zoneText, steps, assertSameAsFresh), { numRuns: Math.ceil(RUNS / 8), ...SEED });
  });

  it('is the same however long the slices of its settling are', () => {
    fc.assert(fc.property(zoneText, zoneText, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, partStart, steps) => {
      let text = start;
      const part = partStart.split('\n').slice(2, 8).join('\n'), edited = new Opened(text, part, undefined);
      for (const random of steps) {
        const { range, replacement, after } = placed(text, random);
        text = after;
        edited.workspace.edit(edited.text, range, replacement);
        edited.linted.settle(() => true);
      }
      for (let turns = 0; !edited.linted.settle(() => true); turns++) assert.ok(turns < 100_000, 'settling comes to an end');
      assert.deepEqual(edited.picture(), new Opened(text, part, undefined).settle().picture());
    }), { numRuns: RUNS, ...SEED });
  });

  it('has the same places for all characters as an editor', () => {
    fc.assert(fc.property(zoneText, fc.array(edit, { maxLength: 8 }), fc.double({ min: 0, max: 1, noNaN: true }), (start, steps, where) => {
      let text = start;
      const source = sourceOf('file:///zones/example.com.zone', text);
      for (const random of steps) {
        const { range, replacement, after } = placed(text, random);
        text = after;
        source.edit(range, replacement, () => undefined);
      }
      const shown = source.text();
      const offset = Math.floor(where * shown.length), position = positionAt(shown, offset), { chunk, offset: byte } = source.locate(position);
      assert.equal(source.lineCount, positionAt(shown, shown.length).line + 1);
      if ((shown.charCodeAt(offset) & 0xfc00) === 0xdc00 || (shown[offset - 1] === '\r' && shown[offset] === '\n')) return;
      assert.deepEqual(source.position(chunk, byte), position);
      assert.equal(source.slice({ start: { line: 0, character: 0 }, end: position }), shown.slice(0, offset));
    }), { numRuns: RUNS, ...SEED });
  });
});
