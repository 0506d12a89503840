import type { RecordView } from '../../../zone/model/record-view.ts';
import { replacement } from '../../kit/edits.ts';
import { deprecatedAlgorithms } from '../../../zone/format/dnssec.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { Draft } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const ZONE_KEY = 0x0100;

const metas: readonly RuleMeta[] = [
  {
    code: 'key/algorithm-deprecated', severity: 'warning', source: 'BIND', bind: 'warning', summary: 'Deprecated algorithm in a KEY record',
    messages: { old: `Algorithm {algorithm} ({name}) is no longer allowed for signing: BIND warns, and servers may refuse this key's updates.` },
  },
  {
    code: 'key/zone-key', severity: 'information', source: 'RFC 4034 §2', fix: 'unsafe', summary: 'KEY record marked as a zone key',
    messages: { zone: `Bit 256 marks this as a zone's key, but validators read only DNSKEY: it secures nothing.` },
  },
  {
    code: 'key/portable', severity: 'warning', profile: 'all', source: 'practice', fix: 'safe', summary: 'KEY record that NSD and Knot DNS refuse',
    messages: {
      word: 'BIND reads {written}, but NSD and Knot accept only a number and refuse the zone file.',
      none: 'BIND accepts a KEY record without a key, but NSD and Knot refuse the zone file.',
    },
  },
];

/** KEY records, which servers still use to check signed updates (RFC 3445, SIG(0)). */
export default defineFamily(metas, eachRecord(['KEY']), function* (record) {
  if (record.broken) return;
  const algorithm = record.number('algorithm'), name = deprecatedAlgorithms[algorithm], type = record.typeSpan;
  if (name !== undefined) yield { code: 'key/algorithm-deprecated', message: 'old', at: record.span('algorithm'), args: { algorithm, name } };
  if ((record.number('flags') & ZONE_KEY) !== 0) yield { code: 'key/zone-key', message: 'zone', at: type, ...(record.generated || record.source(type).toUpperCase() !== 'KEY' ? {} : { fixes: [replacement(record.zone, type, 'DNSKEY', 'Change the type to DNSKEY', false)] }) };
  if (record.writtenAsOctets) return;
  for (const field of ['flags', 'protocol']) yield* word(record, field);
  if ((record.field('public-key')?.octets.length ?? 0) === 0) yield { code: 'key/portable', message: 'none', at: record.rdataSpan };
});

function* word(record: RecordView, field: string): Iterable<Draft> {
  const at = record.span(field), written = record.source(at), number = record.number(field);
  if (!/^\d+$/.test(written)) yield { code: 'key/portable', message: 'word', at, args: { written, number }, ...(record.generated ? {} : { fixes: [replacement(record.zone, at, String(number), `Write ${number}`, true)] }) };
}
