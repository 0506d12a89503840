/** SPF records: RFC 7208. */

export { isSpf, parseSpf } from './syntax/parse.ts';
export { firstAll } from './syntax/spf-record.ts';
export type { DomainSpec, Qualifier, SpfRecord } from './syntax/spf-record.ts';
export { spfProblems } from './spf-problems.ts';
export type { SpfProblem } from './spf-problems.ts';
export { checkHost } from './check-host.ts';
export type { SpfResult, SpfVerdict } from './verdict.ts';
export { spfLookups } from './count.ts';
export { mostLookups, mostVoidLookups, ofMostLookups, ownCost, ownLookups } from './limits.ts';
export type { LookupCount } from './count.ts';
export { explainSpf, explainTerm } from './explain-spf.ts';
export { buildSpf, coverSpf, mergeSpf, repairSpf, withAll, withMechanism, withoutMechanism } from './build-spf.ts';
export { parseAddress } from './syntax/address.ts';
