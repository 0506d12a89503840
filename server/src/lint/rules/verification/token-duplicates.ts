import { tokenFindings } from '../../../mail/owners/mail-services.ts';
import { removeRecord } from '../../kit/edits.ts';
import { check, eachRrset } from '../../engine/check.ts';

const code = 'verification/token-duplicates';

export default check({
  on: eachRrset(['TXT'], { several: true }),
  reports: code,
  *run({ records }) {
    const good = records.filter((record) => !record.broken);
    for (const said of tokenFindings(good.map((each) => each.text.joined))) {
      const token = good[said.record]!;
      yield {
        said,
        at: token.rdataSpan,
        fixes: [{ title: 'Remove this token', safe: false, edits: () => removeRecord(token) }],
      };
    }
  },
});
