import { pathToFileURL } from 'node:url';
import type { Resolver } from '../../mail/dns/resolver.ts';
import { plainName } from '../../mail/dns/resolver.ts';
import type { LintSettings } from '../../findings/lint-settings.ts';
import type { ZoneHost } from '../../zone/records/include-host.ts';
import { isDomain } from '../../workspace/apex-index.ts';
import { Zone } from '../../zone/model/zone.ts';
import { ZoneResolver } from '../../zone/model/zone-resolver.ts';
import { Lexer } from '../../zone/syntax/lexer.ts';
import { SourceText } from '../../zone/syntax/source-text.ts';
import { Failure } from '../process/failure.ts';
import { FileNames } from '../process/file-names.ts';
import { findInputs } from '../input/find-inputs.ts';
import { includeHost } from '../input/include-host.ts';
import { SettingsFiles } from '../input/settings-files.ts';
import { tell } from '../process/tell.ts';

/** The zones of files that stand for the whole DNS. */
export class ZoneSet {
  private readonly byApex: ReadonlyMap<string, Zone>;
  private readonly settings: ReadonlyMap<Zone, LintSettings>;
  private readonly host: ZoneHost;
  /** Whether something that belongs to the set couldn't be read. */
  readonly isIncomplete: boolean;

  private constructor(
    byApex: ReadonlyMap<string, Zone>,
    settings: ReadonlyMap<Zone, LintSettings>,
    host: ZoneHost,
    isIncomplete: boolean,
  ) {
    this.byApex = byApex;
    this.settings = settings;
    this.host = host;
    this.isIncomplete = isIncomplete;
  }

  /** Reads the zones that paths stand for, as `check` does, without judging them. */
  static async read(
    paths: readonly string[],
    { allowOutside = false }: { readonly allowOutside?: boolean } = {},
  ): Promise<ZoneSet> {
    const names = new FileNames(),
      settings = new SettingsFiles([]),
      settingsOf = new Map<Zone, LintSettings>();
    const { zones, troubles, bounds, beside } = await findInputs(paths, {
      origin: undefined,
      settings,
      names,
      allowOutside,
      onFile: () => undefined,
    });
    const [trouble, ...others] = troubles;
    if (trouble !== undefined && zones.length === 0 && others.length === 0) throw new Failure(trouble.message);
    for (const { message } of troubles) tell(message);
    const byApex = new Map<string, Zone>();
    const taken = new Map<string, string>(),
      passed = new Map<string, number>();
    // Of a split DNS the Internet sees the public side.
    for (const { path: file, bytes, apex, settings: said } of zones.toSorted(
      (a, b) => Number(a.settings.internal) - Number(b.settings.internal),
    )) {
      if (apex === undefined) continue;
      if (byApex.has(apex)) {
        if (settingsOf.get(byApex.get(apex)!)?.internal === said.internal)
          passed.set(apex, (passed.get(apex) ?? 0) + 1);
        continue;
      }
      taken.set(apex, file);
      const zone = new Zone(new SourceText(pathToFileURL(file).href, new Lexer()), {
        apex,
        host: includeHost(file, { bounds }),
        expectedBytes: bytes.length,
      });
      zone.open(bytes);
      byApex.set(apex, zone);
      settingsOf.set(zone, said);
    }
    for (const [apex, count] of passed)
      tell(
        `${count + 1} files hold ${plainName(apex)}; ${names.show(taken.get(apex)!)} is used. Name just the file you mean.`,
      );
    if (byApex.size === 0)
      throw new Failure(
        `Can't tell which zone ${paths.join(', ')} holds: name the file after the zone, such as example.com.zone, or write "; zone: example.com" on its first line.`,
      );
    return new ZoneSet(byApex, settingsOf, includeHost(zones[0]!.path, { bounds, beside }), troubles.length > 0);
  }

  /** Every zone of the set. */
  get zones(): readonly Zone[] {
    return [...this.byApex.values()];
  }

  /** The zone with the longest apex that holds an absolute name. */
  zoneOf(name: string): Zone | undefined {
    for (let suffix = name; ; suffix = suffix.slice(suffix.indexOf('.') + 1) || '.') {
      const zone = this.byApex.get(suffix);
      if (zone !== undefined || suffix === '.') return zone;
    }
  }

  /** The files with a name that lie with the zones. */
  files(fileName: string): readonly SourceText[] {
    return this.host.named?.(fileName) ?? [];
  }

  isOnlyDomain(apex: string): boolean {
    return [...this.byApex.keys()].every((other) => other === apex || !isDomain(other));
  }

  /** What the settings say about a zone of this set. */
  settingsOf(zone: Zone): LintSettings | undefined {
    return this.settings.get(zone);
  }

  /** Answers from these zones alone: a name outside them, of which `onOutside` hears, isn't there, or nothing is known of it. */
  resolver(
    outside: 'nxdomain' | 'unknown' = 'nxdomain',
    onOutside: (name: string) => void = () => undefined,
    beyond?: Resolver,
  ): Resolver {
    return new ZoneResolver({ zoneOf: (name) => this.zoneOf(name), outside, onOutside, beyond });
  }
}
