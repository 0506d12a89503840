/** MTA-STS: the TXT record and the policy file (RFC 8461). */

export { explainMtaSts, isMtaSts, mtaStsProblems, mtaStsSetProblems, parseMtaSts } from './record.ts';
export type { MtaStsRecord } from './record.ts';
export { maxMaxAge, mtaStsMatches, parseMtaStsPolicy, writeMtaStsPolicy } from './policy.ts';
export type { MtaStsMode, MtaStsPolicy, PolicyField } from './policy.ts';
export { mtaStsDomainFindings, mtaStsPolicyProblems, uncoveredHosts } from './policy-problems.ts';
export type { MtaStsDomainFinding, MtaStsFacts } from './policy-problems.ts';
