/** MTA-STS: the TXT record and the policy file (RFC 8461). */

export { explainMtaSts, isMtaSts, mtaStsProblems, mtaStsSetProblems, parseMtaSts } from './mta-sts-record.ts';
export type { MtaStsRecord } from './mta-sts-record.ts';
export { maxMaxAge, mtaStsMatches, parseMtaStsPolicy, writeMtaStsPolicy } from './mta-sts-policy.ts';
export type { MtaStsMode, MtaStsPolicy, PolicyField } from './mta-sts-policy.ts';
export { mtaStsDomainFindings, mtaStsPolicyProblems, uncoveredHosts } from './mta-sts-policy-problems.ts';
export type { MtaStsDomainFinding, MtaStsFacts } from './mta-sts-policy-problems.ts';
