import type { Check } from '../../lint/engine/check.ts';
import { Workspace } from '../../workspace/workspace.ts';
import type { LintedZone } from '../../workspace/workspace.ts';
import type { TextRange } from '../../text/positions.ts';
import type { ZoneHost } from '../../zone/records/include-host.ts';
import type { Identity } from './configuration.ts';
import { baseName } from '../../config/paths/paths.ts';
import { sameIdentity } from './configuration.ts';
import { holdsZone, isBesideZones, mayBeZone } from './file-claims.ts';
import type { HeldText } from './held-text.ts';
import { keyOf } from './held-text.ts';
import type { Texts } from './texts.ts';

const nothing: ReadonlySet<string> = new Set();

export interface ZoneSources {
  identify(key: string, head: string): Identity;
  /** Whether a name server is told to load the file. */
  isServed(key: string): boolean;
  /** Whether the settings say to leave the file alone. */
  isIgnored(key: string): boolean;
  hostFor(rootKey: string): ZoneHost;
  /** A file could not be read as a zone, for an error of the program. */
  failed(uri: string, error: unknown): void;
}

/** Which texts are zones of their own, and which zone they are. An included file is no zone while another zone includes it. */
export class Zones {
  readonly workspace: Workspace;
  private readonly texts: Texts;
  private readonly sources: ZoneSources;
  private readonly roots = new Map<string, LintedZone>();
  private readonly identities = new Map<LintedZone, Identity>();
  /** The keys of the files that a zone includes, as they were when it was last looked at. Zones that include nothing aren't here. */
  private readonly included = new Map<LintedZone, ReadonlySet<string>>();
  private readonly claims = new WeakMap<HeldText, boolean>();
  private readonly headChanged = new Set<string>();
  private readonly failed = new Set<string>();
  /** Files that may be zones now and aren't, or the other way round. */
  private readonly undecided = new Set<string>();

  constructor(texts: Texts, checks: readonly Check[], sources: ZoneSources) {
    this.texts = texts;
    this.sources = sources;
    this.workspace = new Workspace(checks);
  }

  /** Whether files wait to be opened as zones, or closed. */
  get due(): boolean {
    return this.undecided.size > 0 || this.headChanged.size > 0;
  }

  /** How many files wait to be opened as zones, or closed. */
  get left(): number {
    return this.undecided.size;
  }

  /** The zone whose own file this is. */
  root(key: string): LintedZone | undefined {
    return this.roots.get(key);
  }

  /** The zones that a file is part of: its own, or those that include it. */
  of(held: HeldText): readonly LintedZone[] {
    const own = this.roots.get(held.key);
    if (own !== undefined) return [own];
    const found: LintedZone[] = [];
    for (const [zone, keys] of this.included) if (keys.has(held.key)) found.push(zone);
    return found;
  }

  /** The zones that say something about a file: those that it is part of, and those whose records are held against it. */
  judging(held: HeldText): readonly LintedZone[] {
    return isBesideZones(held.key)
      ? [...this.workspace.zones].filter((zone) => zone.looksAt(held.text))
      : this.of(held);
  }

  /** Whether all has been said about a file. */
  isJudged(held: HeldText): boolean {
    return (isBesideZones(held.key) ? [...this.workspace.zones] : this.of(held)).every((zone) => zone.settled);
  }

  /** The zones that open documents are part of, then the others. */
  *inOrder(): Iterable<LintedZone> {
    yield* this.onScreen();
    yield* this.roots.values();
  }

  /** The zones that open documents are part of. */
  *onScreen(): Iterable<LintedZone> {
    for (const held of this.texts.documents()) yield* this.of(held);
  }

  /** A file came, was replaced by another text, or is gone. */
  textChanged(key: string): void {
    const zone = this.roots.get(key);
    this.failed.delete(key);
    if (zone !== undefined && zone.zone.root.text !== this.texts.get(key)?.text) this.close(key, zone);
    if ([...this.included.values()].some((keys) => keys.has(key))) this.includesChanged();
    if (isBesideZones(key)) this.workspace.filesChanged(baseName(key));
    this.undecided.add(key);
  }

  /** What `$INCLUDE` finds may have changed. */
  includesChanged(): void {
    this.workspace.includesChanged();
  }

  edit(held: HeldText, range: TextRange, text: string): void {
    const source = held.cut();
    if (held.touchesHead(range)) this.headChanged.add(held.key);
    if (this.failed.delete(held.key)) this.undecided.add(held.key);
    this.workspace.edit(source, range, text);
  }

