import { LintEngine } from '../lint/engine.ts';
import type { LintSettings, Neighbours } from '../lint/context.ts';
import type { Finding, ShownFinding } from '../lint/finding.ts';
import { showFinding } from '../lint/finding.ts';
import type { Rule } from '../lint/rule.ts';
import type { SourceText, TextRange } from '../text/source-text.ts';
import type { ZoneHost } from './host.ts';
import { placeOf } from './span.ts';
import { Zone } from './zone.ts';

export interface OpenOptions {
  readonly apex: string | undefined;
  readonly host: ZoneHost;
  readonly settings: LintSettings;
  /** The view of a split DNS that the zone belongs to: zones see only those of their own view. */
  readonly view?: string;
  /** The file's bytes when `text` has no chunks yet. */
  readonly bytes?: Uint8Array;
}

/** A zone of the workspace with its findings. */
export class LintedZone {
  readonly zone: Zone;
  readonly engine: LintEngine;
  readonly view: string | undefined;
  readonly settings: LintSettings;

  constructor(zone: Zone, engine: LintEngine, view: string | undefined, settings: LintSettings) {
    this.zone = zone;
    this.engine = engine;
    this.view = view;
    this.settings = settings;
  }

  get settled(): boolean { return this.zone.settled && this.engine.settled; }

  settle(shouldStop: () => boolean): boolean {
    return this.zone.settle(shouldStop) && this.engine.settle(shouldStop);
  }

  /** The findings as they are shown, those of generated records once a place. */
  *shown(): Iterable<ShownFinding> {
    const seen = new Set<string>();
    for (const finding of this.engine.findings()) {
      if (this.isGenerated(finding)) {
        const { uri, range: { start } } = placeOf(this.zone, finding.draft.at), key = `${uri} ${start.line} ${finding.meta.code} ${finding.draft.message}`;
        if (seen.has(key)) continue;
        seen.add(key);
      }
      const set = this.settings.severities[finding.meta.code];
      yield showFinding(this.zone, finding, set === undefined || set === 'off' ? finding.draft.severity ?? finding.meta.severity : set);
    }
  }

  private isGenerated({ draft: { at } }: Finding): boolean {
    if ('file' in at) return false;
    return ('block' in at ? at.block : this.zone.blockOf(at.record)).anchor !== undefined;
  }
}

/** All zones that are known at a time, and what they see of one another. */
export class Workspace {
  readonly zones = new Set<LintedZone>();
  private readonly rules: readonly Rule[];
  private readonly byApex = new Map<string, LintedZone[]>();

  constructor(rules: readonly Rule[]) { this.rules = rules; }

  /** Reads a zone and asks for all its findings; `settle` makes them. */
  open(text: SourceText, options: OpenOptions): LintedZone {
    const { apex, host, settings, view, bytes } = options;
    const zone = new Zone(text, { apex, host, expectedBytes: bytes?.length ?? text.byteLength });
    zone.open(bytes);
    const neighbours: Neighbours = { zoneOf: name => this.zoneOf(name, view) };
    const linted = new LintedZone(zone, new LintEngine(zone, this.rules, settings, neighbours), view, settings);
    linted.engine.start();
    this.zones.add(linted);
    if (zone.apexKnown) this.list(zone.names.text(zone.apex)).push(linted);
    this.changed(linted);
    return linted;
  }

  close(linted: LintedZone): void {
    this.zones.delete(linted);
    const { zone } = linted;
    if (zone.apexKnown) {
      const list = this.list(zone.names.text(zone.apex)), at = list.indexOf(linted);
      if (at >= 0) list.splice(at, 1);
    }
    this.changed(linted);
  }

  /** A file's text changes: every zone that has it, as its own or included, takes the change. */
  edit(text: SourceText, range: TextRange, replacement: string): void {
    const splice = text.edit(range, replacement, () => undefined);
    for (const linted of this.zones) {
      let touched = false;
      for (const block of linted.zone.blocks) {
        if (block === undefined || block.anchor !== undefined || block.index !== 0 || block.file.text !== text) continue;
        touched = true;
        block.file.spliced(splice, text.chunks);
      }
      if (linted.zone.root.text === text && !touched) { linted.zone.root.spliced(splice, text.chunks); touched = true; }
      if (touched) this.changed(linted);
    }
  }

  private changed(linted: LintedZone): void {
    for (const other of this.zones) if (other !== linted) other.engine.outsideChanged();
  }

  private list(apex: string): LintedZone[] {
    const list = this.byApex.get(apex);
    if (list !== undefined) return list;
    const fresh: LintedZone[] = [];
    this.byApex.set(apex, fresh);
    return fresh;
  }

  private zoneOf(name: string, view: string | undefined): Zone | undefined {
    for (let suffix = name.toLowerCase(); ;) {
      const found = this.byApex.get(suffix)?.find(linted => linted.view === view);
      if (found !== undefined) return found.zone;
      const dot = suffix.indexOf('.');
      if (dot < 0 || suffix === '.') return undefined;
      suffix = suffix.slice(dot + 1) || '.';
    }
  }
}
