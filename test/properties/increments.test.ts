import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { defaultSettings } from '../../server/src/findings/lint-settings.ts';
import { allChecks } from '../../server/src/lint/rules/index.ts';
import type { ZoneHost } from '../../server/src/zone/records/include-host.ts';
import { RecordView } from '../../server/src/zone/model/record-view.ts';
import { placeOf } from '../../server/src/zone/model/span.ts';
import type { LintedZone } from '../../server/src/workspace/workspace.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import type { Zone } from '../../server/src/zone/model/zone.ts';
import { Lexer } from '../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../server/src/zone/syntax/source-text.ts';
import type { RandomEdit } from './zone-texts.ts';
import { edit, longZoneText, placed, positionAt, reverseText, zoneText } from './zone-texts.ts';

/** How many random sequences each property is tried with; a night's run sets more. */
const RUNS = Number(process.env['RUNS'] ?? 150),
  SEED = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) };

const never = (): boolean => false;
const settings = { ...defaultSettings, profile: 'all' } as const;

function sourceOf(uri: string, text: string): SourceText {
  const source = new SourceText(uri, new Lexer());
  source.load(new TextEncoder().encode(text), () => undefined);
  return source;
}

/** A zone with an included file, and the reverse zone of its addresses, in one workspace. */
class Opened {
  readonly workspace = new Workspace(allChecks);
  readonly texts: readonly SourceText[];
  readonly linted: LintedZone;
  readonly reverse: LintedZone;

  constructor([text, part, reverse]: Texts, apex: string | undefined = 'example.com.') {
    const main = sourceOf('file:///zones/example.com.zone', text),
      included = sourceOf('file:///zones/part.inc', part),
      back = sourceOf('file:///zones/2.0.192.in-addr.arpa.zone', reverse);
    this.texts = [main, included, back];
    const host: ZoneHost = { include: (name) => (name === 'part.inc' ? included : 'missing') };
    this.linted = this.workspace.open(main, { apex, host, settings });
    this.reverse = this.workspace.open(back, { apex: '2.0.192.in-addr.arpa.', host, settings });
  }

  settle(): this {
    while (!(this.linted.settled && this.reverse.settled)) {
      this.linted.settle(never);
      this.reverse.settle(never);
    }
    return this;
  }

  /** Everything that anybody can ask of the zones, in words and places that don't depend on how they came about. */
  picture(): Readonly<Record<string, readonly string[]>> {
    const found: Record<string, readonly string[]> = {};
    for (const [name, { zone }] of [
      ['forward', this.linted],
      ['reverse', this.reverse],
    ] as const) {
      found[`records ${name}`] = recordsOf(zone);
      found[`problems ${name}`] = problemsOf(zone);
    }
    found['findings'] = [this.linted, this.reverse]
      .flatMap((linted) => [...linted.shown()])
      .map((finding) =>
        JSON.stringify([finding.code, finding.severity, finding.message, finding.place, finding.related, finding.fix]),
      )
      .sort();
    return found;
  }
}

/** The zone's own file, the included one, the reverse zone. */
type Texts = readonly [string, string, string];

