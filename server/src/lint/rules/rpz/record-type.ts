import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

const NS = 2, DNAME = 39;

export default defineRule({
  meta: {
    code: 'rpz/record-type', severity: 'warning', source: 'draft-vixie-dnsop-dns-rpz §3.6', fix: 'unsafe',
    summary: 'A record in a response policy zone that cannot be an action.',
    messages: {
      ns: 'An NS record is no action of a response policy zone: BIND answers SERVFAIL to those who ask for {name}. To block the name, write CNAME . in its place.',
      dname: 'A DNAME record is no action of a response policy zone: names below {name} stay as they are, and {name} itself gets an empty answer. For the names below it, write *.{name} CNAME in its place.',
      dnssec: '{type} records must not stand in a response policy zone: they make no sense in answers that were rewritten. Remove this one.',
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
