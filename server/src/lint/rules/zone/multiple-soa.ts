import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'zone/multiple-soa',
    severity: 'error',
    source: 'RFC 1035 §5.2',
    summary: 'The zone has more than one SOA record.',
    messages: {
      second: 'A second SOA record for {name}: a zone has exactly one, and servers refuse the file. Remove the one that is out of date.',
      same: 'The SOA record of {name} once more, as at the end of a zone transfer: BIND and Knot take it, NSD refuses the file. Remove it before NSD reads this file.',
    },
    severities: { same: 'information' },
    fix: 'safe',
    bind: 'error',
  },
  on: eachRrset(['SOA'], { several: true }),
  *check({ owner, records }, context) {
    if (owner !== context.zone.apex) return;
    const first = records[0]!, related = [{ at: first.typeSpan, message: 'The first SOA record.' }], args = { name: context.show(owner) };
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
