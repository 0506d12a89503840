import type { RecordId } from '../../zone/records/record-table.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import { placeOf } from '../../zone/model/span.ts';
import type { Place } from '../../zone/model/span.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { codeTable } from '../../findings/codes/index.ts';
import { fillTemplate } from '../../findings/template.ts';
import type { Severity } from '../../findings/code.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Placed, Said } from './check.ts';

/** What a check said about a place, kept until its inputs change. Words and positions are made when asked for. */
export interface Finding extends Placed, Said {}

/** A finding with its words, as editors and the command line show it. */
export interface ShownFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** What findings of one cause share, where their words differ: the record at which many names point. */
  readonly cause?: string;
  readonly place: Place;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  readonly fix: 'safe' | 'unsafe' | 'none';
  readonly fixes: readonly Fix[];
}

/** Whether nothing can be put right in the finding's place: a directive made the record, or its data is written as octets (RFC 3597 §5). */
function isOutOfReach(zone: Zone, at: Placed['at']): boolean {
  if ('block' in at) return at.block.anchor !== undefined;
  if (!('record' in at)) return false;
  const { version } = zone.records,
    last = lastShown.get(zone);
  if (last?.id === at.record && last.version === version) return last.generated || at.start >= last.octetsFrom;
  const record = new RecordView(zone, at.record),
    { generated } = record,
    octetsFrom = record.writtenAsOctets ? record.rdataSpan.start : Infinity;
  lastShown.set(zone, { id: at.record, version, generated, octetsFrom });
  return generated || at.start >= octetsFrom;
}

/** Of each zone's record that was last shown with a finding, since the next one is often about the same: whether a directive made it, and where data written as octets begins; nowhere is infinitely far. */
const lastShown = new WeakMap<
  Zone,
  { readonly id: RecordId; readonly version: number; readonly generated: boolean; readonly octetsFrom: number }
>();

/** In a signed zone another record needs another signature, so that nothing is changed there without being asked; what can't be read has none. */
function asSafe(zone: Zone, at: Placed['at'], fixes: readonly Fix[]): readonly Fix[] {
  return zone.signing.isSigned && 'record' in at
    ? fixes.map((fix) => ({ ...fix, safe: false, edits: () => fix.edits() }))
    : fixes;
}

/** Names that point at one target have the same to be said of them: only the first argument, their own name, differs. */
function causeOf({ message, args }: Finding): { readonly cause?: string } {
  if (args?.['target'] === undefined || args['name'] === undefined) return {};
  return {
    cause: `${message} ${Object.entries(args)
      .filter(([key]) => key !== 'name')
      .join(' ')}`,
  };
}

export function showFinding(zone: Zone, finding: Finding, severity: Severity): ShownFinding {
  const { code, message, args, at } = finding,
    row = codeTable[code];
  const fixes = finding.fixes === undefined || isOutOfReach(zone, at) ? [] : asSafe(zone, at, finding.fixes);
  return {
    code,
    severity,
    message: fillTemplate(row.messages[message] ?? row.summary, args),
    ...causeOf(finding),
    place: placeOf(zone, at),
    related: (finding.related ?? []).map(({ at: other, message: sentence, zone: elsewhere }) => ({
      place: placeOf(elsewhere ?? zone, other),
      message: sentence,
    })),
    fix: fixes.length === 0 ? 'none' : fixes.some((fix) => fix.safe) ? 'safe' : 'unsafe',
    fixes,
  };
}
