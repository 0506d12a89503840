import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'zone/multiple-soa',
    severity: 'error',
    source: 'RFC 1035 §5.2',
    summary: 'Multiple SOA records',
    messages: {
      second: 'This is a second SOA record for {name}: servers refuse the file.',
      same: 'This repeats the SOA record of {name}: BIND and Knot accept it, NSD refuses the file.',
    },
    severities: { same: 'information' },
    fix: 'safe',
    bind: 'error',
  },
  on: eachRrset(['SOA'], { several: true }),
  *check({ owner, records }, context) {
    if (owner !== context.zone.apex) return;
    const first = records[0]!, related = [{ at: first.typeSpan, message: 'The first SOA record' }], args = { name: context.show(owner) };
    for (const record of records.slice(1)) {
      // A zone transfer ends with the SOA that it began with (RFC 5936 §2.2), and so do files made from one.
      const isSame = record.key === first.key;
      if (isSame && record.broken) continue;
      yield {
        message: isSame ? 'same' : 'second', at: record.typeSpan, args, related,
        ...(record.generated ? {} : { fixes: [{ title: 'Remove this SOA record', safe: isSame, edits: () => removeRecord(record) }] }),
      };
    }
  },
});
