import { HAS_TXT } from '../../../zone/records/record-table.ts';
import { isSpf } from '../../../mail/spf/spf.ts';
import { addRecord } from '../../kit/add-record.ts';
import { isMailHost } from '../../kit/mail-hosts.ts';
import { check, eachName } from '../../engine/check.ts';
import { TXT } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachName(['A', 'AAAA'], { when: (zone, _record, name) => name !== zone.apex && isMailHost(zone, name) }),
  reports: 'spf/none-for-mx-host',
  *run({ name, records: [first] }, context) {
    const { zone } = context;
    if (
      first === undefined ||
      ((context.kinds(name) & HAS_TXT) !== 0 &&
        context.records(name, TXT).some((record) => record.broken || isSpf(record.text.joined)))
    )
      return;
    yield {
      message: 'missing',
      at: first.typeSpan,
      args: { host: context.show(name) },
      fixes: [
        {
          title: `Add "v=spf1 a -all" to ${context.show(name)}`,
          safe: false,
          edits: () => [addRecord(zone, name, 'TXT', '"v=spf1 a -all"')],
        },
      ],
    };
  },
});
