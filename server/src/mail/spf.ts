/** SPF records: RFC 7208. */

export { isSpf, parseSpf, parseTerm } from './spf/parse.ts';
export { versionSection } from './spf/version.ts';
export type { VersionFault, VersionSection } from './spf/version.ts';
export { firstAll, lookupTerms, mechanismNames, modifierNames } from './spf/record.ts';
export type { DomainSpec, Mechanism, MechanismName, Modifier, ModifierName, Qualifier, SpfRecord, SpfTerm } from './spf/record.ts';
export { spfRules } from './spf/rules.ts';
export type { SpfCode } from './spf/rules.ts';
export { spfProblems } from './spf/problems.ts';
export type { SpfContext, SpfProblem } from './spf/problems.ts';
export { spfLookupRules } from './spf/lookup-rules.ts';
export { spfLookupProblems } from './spf/lookup-problems.ts';
export { checkHost } from './spf/check-host.ts';
export type { SpfOptions, SpfRequest, SpfResult, SpfTrouble, SpfVerdict, WalkQuery, WalkStep } from './spf/verdict.ts';
export { spfLookups } from './spf/count.ts';
export type { LookupCount, LookupNode, LookupTrouble } from './spf/count.ts';
export { explainSpf, explainTerm } from './spf/explain.ts';
export { buildSpf, coverSpf, mergeSpf, repairSpf, withAll, withMechanism, withoutMechanism } from './spf/build.ts';
export type { SpfParts } from './spf/build.ts';
export { formatAddress, parseAddress } from './spf/address.ts';
export type { IpAddress } from './spf/address.ts';
