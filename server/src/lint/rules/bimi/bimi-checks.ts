import { bimiDmarcProblems, bimiProblems, bimiSetProblems, isBimi, parseBimi } from '../../../mail/bimi/bimi.ts';
import { dmarcOf } from '../../kit/mail/dmarc-of.ts';
import { above } from '../../kit/mail/mail-owner-check.ts';
import { textReport } from '../../kit/mail/text-report.ts';
import { textFamily } from '../../kit/mail/text-family.ts';
import { BIMI } from '../../kit/mail/text-marks.ts';
import { codesOf } from '../../../findings/codes/index.ts';

/** All that BIMI records show, alone and beside the DMARC record of their domain. */
export default textFamily({
  reports: codesOf('bimi'),
  marks: BIMI,
  labels: ['_bimi'],
  kind: 'bimi',
  isMeant: isBimi,
  check: ({ text }) => bimiProblems(parseBimi(text.joined)),
  checkSet: bimiSetProblems,
  *checkAround({ record, text, owner }, context) {
    if (owner === undefined || !context.zone.apexKnown) return;
    const dmarc = dmarcOf(context, context.absolute(above(context.zone, record.owner, owner.count)));
    if (dmarc === 'unknown') return;
    for (const problem of bimiDmarcProblems(parseBimi(text.joined), dmarc)) yield textReport(record, text, problem);
  },
});
