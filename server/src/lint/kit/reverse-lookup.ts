import { lookup } from '../../zone/model/lookup.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import { textOrder } from '../../zone/model/text-order.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { reverseName } from '../../text/address.ts';
import type { RuleContext } from '../engine/context.ts';
import { addressOf } from './mail-hosts.ts';
import { A, PTR } from '../../zone/rrtypes/codes.ts';

/** What the reverse zones of the workspace say about an address. */
export interface ReverseAnswer {
  /** `no-zone`: no file here holds it. `elsewhere`: a zone here hands it on to one that is not here. */
  readonly status: 'found' | 'none' | 'no-zone' | 'elsewhere';
  readonly zone: Zone | undefined;
  /** Where the PTR records are or belong: absolute. Empty where there is no reverse zone at all. */
  readonly name: string;
  readonly records: readonly RecordView[];
}

/** What the reverse zones of the workspace say about the address of an A or AAAA record; undefined where nothing can be said: it is broken, or there are no reverse zones. */
export function reverseOf(
  record: RecordView,
  context: RuleContext,
): (ReverseAnswer & { readonly octets: Uint8Array }) | undefined {
  if (!context.zone.apexKnown || !hasReverseZones(context, record.type === A)) return undefined;
  const octets = addressOf(record);
  return octets === undefined ? undefined : { ...ptrOf(octets, context), octets };
}

/** Most workspaces have no reverse zone: told before anything is made of an address. */
const hasReverseZones = (context: RuleContext, v4: boolean): boolean =>
  context.hasZoneBelow(v4 ? 'in-addr.arpa.' : 'ip6.arpa.') || context.zoneOf('arpa.') !== undefined;

/** Follows an address into the reverse zones of the workspace, through the CNAMEs of classless delegation (RFC 2317). */
export function ptrOf(octets: Uint8Array, context: RuleContext): ReverseAnswer {
  if (!hasReverseZones(context, octets.length === 4))
    return { status: 'no-zone', zone: undefined, name: '', records: [] };
  let name = reverseName(octets);
  for (let hops = 0; hops < 8; hops++) {
    const zone = context.zoneOf(name);
    if (zone === undefined) return { status: hops === 0 ? 'no-zone' : 'elsewhere', zone, name, records: [] };
    const id = zone.names.intern(name),
      answer = lookup(zone, id, PTR);
    if (answer.status === 'answer') {
      const records: RecordView[] = [];
      for (let record = zone.records.first(answer.at); record >= 0; record = zone.records.next[record]!)
        if (zone.records.type[record] === PTR) records.push(new RecordView(zone, record));
      records.sort((a, b) => textOrder(zone, a.id, b.id));
      return { status: 'found', zone, name, records };
    }
    if (answer.status === 'delegated' || answer.status === 'redirected')
      return { status: 'elsewhere', zone, name, records: [] };
    if (answer.status !== 'alias') return { status: 'none', zone, name, records: [] };
    const target = zone.records.target[answer.record]!;
    if (target < 0) return { status: 'elsewhere', zone, name, records: [] };
    name = zone.names.text(target);
  }
  return { status: 'elsewhere', zone: undefined, name, records: [] };
}
