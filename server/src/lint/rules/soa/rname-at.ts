import { replacement } from '../../kit/edits.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'soa/rname-at',
    severity: 'error',
    source: 'RFC 1035 §3.3.13',
    summary: 'The SOA mailbox is written with "@".',
    messages: {
      at: 'The mailbox {written} is written with "@", but this field is a name: the first dot stands for the "@". As it is, nobody can write to whoever keeps this zone. Write {right}',
      scheme: 'The mailbox {written} begins with "mailto:", which belongs to URLs: this field is a name, and its first part is {local} as it stands. Write {right}',
    },
    fix: 'safe',
    bind: 'warning',
  },
  on: eachRecord(['SOA', 'RP']),
  *check(record) {
    const field = record.type === 6 ? 'rname' : 'mbox-dname';
    if (record.broken || record.generated) return;
    const at = record.span(field), written = record.source(at);
    const scheme = /^mailto:(?=[^@]+$)/i.exec(written)?.[0];
    if (scheme !== undefined) { const right = written.slice(scheme.length); yield { message: 'scheme', at, args: { written, right, local: written.split('.')[0]! }, fixes: [replacement(record.zone, at, right, `Write ${right}`, true)] }; return; }
    const split = /^(?:mailto:)?([^@\\]+)\\?@([^@\\]+)$/i.exec(written);
    if (split === null) return;
    const right = `${split[1]!.replaceAll('.', '\\.')}.${split[2]!.replace(/\.?$/, '.')}`;
    yield { message: 'at', at, args: { written, right }, fixes: [replacement(record.zone, at, right, `Write ${right}`, true)] };
  },
});
