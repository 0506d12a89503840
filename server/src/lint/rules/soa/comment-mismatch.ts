import { duration } from '../../kit/duration.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { check, eachRecord } from '../../engine/check.ts';

const fields = ['serial', 'refresh', 'retry', 'expire', 'minimum'] as const;
type Timer = (typeof fields)[number];

/** Words in comments that name a field of the SOA. */
const words: readonly (readonly [RegExp, Timer])[] = [
  [/\bserial\b/i, 'serial'],
  [/\brefresh\b/i, 'refresh'],
  [/\bretry\b/i, 'retry'],
  [/\bexpir[ey]\w*/i, 'expire'],
  [/\b(?:minimum|negative|nxdomain|ncache|min(?:imum)?[ -]?ttl)\b/i, 'minimum'],
];

export default check({
  on: eachRecord(['SOA']),
  reports: 'soa/comment-mismatch',
  *run(soa) {
    if (soa.broken || soa.generated || soa.fields.length < 7) return;
    for (const field of fields) {
      const comment = commentBehind(soa, field);
      if (comment === undefined) continue;
      const named = words.filter(([word]) => word.test(comment)).map(([, name]) => name),
        [said] = named,
        at = soa.span(field);
      if (named.length === 1 && said !== undefined && said !== field) {
        yield { message: 'field', at, args: { said, is: field } };
        continue;
      }
      const seconds = soa.number(field),
        time = field === 'serial' ? undefined : timeIn(comment);
      if (time !== undefined && Math.abs(time.seconds - seconds) > time.seconds * 0.05)
        yield { message: 'time', at, args: { said: time.text, seconds, is: duration(seconds) } };
    }
  },
});

/** The comment on the line of a field, when the field is the last thing on it. */
function commentBehind(soa: RecordView, field: Timer): string | undefined {
  const { end } = soa.span(field),
    rest = soa.source({ ...soa.entrySpan, start: end, end: end + 200 });
  return /^[ \t)]*;([^\n]*)/.exec(rest)?.[1];
}

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400, w: 604800 };

/** The one time that a comment tells, such as "3 hours" or "2w". */
function timeIn(comment: string): { readonly seconds: number; readonly text: string } | undefined {
  const found = [
      ...comment.matchAll(
        /(?<![\w.])(\d{1,7})\s*(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)(?!\w)/gi,
      ),
    ],
    [only] = found;
  if (found.length !== 1 || only === undefined) return undefined;
  const seconds = Number(only[1]) * units[only[2]![0]!.toLowerCase()]!;
  return seconds === 0 ? undefined : { seconds, text: only[0] };
}
