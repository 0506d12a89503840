import type { Zone } from '../../../zone/model/zone.ts';
import type { RecordId } from '../../../zone/records/record-table.ts';
import { nextToken, rdataTokens, token } from '../../kit/entry-tokens.ts';
import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['CAA'], { when: hasCapitals }),
  reports: 'caa/tag-case',
  *run(record, context) {
    const at = record.span('tag'),
      tag = record.source(at);
    if (record.broken || record.writtenAsOctets || !/[A-Z]/.test(tag)) return;
    const lower = tag.toLowerCase();
    yield {
      message: 'upper',
      at,
      args: { tag, lower },
      fixes: [replacement(context.zone, at, lower, `Write ${lower}`, false)],
    };
  },
});

const CAA_NAME = Uint8Array.from('caa', (c) => c.charCodeAt(0)),
  UPPER_A = 65,
  UPPER_Z = 90;

/** Asked for every CAA record: whether its second token has capitals, or cannot be told at first sight. */
function hasCapitals(zone: Zone, record: RecordId): boolean {
  if (!rdataTokens(zone, record, CAA_NAME) || !nextToken() || !nextToken()) return true;
  for (let k = token.start; k < token.end; k++)
    if (token.bytes[k]! >= UPPER_A && token.bytes[k]! <= UPPER_Z) return true;
  return false;
}
