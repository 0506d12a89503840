/** TLSA records and DANE for SMTP: RFC 6698, RFC 7671, RFC 7672. */

export { explainTlsa, matchingNames, parseTlsa, selectorNames, tlsaOctets, usageNames } from './tlsa.ts';
export type { TlsaField, TlsaRecord } from './tlsa.ts';
export { tlsaProblems, tlsaSetProblems } from './dane-problems.ts';
export type { TlsaPlace } from './dane-problems.ts';
export { daneHostFindings, tlsaBaseFindings } from './domain.ts';
export type { DaneFinding, DaneHost, TlsaBase } from './domain.ts';