function recordsOf(zone: Zone): readonly string[] {
  const found: string[] = [];
  for (const block of zone.blocks) {
    for (const id of block?.records ?? []) {
      const view = new RecordView(zone, id),
        { range, uri } = placeOf(zone, view.entrySpan);
      const target = view.target < 0 ? '' : zone.names.text(view.target);
      found.push(
        [
          uri.slice(-12),
          range.start.line,
          range.start.character,
          range.end.line,
          range.end.character,
          zone.names.text(view.owner),
          view.ttl,
          view.type,
          zone.records.flags[id],
          target,
          zone.names.text(view.origin),
          view.source(),
          view.octets.join('.'),
        ].join(' '),
      );
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
  const { records } = zone,
    owned = new Map<number, Set<number>>(),
    pointed = new Map<number, Set<number>>();
  let alive = 0;
  for (const block of zone.blocks) {
    for (const id of block?.records ?? []) {
      alive++;
      assert.equal(records.block[id], block!.id, 'a record knows its block');
      const owner = records.owner[id]!,
        target = records.target[id]!;
      owned.set(owner, (owned.get(owner) ?? new Set()).add(id));
      if (target >= 0) pointed.set(target, (pointed.get(target) ?? new Set()).add(id));
    }
  }
  assert.equal(records.count, alive, 'as many records are counted as the blocks hold');
  for (let name = 0; name < zone.names.size; name++) {
    const chain = new Set<number>(),
      referrers = new Set<number>();
    for (let id = records.first(name); id >= 0; id = records.next[id]!) chain.add(id);
    for (let id = records.firstReferrer(name); id >= 0; id = records.nextReferrerOf(id)) referrers.add(id);
    assert.deepEqual(chain, owned.get(name) ?? new Set());
    assert.deepEqual(referrers, pointed.get(name) ?? new Set());
  }
}

interface Step {
  readonly edit: RandomEdit;
  /** Which of the texts; most edits are in the zone's own file. */
  readonly target: number;
  /** Whether the zones come to rest before the next edit. */
  readonly settles: boolean;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({ edit, target: fc.constantFrom(0, 0, 0, 0, 1, 2, 2), settles: fc.boolean() }),
  { minLength: 1, maxLength: 12 },
);
const partText = zoneText.map((text) => text.split('\n').slice(2, 8).join('\n'));

function assertSameAsFresh(start: string, part: string, reverse: string, edits: readonly Step[]): void {
  const texts: [string, string, string] = [start, part, reverse],
    edited = new Opened(texts).settle();
  for (const { edit: random, target, settles } of edits) {
    const { range, replacement, after } = placed(texts[target]!, random);
    texts[target] = after;
    edited.workspace.edit(edited.texts[target]!, range, replacement);
    if (settles) edited.settle();
  }
  edited.settle();
  const fresh = new Opened(texts).settle();
  assert.deepEqual(
    edited.texts.map((text) => text.text()),
    fresh.texts.map((text) => text.text()),
  );
  assertIndexesAreRight(edited.linted.zone);
  assert.deepEqual(edited.picture(), fresh.picture());
  assert.deepEqual([...edited.linted.engine.crashes], []);
}

/** The valid example of a page: a zone whose chain of NSEC or NSEC3 records is whole. */
function validChain(area: string): string {
  const page = readFileSync(path.join(import.meta.dirname, '../../docs/rules', area, 'chain.md'), 'utf8');
  return /## Valid\n\n```zone\n([^]*?)```/.exec(page)?.[1] ?? assert.fail('the page has a valid example');
}

describe('a zone after any edits', () => {
  it('is the zone that a fresh open of the same text gives', () => {
    fc.assert(fc.property(zoneText, partText, reverseText, steps, assertSameAsFresh), { numRuns: RUNS, ...SEED });
  });

  it('is that zone, too, when it is signed', () => {
    const signed = fc.constantFrom(...['nsec', 'nsec3'].map(validChain));
    fc.assert(fc.property(signed, partText, reverseText, steps, assertSameAsFresh), { numRuns: RUNS, ...SEED });
  });

  it('is so too when it is long', () => {
    fc.assert(fc.property(longZoneText, partText, reverseText, steps, assertSameAsFresh), {
      numRuns: Math.ceil(RUNS / 8),
      ...SEED,
    });
  });

  it('is the same however long the slices of its settling are', () => {
    fc.assert(
      fc.property(
        zoneText,
        partText,
        reverseText,
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        (start, part, reverse, some) => {
          let text = start;
          const edited = new Opened([text, part, reverse], undefined);
          for (const random of some) {
            const { range, replacement, after } = placed(text, random);
            text = after;
            edited.workspace.edit(edited.texts[0]!, range, replacement);
            edited.linted.settle(() => true);
          }
          for (let turns = 0; !edited.linted.settle(() => true); turns++)
            assert.ok(turns < 100_000, 'settling comes to an end');
          assert.deepEqual(edited.settle().picture(), new Opened([text, part, reverse], undefined).settle().picture());
        },
      ),
      { numRuns: RUNS, ...SEED },
    );
  });

  it('has the same places for all characters as an editor', () => {
    fc.assert(
      fc.property(
        zoneText,
        fc.array(edit, { maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (start, steps, where) => {
          let text = start;
          const source = sourceOf('file:///zones/example.com.zone', text);
          for (const random of steps) {
            const { range, replacement, after } = placed(text, random);
            text = after;
            source.edit(range, replacement, () => undefined);
          }
          const shown = source.text();
          const offset = Math.floor(where * shown.length),
            position = positionAt(shown, offset),
            { chunk, offset: byte } = source.locate(position);
          assert.equal(source.lineCount, positionAt(shown, shown.length).line + 1);
          if ((shown.charCodeAt(offset) & 0xfc00) === 0xdc00 || (shown[offset - 1] === '\r' && shown[offset] === '\n'))
            return;
          assert.deepEqual(source.position(chunk, byte), position);
          assert.equal(source.slice({ start: { line: 0, character: 0 }, end: position }), shown.slice(0, offset));
        },
      ),
      { numRuns: RUNS, ...SEED },
    );
  });
});
