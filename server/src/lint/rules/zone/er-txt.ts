import { addRecord } from '../../kit/add-record.ts';
import { check, wholeZone } from '../../engine/check.ts';
import { SOA, TXT } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: wholeZone(),
  reports: 'zone/er-txt',
  *run(zone, context) {
    const reports = zone.apexKnown ? zone.names.findChild(zone.apex, '_er') : -1;
    if (reports < 0 || !context.exists(reports)) return;
    const wildcard = context.child(reports, '*'),
      [soa] = context.records(zone.apex, SOA),
      [own] = context.records(reports);
    if (soa === undefined || context.has(wildcard, TXT)) return;
    const record = own ?? soa;
    yield {
      message: 'missing',
      at: record.ownerSpan ?? record.typeSpan,
      args: { name: context.show(reports), wildcard: zone.names.text(wildcard).replace(/\.$/, '') },
      fixes: [
        {
          title: `Add a TXT record at ${zone.names.text(wildcard).replace(/\.$/, '')}`,
          safe: false,
          edits: () => [addRecord(zone, wildcard, 'TXT', '"error reports are collected here"', { after: record })],
        },
      ],
    };
  },
});
