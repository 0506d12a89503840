import { nearest } from '../../../text/near-miss.ts';
import { replaceSpan } from '../../fix.ts';
import { defineRule, eachRecord } from '../../rule.ts';

const known = ['qnamemin', 'exterr', 'infourl'];

export default defineRule({
  meta: {
    code: 'resinfo/keys',
    severity: 'warning',
    source: 'RFC 9606 §5',
    summary: 'A key of a RESINFO record that is close to a known one, but another.',
    messages: { near: '"{key}" is no key of RESINFO; did you mean {near}? As it is, clients ignore it.' },
    fix: 'unsafe',
  },
  on: eachRecord(['RESINFO']),
  *check(record, context) {
    if (record.broken) return;
    const { text } = record;
    for (const { from, to } of text.strings) {
      const key = text.joined.slice(from, to).split('=')[0]!, near = known.includes(key) || key.startsWith('temp-') ? undefined : nearest(key, known);
      if (near === undefined) continue;
      const at = text.span(from, from + key.length);
      yield { message: 'near', at, args: { key, near }, ...(record.generated ? {} : { fixes: [{ title: `Write ${near}`, safe: false, edits: () => [replaceSpan(context.zone, at, near)] }] }) };
    }
  },
});
