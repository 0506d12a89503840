import { addRecord } from '../../kit/add-record.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { TXT } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRrset(['MX'], { when: (zone, _record, name) => zone.names.isWildcard(name) && zone.inZone(name) }),
  reports: 'wild/mx',
  *run({ owner, records }, context) {
    const [first] = records;
    if (
      first === undefined ||
      records.every((mx) => mx.target === 0) ||
      context.records(owner, TXT).some((txt) => txt.broken || /^v=spf1\b/i.test(txt.text.joined))
    )
      return;
    yield {
      message: 'open',
      at: first.ownerSpan ?? first.typeSpan,
      args: { name: context.show(owner) },
      fixes: [
        {
          title: `Add an SPF record for ${context.show(owner)}`,
          safe: false,
          edits: () => [addRecord(context.zone, owner, 'TXT', '"v=spf1 mx -all"')],
        },
      ],
    };
  },
});
