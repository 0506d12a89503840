import { defineRule, wholeZone } from '../../engine/rule.ts';
import { addRecord } from '../../kit/add-record.ts';

const SOA = 6, TXT = 16;

export default defineRule({
  meta: {
    code: 'zone/er-txt', severity: 'information', source: 'RFC 9567 §6.3',
    summary: 'Error-reporting zone without a wildcard TXT record',
    messages: { missing: '{name} collects error reports, but {wildcard} has no TXT record: resolvers repeat their reports.' },
    fix: 'unsafe',
  },
  on: wholeZone(),
  *check(zone, context) {
    const reports = zone.apexKnown ? zone.names.findChild(zone.apex, '_er') : -1;
    if (reports < 0 || !context.exists(reports)) return;
    const wildcard = context.child(reports, '*'), [soa] = context.records(zone.apex, SOA), [own] = context.records(reports);
    if (soa === undefined || context.has(wildcard, TXT)) return;
    const record = own ?? soa;
    yield {
      message: 'missing', at: record.ownerSpan ?? record.typeSpan, args: { name: context.show(reports), wildcard: zone.names.text(wildcard).replace(/\.$/, '') },
      fixes: [{ title: `Add a TXT record at ${zone.names.text(wildcard).replace(/\.$/, '')}`, safe: false, edits: () => [addRecord(zone, wildcard, 'TXT', '"error reports are collected here"', { after: record })] }],
    };
  },
});
