/** TLSA records and DANE for SMTP: RFC 6698, RFC 7671, RFC 7672. */

export { explainTlsa, parseTlsa } from './tlsa.ts';
export { tlsaProblems, tlsaSetProblems } from './dane-problems.ts';
export { daneHostFindings, tlsaBaseFindings } from './domain.ts';
