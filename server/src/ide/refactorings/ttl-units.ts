import type { Edit } from '../../findings/fix.ts';
import { replaceSpan } from '../../lint/kit/edits.ts';
import { duration } from '../../zone/rrtypes/kinds/seconds.ts';
import type { Entry } from '../entry-at.ts';
import { recordOf } from '../entry-at.ts';
import { fieldsOf } from '../rdata-fields.ts';
import type { Refactoring, Selected } from './refactoring.ts';
import { change } from './refactoring.ts';

const UNITS = [
  ['w', 604800],
  ['d', 86400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const;

/** TTLs and timers in seconds to units such as `1d`, and back. */
export function* ttlUnits(selection: Selected): Iterable<Refactoring> {
  const toUnits: Edit[] = [],
    toSeconds: Edit[] = [];
  for (const entry of selection.entries) {
    for (const { start, end } of timesOf(selection, entry)) {
      const { bytes } = entry.block.chunk,
        seconds = duration(bytes, start, end),
        text = String.fromCharCode(...bytes.subarray(start, end));
      if (seconds < 0) continue;
      if (!/^\d+$/.test(text)) toSeconds.push(rewritten(selection, entry, start, end, String(seconds)));
      else if (seconds >= 60) toUnits.push(rewritten(selection, entry, start, end, inUnits(seconds)));
    }
  }
  if (toUnits.length > 0) yield { kind: 'rewrite', title: 'Write times in units, such as 1d', edits: toUnits };
  if (toSeconds.length > 0) yield { kind: 'rewrite', title: 'Write times in seconds', edits: toSeconds };
}

function timesOf({ zone }: Selected, entry: Entry): readonly { readonly start: number; readonly end: number }[] {
  const [first, argument] = entry.tokens;
  if (first?.part === 'directive')
    return first.text.toUpperCase() === '$TTL' && argument !== undefined && !argument.quoted ? [argument] : [];
  return [
    ...entry.tokens.filter(({ part }) => part === 'ttl'),
    ...fieldsOf(zone, entry).filter(
      ({ field, good, start, end }) => good && end > start && field.kind.id === 'seconds',
    ),
  ];
}

/** `129600` as `1d12h`. */
function inUnits(seconds: number): string {
  let left = seconds,
    text = '';
  for (const [unit, size] of UNITS) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) text += `${count}${unit}`;
  }
  return text;
}

function rewritten({ zone }: Selected, entry: Entry, start: number, end: number, text: string): Edit {
  const record = recordOf(zone, entry);
  return record === undefined
    ? change(entry, start, end, text)
    : replaceSpan(zone, { record: record.id, start: start - entry.start, end: end - entry.start }, text);
}
