import type { RecordView } from '../../../zone/model/record-view.ts';
import { removeRecord } from '../../kit/edits.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { SOA } from '../../../zone/rrtypes/codes.ts';

const isPrivate = (value: number): boolean => value >= 240;

/** Digests of the zone: RFC 8976 §2. */
export default check({
  on: eachRrset(['ZONEMD']),
  reports: ['zonemd/serial', 'zonemd/dup', 'zonemd/not-apex', 'zonemd/scheme'],
  *run({ owner, records }, context) {
    const { zone } = context,
      [soa] = context.records(zone.apex, SOA),
      first = new Map<string, RecordView>();
    if (!zone.apexKnown || !zone.inZone(owner)) return;
    for (const record of records) {
      if (record.broken) continue;
      if (owner !== zone.apex) {
        yield {
          code: 'zonemd/not-apex',
          message: 'below',
          at: record.ownerSpan ?? record.typeSpan,
          args: { apex: context.show(zone.apex), name: context.show(owner) },
        };
        continue;
      }
      const scheme = record.number('scheme'),
        algorithm = record.number('hash-algorithm'),
        key = `${scheme}/${algorithm}`,
        earlier = first.get(key);
      if (soa !== undefined && !soa.broken && soa.number('serial') !== record.number('serial')) {
        yield {
          code: 'zonemd/serial',
          message: 'differs',
          at: record.span('serial'),
          args: { digest: record.number('serial'), serial: soa.number('serial') },
          related: [{ at: soa.span('serial'), message: 'The serial of the SOA' }],
        };
      }
      if (earlier !== undefined && earlier.key !== record.key) {
        yield {
          code: 'zonemd/dup',
          message: 'same',
          at: record.span('scheme'),
          args: { scheme, algorithm },
          related: [{ at: earlier.typeSpan, message: 'The other one' }],
          fixes: [{ title: 'Remove this ZONEMD record', safe: false, edits: () => removeRecord(record) }],
        };
      } else if (earlier === undefined) first.set(key, record);
      if (scheme !== 1 && !isPrivate(scheme))
        yield {
          code: 'zonemd/scheme',
          message: 'unknown',
          at: record.span('scheme'),
          args: { field: 'scheme', value: scheme },
        };
      else if (algorithm !== 1 && algorithm !== 2 && !isPrivate(algorithm))
        yield {
          code: 'zonemd/scheme',
          message: 'unknown',
          at: record.span('hash-algorithm'),
          args: { field: 'hash algorithm', value: algorithm },
        };
    }
  },
});
