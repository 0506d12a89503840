import type { RecordView } from '../../../zone/model/record-view.ts';
import { replacement } from '../../kit/edits.ts';
import { deprecatedAlgorithms } from '../../../zone/format/dnssec.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';

type Said = Report<'key/algorithm-deprecated' | 'key/zone-key' | 'key/portable'>;

const ZONE_KEY = 0x0100;
/** KEY records, which servers still use to check signed updates (RFC 3445, SIG(0)). */
export default check({
  on: eachRecord(['KEY']),
  reports: ['key/algorithm-deprecated', 'key/zone-key', 'key/portable'],
  *run(record) {
    if (record.broken) return;
    const algorithm = record.number('algorithm'),
      name = deprecatedAlgorithms[algorithm],
      type = record.typeSpan;
    if (name !== undefined)
      yield {
        code: 'key/algorithm-deprecated',
        message: 'old',
        at: record.span('algorithm'),
        args: { algorithm, name },
      };
    if ((record.number('flags') & ZONE_KEY) !== 0)
      yield {
        code: 'key/zone-key',
        message: 'zone',
        at: type,
        ...(record.generated || record.source(type).toUpperCase() !== 'KEY'
          ? {}
          : { fixes: [replacement(record.zone, type, 'DNSKEY', 'Change the type to DNSKEY', false)] }),
      };
    if (record.writtenAsOctets) return;
    for (const field of ['flags', 'protocol']) yield* word(record, field);
    if ((record.field('public-key')?.octets.length ?? 0) === 0)
      yield { code: 'key/portable', message: 'none', at: record.rdataSpan };
  },
});

function* word(record: RecordView, field: string): Iterable<Said> {
  const at = record.span(field),
    written = record.source(at),
    number = record.number(field);
  if (!/^\d+$/.test(written))
    yield {
      code: 'key/portable',
      message: 'word',
      at,
      args: { written, number },
      fixes: [replacement(record.zone, at, String(number), `Write ${number}`, true)],
    };
}
