import type { RecordView } from '../../../zone/model/record-view.ts';
import { replacement } from '../../kit/edits.ts';
import { deprecatedAlgorithms } from '../../../zone/format/dnssec.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { Draft } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const ZONE_KEY = 0x0100;

const metas: readonly RuleMeta[] = [
  {
    code: 'key/algorithm-deprecated', severity: 'warning', source: 'BIND', bind: 'warning', summary: 'A KEY record with an algorithm that must not be used any more.',
    messages: { old: 'Algorithm {algorithm} ({name}) must not be used for signing any more: BIND warns about this key, and servers may refuse updates that it signed. Make a key of algorithm 13 (ECDSA P-256).' },
  },
  {
    code: 'key/zone-key', severity: 'information', source: 'RFC 4034 §2', fix: 'unsafe', summary: 'A KEY record that says it is the key of a zone.',
    messages: { zone: 'The bit 256 says that this is the key of a zone, but validators look at DNSKEY records only: this one makes nothing secure. Write DNSKEY, or sign the zone anew.' },
  },
  {
    code: 'key/portable', severity: 'warning', profile: 'all', source: 'practice', fix: 'safe', summary: 'A KEY record in a form that NSD and Knot DNS refuse.',
    messages: {
      word: 'BIND reads {written}, NSD and Knot DNS take a number only and refuse the zone file. Write {number}.',
      none: 'BIND takes a KEY record without a key, NSD and Knot DNS refuse the zone file. Remove the record before those read this file.',
    },
  },
];

/** KEY records, which servers still use to check signed updates (RFC 3445, SIG(0)). */
export default defineFamily(metas, eachRecord(['KEY']), function* (record) {
  if (record.broken) return;
  const algorithm = record.number('algorithm'), name = deprecatedAlgorithms[algorithm], type = record.typeSpan;
  if (name !== undefined) yield { code: 'key/algorithm-deprecated', message: 'old', at: record.span('algorithm'), args: { algorithm, name } };
  if ((record.number('flags') & ZONE_KEY) !== 0) yield { code: 'key/zone-key', message: 'zone', at: type, ...(record.generated || record.source(type).toUpperCase() !== 'KEY' ? {} : { fixes: [replacement(record.zone, type, 'DNSKEY', 'Write DNSKEY', false)] }) };
  if (record.writtenAsOctets) return;
  for (const field of ['flags', 'protocol']) yield* word(record, field);
  if ((record.field('public-key')?.octets.length ?? 0) === 0) yield { code: 'key/portable', message: 'none', at: record.rdataSpan };
});

function* word(record: RecordView, field: string): Iterable<Draft> {
  const at = record.span(field), written = record.source(at), number = record.number(field);
  if (!/^\d+$/.test(written)) yield { code: 'key/portable', message: 'word', at, args: { written, number }, ...(record.generated ? {} : { fixes: [replacement(record.zone, at, String(number), `Write ${number}`, true)] }) };
}
