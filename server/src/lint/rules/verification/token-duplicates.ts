import { mailServiceRules, tokenFindings } from '../../../mail/owners/mail-services.ts';
import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

const code = 'verification/token-duplicates';

export default defineRule({
  meta: { code, ...mailServiceRules[code], fix: 'unsafe' },
  on: eachRrset(['TXT'], { several: true }),
  *check({ records }) {
    const good = records.filter(record => !record.broken);
    for (const { message, args, record } of tokenFindings(good.map(each => each.text.joined))) {
      const token = good[record]!;
      yield { message, args, at: token.rdataSpan, ...(token.generated ? {} : { fixes: [{ title: 'Remove this token', safe: false, edits: () => removeRecord(token) }] }) };
    }
  },
});
