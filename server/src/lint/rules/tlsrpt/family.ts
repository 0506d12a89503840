import { isTlsRpt, tlsRptProblems, tlsRptRules, tlsRptSetProblems, parseTlsRpt } from '../../../mail/tls-rpt/tls-rpt.ts';
import { metasOf } from '../../kit/mail/text-draft.ts';
import { textFamily } from '../../kit/mail/text-family.ts';
import { TLS_RPT } from '../../kit/mail/text-marks.ts';

/** All that TLS-RPT records show (RFC 8460 §3). */
export default textFamily({
  metas: metasOf(tlsRptRules),
  marks: TLS_RPT,
  labels: ['_tls'],
  kind: 'tlsRpt',
  isMeant: isTlsRpt,
  check: ({ text }) => tlsRptProblems(parseTlsRpt(text.joined)),
  checkSet: tlsRptSetProblems,
});
