import { HAS_CNAME, HAS_TXT } from '../../../zone/records/record-table.ts';
import { isSpf } from '../../../mail/spf/spf.ts';
import { addRecord } from '../../kit/add-record.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { TXT } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRrset(['MX'], {
    when: (zone, record, name) => name !== zone.apex && zone.apexKnown && zone.records.target[record]! > 0,
  }),
  reports: 'spf/subdomain-missing',
  *run({ owner, records: [mx] }, context) {
    const { zone } = context;
    if (
      mx === undefined ||
      mx.broken ||
      !zone.inZone(owner) ||
      zone.names.isWildcard(owner) ||
      (context.kinds(owner) & HAS_CNAME) !== 0
    )
      return;
    if (
      (context.kinds(owner) & HAS_TXT) !== 0 &&
      context.records(owner, TXT).some((record) => record.broken || isSpf(record.text.joined))
    )
      return;
    yield {
      message: 'missing',
      at: mx.typeSpan,
      args: { name: context.show(owner) },
      fixes: [
        {
          title: `Add "v=spf1 mx -all" to ${context.show(owner)}`,
          safe: false,
          edits: () => [addRecord(zone, owner, 'TXT', '"v=spf1 mx -all"')],
        },
      ],
    };
  },
});
