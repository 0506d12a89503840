import { folderOf, baseName, resolvePath } from '../config/paths/paths.ts';
import { isIgnored } from '../config/settings/settings.ts';
import type { LintSettings as Settings } from '../config/settings/settings.ts';
import type { LintSettings } from '../findings/lint-settings.ts';
import type { Check } from '../lint/engine/check.ts';
import { POLICY_FILE } from '../lint/kit/mail/policy-file.ts';
import type { ZoneHost } from '../zone/records/include-host.ts';
import { decode } from '../text/utf8.ts';
import { Lexer } from '../zone/syntax/lexer.ts';
import { SourceText } from '../zone/syntax/source-text.ts';
import { Zone } from '../zone/model/zone.ts';
import { isDomain } from './apex-index.ts';
import { identifyZone } from './zone-identity.ts';
import type { LintedZone } from './linted-zone.ts';
import { ZoneShelf } from './zone-shelf.ts';
import type { ShelvedZone } from './zone-shelf.ts';
import { SOA } from '../zone/rrtypes/codes.ts';

/** A file that is handed over as its octets. */
export interface GivenFile {
  readonly uri: string;
  readonly octets: Uint8Array;
  /** Absolute name of the zone's apex, where the caller knows it. */
  readonly apex: string | undefined;
}

/** How much of a file is looked at to find out which zone it is, in octets. */
const HEAD = 1 << 16;
/** One for all: a file is cut at a stretch. */
const lexer = new Lexer();

/** Zones whose files are all handed over. Nothing else is read: an `$INCLUDE` finds the files of the same set. */
export class GivenZones {
  /** Those that are zones of their own: no policy, no part of another one, nothing that the settings ignore. */
  readonly zones: readonly GivenZone[];
  private readonly files: ReadonlyMap<string, GivenFile>;
  private readonly texts = new Map<string, SourceText>();

  /** @param rulesOf the settings for a zone that is internal or not */
  constructor(files: readonly GivenFile[], settings: Settings, rulesOf: (internal: boolean) => LintSettings) {
    this.files = new Map(files.map((file) => [file.uri, file]));
    const host = this.host(),
      zones: GivenZone[] = [];
    for (const file of this.files.values()) {
      if (baseName(file.uri) === POLICY_FILE || isIgnored(settings, file.uri)) continue;
      const { apex, view, internal, content } = identifyZone(
        file.uri,
        decode(file.octets, 0, Math.min(file.octets.length, HEAD)),
        { configs: [], mappings: settings.zones },
      );
      zones.push(
        new GivenZone(file, file.apex ?? (content === 'hint' ? undefined : apex), view, rulesOf(internal), host),
      );
    }
    const included = new Set(zones.flatMap((zone) => [...zone.includes()]));
    this.zones =
      included.size === 0
        ? zones
        : zones.filter((zone) => !included.has(zone.uri) || zone.open().records.countOf(SOA) > 0);
  }

  /** Runs every rule over each zone; they see one another. */
  judge(checks: readonly Check[]): readonly LintedZone[] {
    const shelf = new ZoneShelf(this.zones, checks, Infinity);
    return this.zones.map((zone) => shelf.judge(zone));
  }

  /** The zone with the longest apex that holds an absolute name; of a split DNS the one that the Internet sees. */
  zoneOf(name: string): Zone | undefined {
    return this.holderOf(name)?.open();
  }

  settingsOf(name: string): LintSettings | undefined {
    return this.holderOf(name)?.settings;
  }

  isOnlyDomain(apex: string): boolean {
    return this.zones.every((other) => other.apex === undefined || other.apex === apex || !isDomain(other.apex));
  }

  /** The files with a name, in whatever folder they are. */
  named(fileName: string): readonly SourceText[] {
    return [...this.files.keys()].filter((uri) => baseName(uri) === fileName).flatMap((uri) => this.text(uri) ?? []);
  }

  private holderOf(name: string): GivenZone | undefined {
    for (let suffix = name.toLowerCase(); ; suffix = suffix.slice(suffix.indexOf('.') + 1) || '.') {
      const found = this.zones.filter(({ apex }) => apex === suffix);
      if (found.length > 0) return found.find(({ settings }) => !settings.internal) ?? found[0];
      if (suffix === '.') return undefined;
    }
  }

  /** A relative name is looked for beside the including file, and then from the top. */
  private host(): ZoneHost {
    return {
      include: (fileName, fromUri) =>
        this.text(resolvePath(folderOf(fromUri), fileName)) ??
        this.text(resolvePath('file:///', fileName)) ??
        'missing',
      named: (fileName) => this.named(fileName),
    };
  }

  private text(uri: string): SourceText | undefined {
    const known = this.texts.get(uri),
      file = this.files.get(uri);
    if (known !== undefined || file === undefined) return known;
    const text = new SourceText(uri, lexer);
    text.load(file.octets, () => undefined);
    this.texts.set(uri, text);
    return text;
  }
}

class GivenZone implements ShelvedZone {
  readonly apex: string | undefined;
  readonly view: string | undefined;
  readonly settings: LintSettings;
  private readonly file: GivenFile;
  private readonly host: ZoneHost;
  private zone: Zone | undefined;

  constructor(
    file: GivenFile,
    apex: string | undefined,
    view: string | undefined,
    settings: LintSettings,
    host: ZoneHost,
  ) {
    this.file = file;
    this.apex = apex;
    this.view = view;
    this.settings = settings;
    this.host = host;
  }

  get uri(): string {
    return this.file.uri;
  }
  get octets(): number {
    return this.file.octets.length;
  }

  open(): Zone {
    if (this.zone !== undefined) return this.zone;
    const zone = new Zone(new SourceText(this.uri, lexer), {
      apex: this.apex,
      host: this.host,
      expectedBytes: this.octets,
    });
    zone.open(this.file.octets);
    return (this.zone = zone);
  }

  /** The URIs of the files that it includes, and that those include. */
  *includes(): Iterable<string> {
    for (const block of this.open().blocks) for (const { uri } of block?.includes ?? []) yield uri;
  }
}
