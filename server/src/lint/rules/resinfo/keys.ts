import type { Span } from '../../../zone/model/span.ts';
import { nearest } from '../../../text/near-miss.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

const known = ['qnamemin', 'exterr', 'infourl'];
const keyOf = (pair: string): string => pair.split('=')[0]!;

/** Where keys that stand in one string are apart. */
const spaces = (value: string): readonly (readonly [number, number])[] => [...value.matchAll(/ +(?=\S)/g)].map(({ 0: { length }, index }) => [index, index + length]);

export default defineRule({
  meta: {
    code: 'resinfo/keys',
    severity: 'warning',
    source: 'RFC 9606 §5, RFC 6763 §6.4',
    summary: 'RESINFO key that clients ignore',
    messages: {
      together: `"{value}" is read as one key, so clients don't find {key} in it.`,
      missing: '"{value}" starts with "=", so it has no key and clients ignore it.',
      twice: 'The key {key} occurs twice, and clients ignore this one.',
      near: `"{key}" isn't a RESINFO key, so clients ignore it. Did you mean {near}?`,
    },
    fix: 'unsafe',
  },
  on: eachRecord(['RESINFO']),
  *check(record, context) {
    if (record.broken) return;
    const { text } = record, first = new Map<string, Span>();
    for (const { from, to } of text.strings) {
      const value = text.joined.slice(from, to), second = / +((?:qnamemin$|qnamemin(?= )|exterr=|infourl=|temp-)[^ =]*)/.exec(value);
      if (second !== null && (known.includes(keyOf(value.split(' ')[0]!)) || value.startsWith('temp-'))) {
        const key = keyOf(second[1]!);
        yield { message: 'together', at: text.span(from, to), args: { value, key }, ...(record.generated || !record.source().includes('"') ? {} : { fixes: [{ title: 'Put each key into its own string', safe: false, edits: () => spaces(value).map(([start, end]) => replaceSpan(context.zone, text.span(from + start, from + end), '" "')) }] }) };
        continue;
      }
      const key = keyOf(value), at = text.span(from, from + key.length), lower = key.toLowerCase(), earlier = first.get(lower);
      if (value === '') continue;
      if (value.startsWith('=')) { yield { message: 'missing', at: text.span(from, to), args: { value } }; continue; }
      if (earlier !== undefined) { yield { message: 'twice', at, args: { key }, related: [{ at: earlier, message: 'The one that counts' }] }; continue; }
      first.set(lower, at);
      const near = known.includes(lower) || lower.startsWith('temp-') ? undefined : nearest(lower, known);
      if (near === undefined) continue;
      yield { message: 'near', at, args: { key, near }, ...(record.generated ? {} : { fixes: [{ title: `Write ${near}`, safe: false, edits: () => [replaceSpan(context.zone, at, near)] }] }) };
    }
  },
});