  /** Settings or configuration changed: every zone is what it is anew. */
  identitiesChanged(): void {
    for (const key of this.roots.keys()) this.headChanged.add(key);
    for (const { key } of this.texts.all()) this.undecided.add(key);
  }

  /** Working on a zone failed: its file is no zone until it is edited or replaced. */
  fail(zone: LintedZone): void {
    const key = keyOf(zone.zone.root.uri);
    this.failed.add(key);
    this.close(key, zone);
  }

  /** A zone was settled: what it includes may be another set of files now. */
  zoneSettled(zone: LintedZone): void {
    const keys = includedKeys(zone),
      before = this.included.get(zone) ?? nothing;
    if (before.size === keys.size && [...keys].every((key) => before.has(key))) return;
    if (keys.size === 0) this.included.delete(zone);
    else this.included.set(zone, keys);
    for (const key of new Set([...before, ...keys])) this.undecided.add(key);
  }

  /** Opens and closes zones until all is as it should be, or `shouldStop` says so. */
  update(shouldStop: () => boolean): void {
    for (const key of this.headChanged) {
      this.headChanged.delete(key);
      this.identifyAnew(key);
      if (shouldStop()) return;
    }
    for (const { key } of this.texts.documents()) {
      if (this.undecided.has(key)) this.decide(key);
      if (shouldStop()) return;
    }
    for (const key of this.undecided) {
      this.decide(key);
      if (shouldStop()) return;
    }
  }

  private decide(key: string): void {
    this.undecided.delete(key);
    const held = this.texts.get(key),
      zone = this.roots.get(key),
      wanted = held !== undefined && this.isRoot(held);
    if (wanted === (zone !== undefined)) return;
    if (zone !== undefined) this.close(key, zone);
    else if (held !== undefined) this.open(held);
  }

  private isRoot(held: HeldText): boolean {
    if (this.failed.has(held.key) || isBesideZones(held.key)) return false;
    if (!held.isOpen && !this.isClaimed(held)) return false;
    for (const [zone, keys] of this.included)
      if (keys.has(held.key) && keyOf(zone.zone.root.uri) !== held.key) return false;
    return true;
  }

  /** Whether a file that nobody opened is a zone by its name and what it holds. */
  private isClaimed(held: HeldText): boolean {
    let claimed = this.claims.get(held);
    if (claimed === undefined)
      this.claims.set(held, (claimed = mayBeZone(held.key) && holdsZone(held.key, held.head())));
    return (claimed || this.sources.isServed(held.key)) && !this.sources.isIgnored(held.key);
  }

  private identifyAnew(key: string): void {
    const zone = this.roots.get(key),
      held = this.texts.get(key);
    if (
      zone === undefined ||
      held === undefined ||
      sameIdentity(this.identities.get(zone)!, this.sources.identify(held.key, held.head()))
    )
      return;
    this.close(key, zone);
    this.open(held);
  }

  /** An error of the program costs one zone, not the server. */
  private open(held: HeldText): void {
    const head = held.head(),
      bytes = held.takeUncut();
    try {
      this.read(held, head, bytes);
    } catch (error) {
      if (bytes !== undefined) held.text.load(bytes, () => undefined);
      this.failed.add(held.key);
      this.sources.failed(held.uri, error);
    }
  }

  private read(held: HeldText, head: string, bytes: Uint8Array | undefined): void {
    const identity = this.sources.identify(held.key, head),
      { apex, view, settings } = identity;
    const zone = this.workspace.open(held.text, {
      apex,
      settings,
      host: this.sources.hostFor(held.key),
      ...(view === undefined ? {} : { view }),
      ...(bytes === undefined ? {} : { bytes }),
    });
    zone.apexIsGuess = identity.isGuess;
    this.roots.set(held.key, zone);
    this.identities.set(zone, identity);
    this.zoneSettled(zone);
  }

  private close(key: string, zone: LintedZone): void {
    this.workspace.close(zone);
    this.roots.delete(key);
    this.identities.delete(zone);
    this.undecided.add(key);
    for (const included of this.included.get(zone) ?? nothing) this.undecided.add(included);
    this.included.delete(zone);
  }
}

function includedKeys(zone: LintedZone): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const file of zone.files()) if (file.includedBy !== undefined) keys.add(keyOf(file.uri));
  return keys;
}
