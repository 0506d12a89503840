import { EXPLICIT_TTL } from '../../../zone/records/record-table.ts';
import { ttlAt } from '../../../zone/records/ttl.ts';
import type { Block } from '../../../zone/model/block.ts';
import type { Span } from '../../../zone/model/span.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { check, eachRrset, wholeZone } from '../../engine/check.ts';

const WEEK = 604800,
  MINUTE = 60;
/** Signatures and the parameters of NSEC3 have TTLs of their own making. */
const made = new Set([46, 47, 50, 51, 63]);

interface Row {
  readonly code: 'ttl/zero' | 'ttl/very-low' | 'ttl/very-high';
  /** Seconds. */
  readonly odd: (ttl: number) => boolean;
}

const rows: readonly Row[] = [
  { code: 'ttl/zero', odd: (ttl) => ttl === 0 },
  { code: 'ttl/very-low', odd: (ttl) => ttl > 0 && ttl < MINUTE },
  { code: 'ttl/very-high', odd: (ttl) => ttl > WEEK && ttl <= 0x7fffffff },
];

const args = (ttl: number): { readonly ttl: number; readonly days: number } => ({
  ttl,
  days: Math.round(ttl / 8640) / 10,
});

/** TTLs that stand on a record: said once for each RRset. */
const onRecords = rows.map(({ code, odd }) =>
  check({
    reports: code,
    on: eachRrset([], {
      when: (zone, record) =>
        odd(zone.records.ttl[record]!) &&
        (zone.records.flags[record]! & EXPLICIT_TTL) !== 0 &&
        !made.has(zone.records.type[record]!),
    }),
    *run({ records }) {
      const first = records.find((record) => record.hasOwnTtl && odd(record.ttl));
      if (first?.ttlSpan !== undefined) yield { code, message: 'ttl', at: first.ttlSpan, args: args(first.ttl) };
    },
  }),
);

/** The value of a `$TTL` directive, in seconds, and its place. */
function valueIn(block: Block, start: number, end: number): readonly [number, Span] | undefined {
  const { bytes } = block.chunk;
  let from = start + '$TTL'.length;
  while (from < end && (bytes[from] === 32 || bytes[from] === 9)) from++;
  let to = from;
  while (to < end && bytes[to]! > 32 && bytes[to] !== 59) to++;
  const ttl = ttlAt(bytes, from, to);
  return ttl < 0 ? undefined : [ttl, { block, start: from, end: to }];
}

const onDirectives = rows.map(({ code, odd }) =>
  check({
    reports: code,
    on: wholeZone(),
    *run(zone: Zone) {
      for (const block of zone.blocks) {
        if (block === undefined || block.anchor !== undefined) continue;
        for (const directive of block.directives) {
          const value = directive.name === '$TTL' ? valueIn(block, directive.start, directive.end) : undefined;
          if (value !== undefined && odd(value[0])) yield { code, message: 'ttl', at: value[1], args: args(value[0]) };
        }
      }
    },
  }),
);

export default [...onRecords, ...onDirectives];
