import { replacement } from '../../kit/edits.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'soa/rname-at',
    severity: 'error',
    source: 'RFC 1035 §3.3.13',
    summary: '"@" in an SOA mailbox',
    messages: {
      at: 'The mailbox {written} contains "@", which is written as a dot here: mail to it goes nowhere.',
      scheme: 'The mailbox {written} starts with "mailto:", so its local part is {local}.',
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
