import { isTlsRpt, tlsRptProblems, tlsRptSetProblems, parseTlsRpt } from '../../../mail/tls-rpt/tls-rpt.ts';
import { textFamily } from '../../kit/mail/text-family.ts';
import { TLS_RPT } from '../../kit/mail/text-marks.ts';
import { codesOf } from '../../../findings/codes/index.ts';

/** All that TLS-RPT records show (RFC 8460 §3). */
export default textFamily({
  reports: codesOf('tlsrpt'),
  marks: TLS_RPT,
  labels: ['_tls'],
  kind: 'tlsRpt',
  isMeant: isTlsRpt,
  check: ({ text }) => tlsRptProblems(parseTlsRpt(text.joined)),
  checkSet: tlsRptSetProblems,
});
