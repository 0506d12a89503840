/** SMTP TLS reporting records at `_smtp._tls` (RFC 8460 §3). */

export { explainTlsRpt, isTlsRpt, parseTlsRpt, tlsRptProblems, tlsRptSetProblems } from './tls-rpt-record.ts';
