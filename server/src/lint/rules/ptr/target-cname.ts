import { lookup, recordAt } from '../../../zone/model/lookup.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import { ROOT } from '../../../names/name-tree.ts';
import { replacement } from '../../kit/edits.ts';
import { isSmallReverseZone } from '../../kit/special-zone.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { A, CNAME } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRecord(['PTR'], {
    when: (zone, record) =>
      zone.records.target[record]! > ROOT && isSmallReverseZone(zone) && !zone.inZone(zone.records.target[record]!),
  }),
  reports: 'ptr/target-cname',
  *run(ptr, context) {
    const name = context.absolute(ptr.target),
      zone = ptr.broken ? undefined : context.zoneOf(name);
    if (zone === undefined || zone === context.zone) return;
    const id = zone.names.find(name),
      found = id < 0 ? undefined : lookup(zone, id, A);
    if (found?.status !== 'alias' || found.wildcard) return;
    const cname = new RecordView(zone, recordAt(zone, found.at, CNAME));
    if (cname.broken || cname.target <= ROOT) return;
    const canonical = zone.names.text(cname.target),
      shown = canonical.slice(0, -1);
    yield {
      message: 'alias',
      at: ptr.rdataSpan,
      args: { host: context.show(ptr.target), canonical: shown },
      related: [{ at: cname.typeSpan, zone, message: `The CNAME record of ${context.show(ptr.target)}` }],
      fixes: [replacement(context.zone, ptr.span('ptrdname'), canonical, `Point the PTR record at ${shown}`, false)],
    };
  },
});
