import type { Zone } from '../../../zone/model/zone.ts';
import type { RecordId } from '../../../zone/records/record-table.ts';
import { nextToken, rdataTokens, token } from '../../kit/entry-tokens.ts';
import { replacement } from '../../kit/edits.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'caa/tag-case', severity: 'information', source: 'RFC 8659 §4.1', fix: 'safe',
    summary: 'Upper-case CAA tag',
    messages: { upper: '{tag} has upper-case letters, so NSD refuses the zone file.' },
  },
  on: eachRecord(['CAA'], { when: hasCapitals }),
  *check(record, context) {
    const at = record.span('tag'), tag = record.source(at);
    if (record.broken || record.writtenAsOctets || !/[A-Z]/.test(tag)) return;
    const lower = tag.toLowerCase();
    yield { message: 'upper', at, args: { tag, lower }, ...(record.generated ? {} : { fixes: [replacement(context.zone, at, lower, `Write ${lower}`, true)] }) };
  },
});

const CAA_NAME = Uint8Array.from('caa', c => c.charCodeAt(0)), UPPER_A = 65, UPPER_Z = 90;

/** Asked for every CAA record: whether its second token has capitals, or cannot be told at first sight. */
function hasCapitals(zone: Zone, record: RecordId): boolean {
  if (!rdataTokens(zone, record, CAA_NAME) || !nextToken() || !nextToken()) return true;
  for (let k = token.start; k < token.end; k++) if (token.bytes[k]! >= UPPER_A && token.bytes[k]! <= UPPER_Z) return true;
  return false;
}
