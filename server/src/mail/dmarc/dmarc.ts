/** DMARC records: RFC 9989 (policy), RFC 9990 (aggregate reports), RFC 9991 (failure reports). */

export { dmarcTags, isDmarc, parseDmarc, policies, removedTags } from './dmarc-record.ts';
export type { DmarcPolicy, DmarcRecord } from './dmarc-record.ts';
export { dmarcProblems } from './dmarc-problems.ts';
export { dmarcPlaceProblems, dmarcSetProblems } from './place-problems.ts';
export type { DmarcPlace } from './place-problems.ts';
export { appliedPolicy, comparePolicies } from './dmarc-policy.ts';
export type { AppliedPolicy, DmarcRelation } from './dmarc-policy.ts';
export {
  destinationProblems,
  externalDestinations,
  externalProblems,
  reportAuthorisationName,
  reportRecordProblems,
} from './reports.ts';
export type { DestinationFacts, ExternalDestination } from './reports.ts';
export { discoverPolicy, organizationalDomain, treeWalk } from './tree-walk.ts';
export type { DiscoveredPolicy, OrganizationalDomain, TreeWalkStep } from './tree-walk.ts';
export { dmarcVerdict, explainDmarc } from './explain-dmarc.ts';
