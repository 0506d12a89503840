/** TLSA records and DANE for SMTP: RFC 6698, RFC 7671, RFC 7672. */

export { explainTlsa, matchingNames, parseTlsa, selectorNames, tlsaOctets, usageNames } from './dane/tlsa.ts';
export type { TlsaField, TlsaRecord } from './dane/tlsa.ts';
export { daneRules } from './dane/rules.ts';
export type { DaneCode } from './dane/rules.ts';
export { tlsaProblems, tlsaSetProblems } from './dane/problems.ts';
export type { TlsaPlace } from './dane/problems.ts';
export { daneHostFindings, tlsaBaseFindings } from './dane/domain.ts';
export type { DaneFinding, DaneHost, TlsaBase } from './dane/domain.ts';
