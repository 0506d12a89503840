import type { Edit } from '../../findings/fix.ts';
import { SPACE, TAB } from '../../text/octets.ts';
import type { Refactoring, Selected, SelectedRecord } from './refactoring.ts';
import { change, lineBreakOf } from './refactoring.ts';

/** The TTL that the selected records have in common to a `$TTL` above them; where that is in force already, their TTLs go. */
export function* defaultTtl(selection: Selected): Iterable<Refactoring> {
  const { records, text } = selection,
    timed = records.filter(({ record }) => record.hasOwnTtl),
    [first] = timed;
  if (first === undefined || timed.some(({ record }) => record.ttl !== first.record.ttl)) return;
  const removals = timed.map(withoutTtl),
    { ttl } = first.record,
    known = ttlInForce(first);
  if (known === ttl) {
    yield { kind: 'rewrite', title: `Remove TTLs that $TTL ${ttl} gives`, edits: removals };
    return;
  }
  // Records between that have no TTL of their own would get this one.
  if (timed.length < records.length || records.length < 2) return;
  const [top] = records,
    end = records.at(-1)!.entry,
    written = top!.record.source(top!.record.ttlSpan!),
    ending = lineBreakOf(text);
  const restored = known < 0 ? [] : [change(end, end.end, end.end, `$TTL ${known}${ending}`)];
  yield {
    kind: 'extract',
    title: `Move the TTL ${written} of ${records.length} records to $TTL`,
    edits: [
      change(top!.entry, top!.entry.start, top!.entry.start, `$TTL ${written}${ending}`),
      ...removals,
      ...restored,
    ],
  };
}

/** Seconds of the `$TTL` above a record; -1 where there is none. */
function ttlInForce({ record: { block }, entry }: SelectedRecord): number {
  const { bytes } = block.chunk,
    directive = block.directives.findLast(({ name, start }) => name === '$TTL' && start < entry.start);
  if (directive === undefined) return block.start.defaultTtl;
  // What it says is what the next record without a TTL has.
  const next = [...block.records].find(
    (id) => block.file.zone.records.offset[id]! > directive.start && (block.file.zone.records.flags[id]! & 2) === 0,
  );
  if (next !== undefined && block.file.zone.records.offset[next]! < entry.start)
    return block.file.zone.records.ttl[next]!;
  const words = String.fromCharCode(...bytes.subarray(directive.start, directive.end)).split(/\s+/);
  return /^\d+$/.test(words[1] ?? '') ? Number(words[1]) : -1;
}

/** Takes a TTL out; what is in columns after it stays there. */
function withoutTtl({ entry }: SelectedRecord): Edit {
  const { bytes } = entry.block.chunk,
    { start, end } = entry.tokens.find(({ part }) => part === 'ttl')!;
  let after = end;
  while (bytes[after] === SPACE || bytes[after] === TAB) after++;
  const isTab = bytes[end] === TAB,
    isWide = after - end > 1 || (bytes[start - 1] === SPACE && bytes[start - 2] === SPACE);
  if (isTab && bytes[start - 1] === TAB) return change(entry, start, end, '');
  return isWide && !isTab ? change(entry, start, end, ' '.repeat(end - start)) : change(entry, start, after, '');
}
