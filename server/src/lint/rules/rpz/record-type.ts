import { removeRecord } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { DNAME, NS } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRecord(['NS', 'DNAME', 'DS', 'DNSKEY', 'CDS', 'CDNSKEY'], {
    when: (zone, _record, name) => zone.purpose.isNamedPolicy && name !== zone.apex,
  }),
  reports: 'rpz/record-type',
  *run(record, context) {
    const { zone, type } = record,
      name = context.show(record.owner),
      own = zone.apex;
    if (!zone.inZone(record.owner) || !context.zone.purpose.isNamedPolicy) return;
    const trigger = name.slice(0, name.length - context.show(own).length - 1);
    yield {
      message: type === NS ? 'ns' : type === DNAME ? 'dname' : 'dnssec',
      at: record.typeSpan,
      args: { name: trigger, type: record.mnemonic },
      fixes: [{ title: `Remove this ${record.mnemonic} record`, safe: false, edits: () => removeRecord(record) }],
    };
  },
});
