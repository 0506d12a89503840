import { replacement } from '../../fix.ts';
import { defineRule, eachRecord } from '../../rule.ts';

export default defineRule({
  meta: {
    code: 'caa/tag-case', severity: 'information', source: 'RFC 8659 §4.1', fix: 'safe',
    summary: 'The tag of a CAA record has upper-case letters.',
    messages: { upper: '{tag} has upper-case letters: certificate authorities read them as lower case, but NSD refuses the zone file. Write {lower}.' },
  },
  on: eachRecord(['CAA']),
  *check(record, context) {
    const at = record.span('tag'), tag = record.source(at);
    if (record.broken || record.writtenAsOctets || !/[A-Z]/.test(tag)) return;
    const lower = tag.toLowerCase();
    yield { message: 'upper', at, args: { tag, lower }, ...(record.generated ? {} : { fixes: [replacement(context.zone, at, lower, `Write ${lower}`, true)] }) };
  },
});
