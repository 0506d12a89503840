import { replaceSpan } from '../../lint/kit/edits.ts';
import { SPF } from '../../zone/rrtypes/codes.ts';
import type { Refactoring, Selected } from './refactoring.ts';

/** Records of the type SPF, which receivers don't ask for (RFC 7208 §3.1), to TXT. */
export function* spfType({ zone, records }: Selected): Iterable<Refactoring> {
  const spf = records.filter(({ record }) => record.type === SPF);
  if (spf.length === 0) return;
  yield {
    kind: 'rewrite',
    title: `Change the type SPF of ${spf.length === 1 ? 'this record' : `${spf.length} records`} to TXT`,
    edits: spf.map(({ record }) =>
      replaceSpan(zone, record.typeSpan, /^[a-z]/.test(record.source(record.typeSpan)) ? 'txt' : 'TXT'),
    ),
    allows: ({ gone, came }) =>
      gone.length === spf.length &&
      came.length === spf.length &&
      gone.every(({ owner, ttl, data }) =>
        came.some((one) => one.owner === owner && one.ttl === ttl && one.data === data && one.type === 'TXT'),
      ),
  };
}
