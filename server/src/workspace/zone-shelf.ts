import type { LintSettings } from '../findings/lint-settings.ts';
import { LintEngine } from '../lint/engine/engine.ts';
import type { Check } from '../lint/engine/check.ts';
import { NameTree } from '../names/name-tree.ts';
import { ApexIndex } from './apex-index.ts';
import type { IndexedZone } from './apex-index.ts';
import { LintedZone } from './linted-zone.ts';
import type { Zone } from '../zone/model/zone.ts';

/** A zone that is read when it is needed. */
export interface ShelvedZone extends IndexedZone {
  /** Absolute name; undefined where nothing tells it. */
  readonly apex: string | undefined;
  readonly settings: LintSettings;
  /** How long its text is, in octets. */
  readonly octets: number;
  /** Reads it; the same zone each time. */
  open(): Zone;
}

/** How many answers about names of other zones are kept while a zone is judged. */
const MOST_ANSWERS = 1024;

/** What a small zone takes beyond its text, and what a larger one takes for each octet of it. Both are about right, and octets. */
const FIXED = 12_000,
  BY_OCTET = 3;

/**
 * The zones of a run that ends: none of them changes, so each is judged once. All are known by name from the start; they are read when they are judged or when another one
 * asks for them, and kept after that as long as there is room.
 */
export class ZoneShelf<Z extends ShelvedZone> {
  private readonly checks: readonly Check[];
  private readonly index = new ApexIndex<Z>();
  /** How much the zones that are kept may take together, in octets. */
  private readonly room: number;
  /** Those that were read, the one that was asked for last at the end. */
  private readonly read = new Map<Z, Zone>();
  private taken = 0;

  constructor(zones: Iterable<Z>, checks: readonly Check[], room: number) {
    this.checks = checks;
    this.room = room;
    const names = new NameTree();
    for (const zone of zones) {
      const apex = zone.apex === undefined ? -1 : names.intern(zone.apex);
      if (apex >= 0) this.index.add(names.text(apex), zone);
    }
  }

  /** The zone, read. */
  zone(shelved: Z): Zone {
    const known = this.read.get(shelved);
    if (known !== undefined) {
      this.read.delete(shelved);
      this.read.set(shelved, known);
      return known;
    }
    this.makeRoom(sizeOf(shelved));
    const zone = shelved.open();
    this.read.set(shelved, zone);
    this.taken += sizeOf(shelved);
    return zone;
  }

  /** Runs every rule over a zone. Look at what was found before the next one is judged, or keep it all: then nothing is dropped that it needs. */
  judge(shelved: Z): LintedZone {
    const { view, uri, settings } = shelved,
      zone = this.zone(shelved),
      { host } = zone,
      answers = new Map<string, Z | undefined>();
    const linted: LintedZone = new LintedZone(
      zone,
      new LintEngine(
        zone,
        this.checks,
        settings,
        {
          zoneOf: (name) => {
            const wanted = name.toLowerCase();
            if (!answers.has(wanted)) {
              if (answers.size >= MOST_ANSWERS) answers.clear();
              answers.set(wanted, this.index.zoneFor(wanted, view, uri));
            }
            const found = answers.get(wanted);
            return found === undefined ? undefined : found === shelved ? zone : this.zone(found);
          },
          hasZoneBelow: (name) => this.index.hasZoneBelow(name, view),
          files: (fileName) => {
            const found = host.named?.(fileName) ?? [];
            linted.askedFor(fileName, found);
            return found;
          },
          heldAgainst: (file) => linted.holdAgainst(file),
          isOnlyDomain: () => this.index.isOnlyDomain(zone.names.text(zone.apex)),
        },
        false,
      ),
      view,
      settings,
    );
    linted.engine.start();
    linted.settle(() => false);
    // A zone that is only kept to be asked has no use for what was found in it.
    zone.observer = undefined;
    return linted;
  }

  private makeRoom(more: number): void {
    for (const oldest of this.read.keys()) {
      if (this.taken + more <= this.room) return;
      this.read.delete(oldest);
      this.taken -= sizeOf(oldest);
    }
  }
}

const sizeOf = ({ octets }: ShelvedZone): number => FIXED + BY_OCTET * octets;
