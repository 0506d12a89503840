import type { RecordView } from '../../../model/record-view.ts';
import type { Zone } from '../../../model/zone.ts';
import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { nearest } from '../../../text/near-miss.ts';
import { bindProperties } from '../../catalog-property.ts';
import type { RuleContext } from '../../context.ts';
import { defineRule, wholeZone } from '../../rule.ts';


const A = 1, NS = 2, SOA = 6, AAAA = 28, MOST = 500;
/** DNSSEC, CDS, CDNSKEY and ZONEMD, which every zone may have. */
const signed = new Set([43, 46, 47, 48, 50, 51, 59, 60, 63]);
/** Labels about which other rules speak, or which stand for what servers look at. */
const known: ReadonlySet<string> = new Set([...bindProperties, 'version', 'zones', 'ext', 'coo', 'group']);

export default defineRule({
  meta: {
    code: 'catz/other-data', severity: 'information', profile: 'strict', source: 'RFC 9432 §3', summary: 'A record of a catalog zone at which servers do not look.',
    messages: {
      below: 'Servers ignore this {type} record: right below the apex of a catalog they look at version, zones and ext only. BIND says so in its log each time.',
      apex: 'Servers ignore this {type} record: at the apex of a catalog they look at SOA and NS only. BIND says so in its log each time.',
    },
  },
  on: wholeZone(),
  *check(zone, context) {
    if (!context.zone.purpose.isCatalog) return;
    const isServer = new Set(context.records(zone.apex, NS).map(ns => ns.target));
    for (const record of context.records(zone.apex)) if (record.type !== SOA && record.type !== NS && !signed.has(record.type)) yield { message: 'apex', at: record.typeSpan, args: { type: record.mnemonic } };
    for (const record of others(zone, context)) {
      if (!(isServer.has(record.owner) && (record.type === A || record.type === AAAA))) yield { message: 'below', at: record.ownerSpan ?? record.typeSpan, args: { type: record.mnemonic } };
    }
  },
});

/** The first records at names right below the apex that have none of the known labels, and at names below those. */
function others(zone: Zone, context: RuleContext): readonly RecordView[] {
  const { names } = zone, waiting: NameId[] = [], found: RecordView[] = [];
  for (let name = names.firstChild(zone.apex); name !== ROOT && waiting.length < MOST; name = names.nextSibling(name)) {
    const label = names.label(name);
    if (label === 'version') for (let child = names.firstChild(name); child !== ROOT; child = names.nextSibling(child)) waiting.push(child);
    else if (!known.has(label) && nearest(label, ['zones', 'version'], 2) === undefined) waiting.push(name);
  }
  for (let name = waiting.pop(), seen = 0; name !== undefined && seen < MOST; name = waiting.pop(), seen++) {
    const first = context.records(name).find(record => !signed.has(record.type));
    if (first !== undefined) found.push(first);
    for (let child = names.firstChild(name); child !== ROOT; child = names.nextSibling(child)) waiting.push(child);
  }
  return found;
}
