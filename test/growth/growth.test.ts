import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Kind } from './kinds.ts';
import { kinds, LONE_LINE, zoneOfKind } from './kinds.ts';
import type { OpenedZone } from './opened.ts';
import { WorkCounter } from './work.ts';

/** How much smaller than in `npm run growth` the zones are. */
const SMALLER = 40;
/** The exponent of work against octets of text: with so few records sorting them has 1.2, and what is quadratic 1.6 or more. Work is counted, so this is no matter of a machine's speed. */
const LINEAR = 1.3;
/** Blocks of code that one octet of text may cost, findings and all. */
const MOST_PER_OCTET = 600;

/** Kinds whose work isn't told by their octets while they are small, each with the reason. */
const stillGrowing: Readonly<Record<string, string>> = {
  'origins-nested': 'names become longer until they have 255 octets',
  'many-types': 'up to 256 types are gone through for each other',
};

/** Kinds at sizes of some chunks of text, where a keystroke elsewhere costs the same in a zone of any size. */
const flat: Readonly<Record<string, number>> = {
  'mx-set': 1500,
  'mx-names-private': 1000,
  'mx-hosts': 1000,
  'mx-to-chain': 1500,
  'srv-set': 1200,
  'cname-chain': 2500,
  'cname-loop': 2500,
  'cname-fan': 2500,
  'wildcard-below': 1500,
  delegations: 1000,
  'delegations-one-server': 2000,
  'below-cut': 2000,
  'caa-set': 1000,
  'ds-set': 400,
  'dname-set': 2500,
  'nsec-chain': 600,
  catalog: 1500,
  policy: 2000,
  suppressions: 800,
  'spf-to-apex': 800,
  'dkim-selectors': 80,
};
/** How much more than in a zone of a fourth of the size. */
const FLAT = 1.5;

/** Work at one size, at twice and at four times that size. */
interface Measured {
  readonly octets: number;
  readonly opening: number;
}

describe('work grows with the text, and not faster, for', () => {
  const counter = new WorkCounter();
  let open: (text: string) => OpenedZone;

  // Only code that is loaded after counting began is counted block by block.
  before(async () => {
    await counter.start();
    const { OpenedZone: Opened } = await import('./opened.ts');
    open = (text) => new Opened(text);
    open(zoneOfKind(kinds['mx-set']!, 8)).show();
  });
  after(() => counter.stop());

  async function measure(kind: Kind, n: number): Promise<Measured> {
    const text = zoneOfKind(kind, n);
    await counter.take();
    const zone = open(text);
    zone.show();
    assert.deepEqual(zone.crashes, []);
    return { octets: text.length, opening: await counter.take() };
  }

  for (const [name, kind] of Object.entries(kinds)) {
    it(`${kind.what} (${name})`, async () => {
      const n = Math.ceil(kind.size / SMALLER),
        one = await measure(kind, 2 * n),
        two = await measure(kind, 4 * n);
      const exponent = Math.log2(two.opening / one.opening) / Math.log2(two.octets / one.octets),
        perOctet = two.opening / two.octets;
      assert.ok(perOctet < MOST_PER_OCTET, `${perOctet.toFixed(0)} blocks of code for an octet`);
      if (!(name in stillGrowing))
        assert.ok(
          exponent < LINEAR,
          `with ${(two.octets / one.octets).toFixed(2)} times the text the work is ${(two.opening / one.opening).toFixed(2)} times as much`,
        );
    });
  }

  /** What a keystroke costs in a zone of a kind. */
  async function keystroke(kind: Kind, n: number, at: string): Promise<number> {
    const zone = open(zoneOfKind(kind, n));
    // The first edit may find out what the next ones know.
    zone.type(at);
    await counter.take();
    zone.type(at);
    return counter.take();
  }

  describe('a keystroke in a name that the others have nothing to do with, in a zone of', () => {
    for (const [name, kind] of Object.entries(flat)) {
      it(`${kinds[name]!.what} (${name})`, async () => {
        const small = await keystroke(kinds[name]!, kind, LONE_LINE),
          large = await keystroke(kinds[name]!, 4 * kind, LONE_LINE);
        assert.ok(
          large < FLAT * small,
          `in a zone four times as large it costs ${(large / small).toFixed(2)} times as much`,
        );
      });
    }
  });

  describe('a keystroke in one of', () => {
    for (const [name, kind] of Object.entries(kinds)) {
      const { keystroke: at } = kind;
      if (at === undefined) continue;
      it(`${kind.what} (${name})`, async () => {
        const n = Math.ceil(kind.size / SMALLER),
          octets = (size: number): number => zoneOfKind(kind, size).length;
        const one = await keystroke(kind, 2 * n, at),
          two = await keystroke(kind, 4 * n, at),
          exponent = Math.log2(two / one) / Math.log2(octets(4 * n) / octets(2 * n));
        assert.ok(exponent < LINEAR, `in a zone twice as large it costs ${(two / one).toFixed(2)} times as much`);
      });
    }
  });
});
