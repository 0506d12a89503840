import type { Place } from '../../zone/model/span.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import { placeOf } from '../../zone/model/span.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Draft } from './rule.ts';
import type { RuleMeta, Severity } from '../../findings/rule-meta.ts';

/** What a rule said about a place, kept until its inputs change. Words and positions are made when asked for. */
export interface Finding {
  readonly meta: RuleMeta;
  readonly draft: Draft;
}

/** A finding with its words, as editors and the command line show it. */
export interface ShownFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  readonly fix: 'safe' | 'unsafe' | 'none';
  readonly fixes: readonly Fix[];
}

/** Fills `{name}` in a template; an argument that is missing stays visible. Control characters in values are shown as escapes. */
export function fillTemplate(template: string, args: Readonly<Record<string, string | number | undefined>> | undefined): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args?.[name];
    return value === undefined ? whole : typeof value === 'number' ? String(value) : visible(value);
  });
}

function visible(text: string): string {
  const shown = text.length > 200 ? `${text.slice(0, 120)}…${text.slice(-40)}` : text;
  return shown.replace(/[\u0000-\u001f\u007f]/g, c => `\\${String(c.charCodeAt(0)).padStart(3, '0')}`);
}

/** Whether a finding is about data written as octets (RFC 3597 §5): no part of them can be put right in its place. */
function inOctets(zone: Zone, { at }: Draft): boolean {
  if (!('record' in at)) return false;
  const record = new RecordView(zone, at.record);
  return at.start >= record.rdataSpan.start && record.writtenAsOctets;
}

/** In a signed zone another record needs another signature, so that nothing is changed there without being asked; what cannot be read has none. */
function asSafe(zone: Zone, { at }: Draft, fixes: readonly Fix[]): readonly Fix[] {
  return zone.signing.isSigned && 'record' in at ? fixes.map(fix => ({ ...fix, safe: false, edits: () => fix.edits() })) : fixes;
}

export function showFinding(zone: Zone, { meta, draft }: Finding, severity: Severity): ShownFinding {
  const fixes = draft.fixes === undefined || inOctets(zone, draft) ? [] : asSafe(zone, draft, draft.fixes);
  return {
    code: meta.code,
    severity,
    message: fillTemplate(meta.messages[draft.message] ?? meta.summary, draft.args),
    place: placeOf(zone, draft.at),
    related: (draft.related ?? []).map(({ at, message, zone: other }) => ({ place: placeOf(other ?? zone, at), message })),
    fix: fixes.length === 0 ? 'none' : fixes.some(fix => fix.safe) ? 'safe' : 'unsafe',
    fixes,
  };
}
