import { isInsideName } from '../../mail/grammar/report-uri.ts';
import type { NameId } from '../../names/name-tree.ts';
import { HAS_MX } from '../../zone/records/record-table.ts';
import type { RecordView } from '../../zone/model/record-view.ts';
import type { Zone } from '../../zone/model/zone.ts';

/** Whether an MX record of the zone points at a name. */
export function isMailHost(zone: Zone, name: NameId): boolean {
  return (zone.records.referrerKinds(name) & HAS_MX) !== 0;
}

/** The zone serves a network of its own: said in settings, or its name is one that the public DNS does not have (RFC 6761, RFC 6762, RFC 8375). */
export function isInternalZone(zone: Zone, internal: boolean): boolean {
  if (internal) return true;
  const apex = zone.names.text(zone.apex);
  return isInsideName(apex) || /(?:^|\.)test\.$/.test(apex);
}

/** The octets of an A or AAAA record. */
export function addressOf(record: RecordView): Uint8Array | undefined {
  const { octets } = record;
  return !record.broken && (octets.length === 4 || octets.length === 16) ? octets : undefined;
}
