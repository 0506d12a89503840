import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

const NS = 2, DNAME = 39;

export default defineRule({
  meta: {
    code: 'rpz/record-type', severity: 'warning', source: 'draft-vixie-dnsop-dns-rpz §3.6', fix: 'unsafe',
    summary: `Record type that isn't a response policy action`,
    messages: {
      ns: `An NS record isn't a response policy action: BIND answers SERVFAIL for {name}.`,
      dname: `A DNAME isn't a response policy action: names below {name} are untouched. Use *.{name} CNAME.`,
      dnssec: `{type} records mean nothing in rewritten answers and don't belong in a response policy zone.`,
    },
  },
  on: eachRecord(['NS', 'DNAME', 'DS', 'DNSKEY', 'CDS', 'CDNSKEY'], { when: (zone, _record, name) => zone.purpose.isNamedPolicy && name !== zone.apex }),
  *check(record, context) {
    const { zone, type } = record, name = context.show(record.owner), own = zone.apex;
    if (!zone.inZone(record.owner) || !context.zone.purpose.isNamedPolicy) return;
    const trigger = name.slice(0, name.length - context.show(own).length - 1);
    yield {
      message: type === NS ? 'ns' : type === DNAME ? 'dname' : 'dnssec', at: record.typeSpan, args: { name: trigger, type: record.mnemonic },
      ...(record.generated ? {} : { fixes: [{ title: `Remove this ${record.mnemonic} record`, safe: false, edits: () => removeRecord(record) }] }),
    };
  },
});
