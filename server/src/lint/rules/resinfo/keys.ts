import type { Span } from '../../../zone/model/span.ts';
import { nearest } from '../../../text/near-miss.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';

const known = ['qnamemin', 'exterr', 'infourl'];
const keyOf = (pair: string): string => pair.split('=')[0]!;

/** Where keys that stand in one string are apart. */
const spaces = (value: string): readonly (readonly [number, number])[] =>
  [...value.matchAll(/ +(?=\S)/g)].map(({ 0: { length }, index }) => [index, index + length]);

export default check({
  on: eachRecord(['RESINFO']),
  reports: 'resinfo/keys',
  *run(record, context) {
    if (record.broken) return;
    const { text } = record,
      first = new Map<string, Span>();
    for (const { from, to } of text.strings) {
      const value = text.joined.slice(from, to),
        second = / +((?:qnamemin$|qnamemin(?= )|exterr=|infourl=|temp-)[^ =]*)/.exec(value);
      if (second !== null && (known.includes(keyOf(value.split(' ')[0]!)) || value.startsWith('temp-'))) {
        const key = keyOf(second[1]!);
        yield {
          message: 'together',
          at: text.span(from, to),
          args: { value, key },
          ...(record.generated || !record.source().includes('"')
            ? {}
            : {
                fixes: [
                  {
                    title: 'Put each key into its own string',
                    safe: false,
                    edits: () =>
                      spaces(value).map(([start, end]) =>
                        replaceSpan(context.zone, text.span(from + start, from + end), '" "'),
                      ),
                  },
                ],
              }),
        };
        continue;
      }
      const key = keyOf(value),
        at = text.span(from, from + key.length),
        lower = key.toLowerCase(),
        earlier = first.get(lower);
      if (value === '') continue;
      if (value.startsWith('=')) {
        yield { message: 'missing', at: text.span(from, to), args: { value } };
        continue;
      }
      if (earlier !== undefined) {
        yield { message: 'twice', at, args: { key }, related: [{ at: earlier, message: 'The one that counts' }] };
        continue;
      }
      first.set(lower, at);
      const near = known.includes(lower) || lower.startsWith('temp-') ? undefined : nearest(lower, known);
      if (near === undefined) continue;
      yield {
        message: 'near',
        at,
        args: { key, near },
        fixes: [{ title: `Write ${near}`, safe: false, edits: () => [replaceSpan(context.zone, at, near)] }],
      };
    }
  },
});
