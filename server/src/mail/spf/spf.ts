/** SPF records: RFC 7208. */

export { isSpf, parseSpf, parseTerm } from './syntax/parse.ts';
export { versionSection } from './syntax/version.ts';
export type { VersionFault, VersionSection } from './syntax/version.ts';
export { firstAll, mechanismNames, modifierNames } from './syntax/spf-record.ts';
export type {
  DomainSpec,
  Mechanism,
  MechanismName,
  Modifier,
  ModifierName,
  Qualifier,
  SpfRecord,
  SpfTerm,
} from './syntax/spf-record.ts';
export { spfProblems } from './spf-problems.ts';
export type { SpfContext, SpfProblem } from './spf-problems.ts';
export { spfLookupProblems } from './lookup-problems.ts';
export { checkHost } from './check-host.ts';
export type { SpfOptions, SpfRequest, SpfResult, SpfTrouble, SpfVerdict, WalkQuery, WalkStep } from './verdict.ts';
export { spfLookups } from './count.ts';
export {
  cost,
  mostLookups,
  mostMxRecords,
  mostVoidLookups,
  nearlyMostLookups,
  ofMostLookups,
  ownCost,
  ownLookups,
} from './limits.ts';
export type { LookupCount, LookupNode, LookupTrouble } from './count.ts';
export { explainSpf, explainTerm } from './explain-spf.ts';
export { buildSpf, coverSpf, mergeSpf, repairSpf, withAll, withMechanism, withoutMechanism } from './build-spf.ts';
export type { SpfParts } from './build-spf.ts';
export { formatAddress, parseAddress } from './syntax/address.ts';
export type { IpAddress } from './syntax/address.ts';
