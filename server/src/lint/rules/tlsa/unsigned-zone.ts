import { RecordView } from '../../../zone/model/record-view.ts';
import { textOrder } from '../../../zone/model/text-order.ts';
import { check, wholeZone } from '../../engine/check.ts';
import { DNSKEY, TLSA } from '../../../zone/rrtypes/codes.ts';

const code = 'tlsa/unsigned-zone';

export default check({
  on: wholeZone(),
  reports: code,
  *run(zone, context) {
    if (!zone.apexKnown || context.has(zone.apex, DNSKEY)) return;
    let first = -1;
    for (const id of zone.records.ofType(TLSA))
      if (zone.inZone(zone.records.owner[id]!) && (first < 0 || textOrder(zone, id, first) < 0)) first = id;
    if (first >= 0) yield { message: 'unsigned', at: new RecordView(zone, first).typeSpan };
  },
});
