import { spfLookupProblems } from '../../../mail/spf/lookup-problems.ts';
import { mostMxRecords, nearlyMostLookups } from '../../../mail/spf/limits.ts';
import { isSpf, parseSpf } from '../../../mail/spf/syntax/parse.ts';
import { spfProblems } from '../../../mail/spf/spf-problems.ts';
import { plainName } from '../../../mail/dns/resolver.ts';
import { HAS_ADDRESS } from '../../../zone/records/record-table.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { HOST_BITS, OWN_ADDRESS, OWN_MX, PRIVATE_ADDRESS, PlainSpf } from '../../kit/mail/plain-spf.ts';
import { sendsInside } from '../../kit/mail/private-network.ts';
import { mayConcernProvider } from '../../kit/mail/provider-advice.ts';
import { codesOf } from '../../../findings/codes/index.ts';
import { isWanted } from '../../engine/wanted.ts';
import { spfProviderReports } from '../../kit/mail/spf-providers.ts';
import { marksOf, SPF } from '../../kit/mail/text-marks.ts';
import { textReport } from '../../kit/mail/text-report.ts';
import { textFault } from '../../kit/odd-text.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { MX } from '../../../zone/rrtypes/codes.ts';

const plain = new PlainSpf();

/** All that can be said about one SPF string, alone (RFC 7208 §§4.5, 5, 6, 7, 12) and with the records of the workspace that its terms lead to (§4.6.4). */
export default check({
  on: eachRecord(['TXT', 'SPF'], { when: isOfInterest }),
  reports: codesOf('spf'),
  *run(record, context) {
    // What lies in no zone counts only with live answers.
    const fine = context.zone.host.beyond === undefined && isFine(record, context);
    if (record.broken || fine || textFault(record) !== undefined) return;
    const { text } = record,
      boundaries = text.strings.slice(1).map((string) => string.from),
      parsed = parseSpf(text.joined);
    if (parsed.version === undefined) return;
    const domain = plainName(context.absolute(record.owner));
    for (const problem of spfProblems(parsed, { domain: context.absolute(record.owner), boundaries })) {
      if (problem.code !== 'spf/ip-private' || !sendsInside(context, record.owner))
        yield textReport(record, text, problem);
    }
    yield* spfProviderReports(record, text, parsed, context);
    if (!context.zone.apexKnown || !isSpf(text.joined)) return;
    for (const problem of spfLookupProblems(domain, text.joined, context.resolver)) {
      // A mail host without address is told at its MX record.
      if (problem.message !== 'noAddress') yield textReport(record, text, problem);
    }
  },
});

/** Asked for every TXT record. Plain records whose own names have what they ask for end here. */
function isOfInterest(zone: Zone, record: number): boolean {
  if ((marksOf(zone, record) & SPF) === 0) return false;
  if (!plain.read(zone, record)) return true;
  return (
    plain.includes > 0 ||
    (plain.facts & (PRIVATE_ADDRESS | HOST_BITS)) !== 0 ||
    !asksForWhatIsThere(zone, zone.records.owner[record]!, plain.facts)
  );
}

/** Whether `a` finds an address, and `mx` mail hosts that have one. What lies elsewhere is asked of the context, where there is one. */
function asksForWhatIsThere(
  { records, names, apex }: Zone,
  owner: number,
  facts: number,
  context?: RuleContext,
): boolean {
  if ((facts & OWN_ADDRESS) !== 0 && (records.kinds(owner) & HAS_ADDRESS) === 0) return false;
  if ((facts & OWN_MX) === 0) return true;
  let hosts = 0;
  for (let id = records.first(owner); id >= 0; id = records.next[id]!) {
    if (records.type[id] !== MX) continue;
    const target = records.target[id]!;
    if (target <= 0 || ++hosts > mostMxRecords) return false;
    if (
      names.isAtOrBelow(target, apex)
        ? (records.kinds(target) & HAS_ADDRESS) === 0
        : context?.zoneOf(names.text(target)) !== undefined || context === undefined
    )
      return false;
  }
  return hosts > 0;
}

/** The same with what only the context tells: where the included names are, and which findings are wanted. */
function isFine({ zone, id, owner }: RecordView, context: RuleContext): boolean {
  if (
    !plain.read(zone, id) ||
    plain.lookups >= nearlyMostLookups ||
    !asksForWhatIsThere(zone, owner, plain.facts, context)
  )
    return false;
  if ((plain.facts & HOST_BITS) !== 0 && isWanted(context.settings, 'spf/ip-hostbits')) return false;
  if (
    plain.includes > 0 &&
    (isWanted(context.settings, 'spf/unknown-provider') || leadsToSomethingKnown(zone, id, context))
  )
    return false;
  return (plain.facts & PRIVATE_ADDRESS) === 0 || sendsInside(context, owner);
}

/** Into a zone of the workspace, or to a provider or nearly so. */
function leadsToSomethingKnown(zone: Zone, id: number, context: RuleContext): boolean {
  const { bytes } = zone.blockOf(id).chunk,
    apex = zone.names.text(zone.apex);
  let found = false;
  for (let k = 0; k < plain.includes; k++) {
    let name = '';
    for (let i = plain.names[2 * k]!; i < plain.names[2 * k + 1]!; i++) name += String.fromCharCode(bytes[i]!);
    name = `${name.toLowerCase()}.`;
    if (name === apex || name.endsWith(`.${apex}`) || context.zoneOf(name) !== undefined || mayConcernProvider(name))
      found = true;
  }
  return found;
}
