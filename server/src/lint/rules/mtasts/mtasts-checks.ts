import {
  isMtaSts,
  mtaStsDomainFindings,
  mtaStsProblems,
  mtaStsSetProblems,
  parseMtaSts,
} from '../../../mail/mta-sts/mta-sts.ts';
import { mtaStsFacts } from '../../kit/mail/mta-sts-facts.ts';
import { above, below } from '../../kit/mail/mail-owner-check.ts';
import { textFamily } from '../../kit/mail/text-family.ts';
import { MTA_STS } from '../../kit/mail/text-marks.ts';
import { addRecord } from '../../kit/add-record.ts';
import type { Fix } from '../../../findings/fix.ts';
import { codesOf } from '../../../findings/codes/index.ts';

/** What is wrong in a policy file has rules of its own. */
const reports = codesOf('mtasts').filter((code) => !code.startsWith('mtasts/policy-'));

/** All that MTA-STS records show, alone and beside the other names of their domain (RFC 8461 §3). */
export default textFamily({
  reports,
  marks: MTA_STS,
  labels: ['_mta-sts'],
  kind: 'mtaSts',
  isMeant: isMtaSts,
  check: ({ text }) => mtaStsProblems(parseMtaSts(text.joined)),
  checkSet: mtaStsSetProblems,
  *checkAround({ record }, context) {
    const { zone } = context,
      domain = above(zone, record.owner, 1);
    if (!zone.apexKnown) return;
    for (const said of mtaStsDomainFindings(mtaStsFacts(context, domain))) {
      const { code } = said,
        fixes: Fix[] = [];
      if (code === 'mtasts/no-host') {
        const host = below(context, domain, ['mta-sts']);
        fixes.push({
          title: `Add the host ${context.show(host)}`,
          safe: false,
          preferred: true,
          edits: () => [addRecord(zone, host, 'A', '${1:address}', { after: record, snippet: true })],
        });
      }
      if (code === 'mtasts/no-tlsrpt') {
        const reports = below(context, domain, ['_smtp', '_tls']);
        fixes.push({
          title: `Ask for TLS reports at ${context.show(reports)}`,
          safe: false,
          edits: () => [
            addRecord(zone, reports, 'TXT', `"v=TLSRPTv1; rua=mailto:\${1:postmaster@${context.show(domain)}}"`, {
              after: record,
              snippet: true,
            }),
          ],
        });
      }
      yield { said, at: record.rdataSpan, fixes };
    }
  },
});
