import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { replacement } from '../../kit/edits.ts';
import { forgottenDot } from '../../kit/forgotten-dot.ts';
import { check, eachRecord, wholeZone } from '../../engine/check.ts';
import { CNAME, DNAME, NS } from '../../../zone/rrtypes/codes.ts';

const onTargets = check({
  on: eachRecord(['NS', 'CNAME', 'PTR', 'SRV', 'DNAME', 'SVCB', 'HTTPS', 'AFSDB', 'NAPTR'], {
    when: (zone, record) => {
      const target = zone.records.target[record]!;
      return target > ROOT && zone.records.kinds(target) === 0 && zone.inZone(target);
    },
  }),
  reports: 'zone/missing-dot',
  *run(record, context) {
    const field = record.fields.find((view) => view.field.target === true);
    const found = record.broken || field === undefined ? undefined : forgottenDot(record, field.field.name, context);
    if (found === undefined) return;
    yield {
      message: record.type === NS && record.owner === record.zone.apex ? 'server' : 'target',
      at: found.at,
      args: { written: found.written, becomes: found.becomes },
      fixes: isAliasOfItself(record, found.written)
        ? []
        : [replacement(record.zone, found.at, `${found.written}.`, 'Add the final dot', true)],
    };
  },
});

/** With its dot, `www CNAME www.example.com` would lead to itself: another host was meant. */
function isAliasOfItself(record: RecordView, written: string): boolean {
  return (
    [CNAME, DNAME].includes(record.type) &&
    record.zone.names.text(record.owner).toLowerCase() === `${written.toLowerCase()}.`
  );
}

const onOwners = check({
  on: wholeZone(),
  reports: 'zone/missing-dot',
  *run(zone, context) {
    if (zone.doubledApex < 0) return;
    const apex = zone.names.text(zone.apex).slice(0, -1);
    for (const record of recordsBelow(zone, zone.doubledApex)) {
      const at = record.ownerSpan;
      if (at === undefined || record.generated) continue;
      const written = record.source(at);
      if (!written.toLowerCase().endsWith(apex)) continue;
      yield {
        message: 'owner',
        at,
        args: { written, becomes: context.show(record.owner) },
        fixes: [replacement(zone, at, `${written}.`, 'Add the final dot', true)],
      };
    }
  },
});

function* recordsBelow(zone: Zone, name: NameId): Iterable<RecordView> {
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) yield new RecordView(zone, id);
  for (let child = zone.names.firstChild(name); child !== 0; child = zone.names.nextSibling(child))
    yield* recordsBelow(zone, child);
}

export default [onTargets, onOwners];
