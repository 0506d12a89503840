import type { RecordView } from '../../../zone/model/record-view.ts';
import { removeRecord } from '../../kit/edits.ts';
import { defineFamily, eachRrset } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const SOA = 6;

const metas: readonly RuleMeta[] = [
  {
    code: 'zonemd/serial', severity: 'warning', source: 'RFC 8976 §2.2.1', summary: `ZONEMD serial other than the SOA's`,
    messages: { differs: `This digest is for serial {digest}, but the SOA has {serial}: verifiers don't use it.` },
  },
  {
    code: 'zonemd/dup', severity: 'warning', source: 'RFC 8976 §2.2', fix: 'unsafe', summary: 'ZONEMD records with the same scheme and hash algorithm',
    messages: { same: 'Another ZONEMD has scheme {scheme} and hash algorithm {algorithm}: verifiers use neither.' },
  },
  {
    code: 'zonemd/not-apex', severity: 'warning', source: 'RFC 8976 §2.1', summary: 'ZONEMD below the apex',
    messages: { below: `A zone's digest belongs at its apex, {apex}: at {name} it means nothing.` },
  },
  {
    code: 'zonemd/scheme', severity: 'information', profile: 'strict', source: 'RFC 8976 §2.2.2', summary: 'Unassigned ZONEMD scheme or hash algorithm',
    messages: { unknown: `The {field} {value} isn't assigned, so verifiers can't check this digest.` },
  },
];

const isPrivate = (value: number): boolean => value >= 240;

/** Digests of the zone: RFC 8976 §2. */
export default defineFamily(metas, eachRrset(['ZONEMD']), function* ({ owner, records }, context) {
  const { zone } = context, [soa] = context.records(zone.apex, SOA), first = new Map<string, RecordView>();
  if (!zone.apexKnown || !zone.inZone(owner)) return;
  for (const record of records) {
    if (record.broken) continue;
    if (owner !== zone.apex) { yield { code: 'zonemd/not-apex', message: 'below', at: record.ownerSpan ?? record.typeSpan, args: { apex: context.show(zone.apex), name: context.show(owner) } }; continue; }
    const scheme = record.number('scheme'), algorithm = record.number('hash-algorithm'), key = `${scheme}/${algorithm}`, earlier = first.get(key);
    if (soa !== undefined && !soa.broken && soa.number('serial') !== record.number('serial')) {
      yield { code: 'zonemd/serial', message: 'differs', at: record.span('serial'), args: { digest: record.number('serial'), serial: soa.number('serial') }, related: [{ at: soa.span('serial'), message: 'The serial of the SOA' }] };
    }
    if (earlier !== undefined && earlier.key !== record.key) {
      yield {
        code: 'zonemd/dup', message: 'same', at: record.span('scheme'), args: { scheme, algorithm }, related: [{ at: earlier.typeSpan, message: 'The other one' }],
        ...(record.generated ? {} : { fixes: [{ title: 'Remove this ZONEMD record', safe: false, edits: () => removeRecord(record) }] }),
      };
    } else if (earlier === undefined) first.set(key, record);
    if (scheme !== 1 && !isPrivate(scheme)) yield { code: 'zonemd/scheme', message: 'unknown', at: record.span('scheme'), args: { field: 'scheme', value: scheme } };
    else if (algorithm !== 1 && algorithm !== 2 && !isPrivate(algorithm)) yield { code: 'zonemd/scheme', message: 'unknown', at: record.span('hash-algorithm'), args: { field: 'hash algorithm', value: algorithm } };
  }
});
