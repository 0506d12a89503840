/** DMARC records: RFC 9989 (policy), RFC 9990 (aggregate reports), RFC 9991 (failure reports). */

export { isDmarc, parseDmarc, policies } from './dmarc-record.ts';
export type { DmarcPolicy, DmarcRecord } from './dmarc-record.ts';
export { dmarcProblems } from './dmarc-problems.ts';
export { dmarcPlaceProblems, dmarcSetProblems } from './place-problems.ts';
export { destinationProblems, externalDestinations, externalProblems, reportRecordProblems } from './reports.ts';
export type { ExternalDestination } from './reports.ts';
export { discoverPolicy, organizationalDomain, treeWalk } from './tree-walk.ts';
export { dmarcVerdict, explainDmarc } from './explain-dmarc.ts';
