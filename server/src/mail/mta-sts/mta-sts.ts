/** MTA-STS: the TXT record and the policy file (RFC 8461). */

export { explainMtaSts, isMtaSts, mtaStsProblems, mtaStsSetProblems, parseMtaSts } from './mta-sts-record.ts';
export { mtaStsMatches, parseMtaStsPolicy } from './mta-sts-policy.ts';
export type { MtaStsPolicy } from './mta-sts-policy.ts';
export { mtaStsDomainFindings, mtaStsPolicyProblems, uncoveredHosts } from './mta-sts-policy-problems.ts';
export type { MtaStsFacts } from './mta-sts-policy-problems.ts';
