import { LintEngine } from '../lint/engine/engine.ts';
import type { Neighbours } from '../lint/engine/context.ts';
import type { LintSettings } from '../findings/lint-settings.ts';
import type { Check } from '../lint/engine/check.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { TextRange } from '../text/positions.ts';
import type { ZoneHost } from '../zone/records/include-host.ts';
import { LintedZone } from './linted-zone.ts';
import { ApexIndex } from './apex-index.ts';
import { Zone } from '../zone/model/zone.ts';

export { LintedZone };

export interface OpenOptions {
  readonly apex: string | undefined;
  readonly host: ZoneHost;
  readonly settings: LintSettings;
  /** The view of a split DNS that the zone belongs to: zones see only those of their own view. */
  readonly view?: string;
  /** The file's bytes when `text` has no chunks yet. */
  readonly bytes?: Uint8Array;
}

/** All zones that are known at a time, and what they see of one another. */
export class Workspace {
  readonly zones = new Set<LintedZone>();
  private readonly checks: readonly Check[];
  private readonly index = new ApexIndex<LintedZone>();
  /** Zones whose checks asked about others since those last changed: only they may have to judge anew. */
  private readonly asking = new Set<LintedZone>();

  constructor(checks: readonly Check[]) {
    this.checks = checks;
  }

  /** Reads a zone and asks for all its findings; `settle` makes them. */
  open(text: SourceText, options: OpenOptions): LintedZone {
    const { view } = options,
      linted = this.read(text, options),
      { zone } = linted;
    linted.onChange = () => this.changed(linted);
    this.zones.add(linted);
    if (!zone.apexKnown) return linted;
    const name = zone.names.text(zone.apex);
    for (const twin of this.index.at(name, view)) this.wake(twin);
    this.index.add(name, linted);
    for (const other of this.asking)
      if (other !== linted && ((other.view === view && other.askedBelow(name)) || other.looksAround)) this.wake(other);
    return linted;
  }

  /** A zone with another text, to try edits on it: it sees the other zones, or what stands in for them, and none of them sees it. */
  aside(linted: LintedZone, text: SourceText, host: ZoneHost, standIn: (found: LintedZone) => LintedZone): LintedZone {
    const { zone, settings, view } = linted;
    const options = {
      apex: zone.apexKnown ? zone.names.text(zone.apex) : undefined,
      host,
      settings,
      ...(view === undefined ? {} : { view }),
    };
    return this.read(text, options, standIn);
  }

  /** `standIn`: what a copy, which others don't see, sees in place of another zone. */
  private read(text: SourceText, options: OpenOptions, standIn?: (found: LintedZone) => LintedZone): LintedZone {
    const { apex, host, settings, view, bytes } = options;
    const zone = new Zone(text, { apex, host, expectedBytes: bytes?.length ?? text.byteLength });
    zone.open(bytes);
    const asks = (): void => {
      if (standIn === undefined) this.asking.add(linted);
    };
    const neighbours: Neighbours = {
      zoneOf: (name) => {
        asks();
        return linted.answer(name.toLowerCase(), (wanted) => {
          const found = this.zoneFor(wanted, view, text.uri);
          return found === undefined || standIn === undefined ? found : standIn(found);
        })?.zone;
      },
      hasZoneBelow: (name) => {
        asks();
        return linted.answerWhether(name, (wanted) => this.index.hasZoneBelow(wanted, view));
      },
      files: (fileName) => {
        const found = host.named?.(fileName) ?? [];
        linted.askedFor(fileName, found);
        return found;
      },
      heldAgainst: (file) => linted.holdAgainst(file),
      isOnlyDomain: () => {
        asks();
        linted.askedWhetherAlone();
        return this.isOnlyDomain(zone.names.text(zone.apex));
      },
    };
    const linted: LintedZone = new LintedZone(
      zone,
      new LintEngine(zone, this.checks, settings, neighbours),
      view,
      settings,
    );
    linted.engine.start();
    return linted;
  }

  close(linted: LintedZone): void {
    this.zones.delete(linted);
    this.asking.delete(linted);
    const { zone, view } = linted;
    if (!zone.apexKnown) return;
    const name = zone.names.text(zone.apex);
    this.index.remove(name, linted);
    this.changed(linted);
    for (const twin of this.index.at(name, view)) this.wake(twin);
    for (const other of this.asking) if (other.looksAround) this.wake(other);
  }

  /** A file's text changes: every zone that has it, as its own or included, takes the change; those that look at it judge anew. */
  edit(text: SourceText, range: TextRange, replacement: string): void {
    const splice = text.edit(range, replacement, () => undefined);
    for (const linted of this.zones) {
      if (linted.spliced(text, splice)) this.changed(linted);
      else if (linted.looksAt(text)) linted.outsideChanged();
    }
  }

  /** Files that `$INCLUDE` may name came, went or got another text: what includes any is read anew at the next `settle`. */
  includesChanged(): void {
    for (const linted of this.zones) {
      if (linted.rereadIncludes()) linted.touched();
    }
  }

  /** Files with a name came, went or were replaced: what looked for them is judged anew. */
  filesChanged(fileName: string): void {
    for (const linted of this.zones) if (linted.looksFor(fileName)) linted.outsideChanged();
  }

  /**
   * The zone with the longest apex that holds an absolute name, of those in a view; of several with the same apex the one whose file is nearest to `uri`.
   * Where the zone that asks has copies elsewhere, as in folders before and after a change, or one a customer, a file nearer to such a copy belongs to that.
   * @param apex of the zone that asks
   */
  zoneFor(name: string, view: string | undefined, uri: string, apex?: string): LintedZone | undefined {
    return this.index.zoneFor(name, view, uri, apex);
  }

  /** Whether there is no zone with another apex, reverse zones aside. */
  isOnlyDomain(apex: string): boolean {
    return this.index.isOnlyDomain(apex);
  }

  private changed(linted: LintedZone): void {
    for (const other of this.asking) if (other !== linted && other.sees(linted)) this.wake(other);
  }

  private wake(linted: LintedZone): void {
    this.asking.delete(linted);
    linted.outsideChanged();
  }
}
