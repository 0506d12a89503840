import { LintEngine } from '../lint/engine/engine.ts';
import type { Neighbours } from '../lint/engine/context.ts';
import type { LintSettings } from '../findings/lint-settings.ts';
import type { ShownFinding } from '../lint/engine/finding.ts';
import type { Check } from '../lint/engine/check.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { TextRange } from '../text/positions.ts';
import type { ZoneHost } from '../zone/records/include-host.ts';
import { LintedZone } from './linted-zone.ts';
import { isNearer, nearestTo } from '../config/paths/nearest-file.ts';
import { Zone } from '../zone/model/zone.ts';

export { LintedZone };
export type { ShownFinding };

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
  private readonly byApex = new Map<string, LintedZone[]>();

  constructor(checks: readonly Check[]) { this.checks = checks; }

  /** Reads a zone and asks for all its findings; `settle` makes them. */
  open(text: SourceText, options: OpenOptions): LintedZone {
    const { view } = options, linted = this.read(text, options), { zone } = linted;
    linted.onChange = () => this.changed(linted);
    this.zones.add(linted);
    if (!zone.apexKnown) return linted;
    const name = zone.names.text(zone.apex);
    this.list(name).push(linted);
    for (const other of this.zones) if (other !== linted && other.view === view && (other.askedBelow(name) || isTwin(other, linted))) other.outsideChanged();
    this.othersChanged(linted);
    return linted;
  }

  /** A zone with another text, to try edits on it: it sees the other zones, and none of them sees it. */
  aside(linted: LintedZone, text: SourceText, host: ZoneHost): LintedZone {
    const { zone, settings, view } = linted;
    const options = { apex: zone.apexKnown ? zone.names.text(zone.apex) : undefined, host, settings, ...(view === undefined ? {} : { view }) };
    return this.read(text, options, linted);
  }

  /** `standsFor`: the zone that this one is a copy of. */
  private read(text: SourceText, options: OpenOptions, standsFor?: LintedZone): LintedZone {
    const { apex, host, settings, view, bytes } = options;
    const zone = new Zone(text, { apex, host, expectedBytes: bytes?.length ?? text.byteLength });
    zone.open(bytes);
    const neighbours: Neighbours = {
      zoneOf: name => {
        return linted.answer(name.toLowerCase(), wanted => {
          const found = this.zoneFor(wanted, view, text.uri);
          return found !== undefined && found === standsFor ? linted : found;
        })?.zone;
      },
      hasZoneBelow: name => linted.answerWhether(name, wanted => {
        for (const [other, zones] of this.byApex) if ((other === wanted || other.endsWith(`.${wanted}`)) && zones.some(each => each.view === view)) return true;
        return false;
      }),
      files: fileName => {
        const found = host.named?.(fileName) ?? [];
        linted.askedFor(fileName, found);
        return found;
      },
      isOnlyDomain: () => {
        linted.askedWhetherAlone();
        return this.isOnlyDomain(zone.names.text(zone.apex));
      },
    };
    const linted: LintedZone = new LintedZone(zone, new LintEngine(zone, this.checks, settings, neighbours), view, settings);
    linted.engine.start();
    return linted;
  }

  close(linted: LintedZone): void {
    this.zones.delete(linted);
    const { zone } = linted;
    if (!zone.apexKnown) return;
    const list = this.list(zone.names.text(zone.apex)), at = list.indexOf(linted);
    if (at >= 0) list.splice(at, 1);
    this.changed(linted);
    for (const twin of list) if (isTwin(twin, linted)) twin.outsideChanged();
    this.othersChanged(linted);
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
    const twins = apex === undefined ? [] : (this.byApex.get(apex.toLowerCase()) ?? []).filter(twin => twin.view === view);
    for (let suffix = name.toLowerCase(); ;) {
      const found = this.byApex.get(suffix)?.filter(linted => linted.view === view && !belongsToTwin(linted, uri, twins));
      if (found !== undefined && found.length > 0) return found.length === 1 ? found[0] : nearestTo(uri, found, uriOf);
      if (suffix === '.') return undefined;
      suffix = suffix.slice(nextLabel(suffix)) || '.';
    }
  }

  /** Whether there is no zone with another apex, reverse zones aside. */
  isOnlyDomain(apex: string): boolean {
    for (const [other, zones] of this.byApex) if (other !== apex && isDomain(other) && zones.length > 0) return false;
    return true;
  }

  private changed(linted: LintedZone): void {
    for (const other of this.zones) if (other !== linted && other.sees(linted)) other.outsideChanged();
  }

  /** A zone came or went: those that asked whether they are alone may not be, or be now. */
  private othersChanged(linted: LintedZone): void {
    for (const other of this.zones) if (other !== linted && other.looksAround) other.outsideChanged();
  }

  private list(apex: string): LintedZone[] {
    const list = this.byApex.get(apex);
    if (list !== undefined) return list;
    const fresh: LintedZone[] = [];
    this.byApex.set(apex, fresh);
    return fresh;
  }
}

/** Whether a zone is one of names, and not of addresses or of the root. */
export const isDomain = (apex: string): boolean => apex !== '.' && !apex.endsWith('.arpa.');

const uriOf = (linted: LintedZone): string => linted.zone.root.uri;

const isTwin = (one: LintedZone, other: LintedZone): boolean => one !== other && one.view === other.view && one.zone.apexKnown && other.zone.apexKnown && one.zone.names.text(one.zone.apex) === other.zone.names.text(other.zone.apex);

function belongsToTwin(linted: LintedZone, uri: string, twins: readonly LintedZone[]): boolean {
  return uriOf(linted) !== uri && !twins.includes(linted) && twins.some(twin => uriOf(twin) !== uri && isNearer(uriOf(linted), uriOf(twin), uri));
}

/** Where the label behind the first one begins; the text's length where there is none. A dot behind a backslash belongs to its label. */
function nextLabel(name: string): number {
  for (let i = 0; i < name.length; i++) {
    if (name[i] === '\\') i++;
    else if (name[i] === '.') return i + 1;
  }
  return name.length;
}
