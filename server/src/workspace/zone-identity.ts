import { isInternalName, isPrivateApex } from '../config/zone-files/internal-names.ts';
import { baseName } from '../config/paths/paths.ts';
import type { ConfiguredZone, ServerConfig } from '../config/reading/server-config.ts';
import { mappingOf, type ZoneMapping } from '../config/settings/settings.ts';
import { apexOfFileName, type NamedByFile } from '../config/zone-files/zone-file-name.ts';
import { completed, mentions, readZoneHead, type ZoneHead } from '../config/zone-files/zone-head.ts';
import { nameLabels } from '../config/zone-files/zone-name.ts';
import { zonesOfFile } from '../config/servers/zones-of-file.ts';

export { isReceived } from '../config/servers/zones-of-file.ts';
export { claimsFile } from '../config/zone-files/claimed-files.ts';

/** What told the apex. */
export type IdentitySource = 'config' | 'mapping' | 'comment' | 'origin' | 'soa' | 'file-name' | 'names';

/** Which zone a file holds, as far as anything tells. */
export interface ZoneIdentity {
  /** Absolute, lower case, with the final dot. Undefined where nothing tells: then names stay relative, and nothing that needs the apex is reported. */
  readonly apex: string | undefined;
  readonly from: IdentitySource | undefined;
  /** Only the file's name says so, and the text speaks of no name in that zone: findings about the apex say where it was taken from. */
  readonly isGuess: boolean;
  /** Only one's own network sees it, so private addresses are right in it. */
  readonly internal: boolean;
  /** The view it is served in, where that is clear. */
  readonly view: string | undefined;
  readonly content: ConfiguredZone['content'];
  /** What the server configurations say about the file. Several apexes: one file for many zones, so none of them is *the* apex. */
  readonly served: readonly ConfiguredZone[];
}

/** What is known beside the file itself. */
export interface IdentityContext {
  readonly configs: readonly ServerConfig[];
  readonly mappings: readonly ZoneMapping[];
}

const nothingConfigured: IdentityContext = { configs: [], mappings: [] };

/**
 * Tells which zone a file holds. The server's configuration, the settings' mapping and a `; zone: example.com` comment in the first lines decide. Then evidence is weighed:
 * the SOA's absolute owner or one completed by an absolute `$ORIGIN`, unless what its records belong to contradicts it, as `$ORIGIN .` in Cloudflare's exports;
 * an exporter's comment, the file's name, and the domain that all owners are in, of which the first counts that the text speaks of. Never guesses.
 * @param firstText the first 64 KB or so
 */
export function identifyZone(
  path: string,
  firstText: string,
  { configs, mappings }: IdentityContext = nothingConfigured,
): ZoneIdentity {
  const head = readZoneHead(firstText),
    served = zonesOfFile(configs, path),
    mapping = mappingOf(mappings, path);
  const byName = apexOfFileName(baseName(path), {
    mentions: (apex) => mentions(head, apex),
    hasSoa: head.soaOwner !== undefined,
    isReverse: head.isReverse,
    isForward: head.isForward,
    ptrLabels: head.ptrLabels,
  });
  const { apex, from } = told(served, mapping.apex, head, byName);
  const views = [...new Set(served.map(({ view }) => view))];
  const view = mapping.view ?? (views.length === 1 ? views[0] : undefined);
  const contents = [...new Set(served.map(({ content }) => content))];
  return {
    apex,
    from,
    view,
    served,
    isGuess: from === 'file-name' && apex !== undefined && !mentions(head, apex),
    internal:
      head.internal ??
      mapping.internal ??
      (isInternalByUse(served, mapping.view, byName, from) || (apex !== undefined && isPrivateApex(apex))),
    content: contents.length === 1 ? contents[0]! : served.length === 0 && byName?.hint === true ? 'hint' : 'zone',
  };
}

function told(
  served: readonly ConfiguredZone[],
  mapped: string | undefined,
  head: ZoneHead,
  byName: NamedByFile | undefined,
): Pick<ZoneIdentity, 'apex' | 'from'> {
  const apexes = [...new Set(served.map(({ apex }) => apex))];
  if (apexes.length === 1) return { apex: apexes[0], from: 'config' };
  const absoluteOwner = head.soaOwner?.endsWith('.') === true;
  const soa = head.soaOwner === undefined ? undefined : completed(head.soaOwner, head.origin);
  const ways: readonly (readonly [IdentitySource, string | undefined])[] = [
    ['mapping', mapped],
    ['comment', head.zoneComment],
    [absoluteOwner ? 'soa' : 'origin', soa === '.' && commonDomain(head) !== undefined ? undefined : soa],
    ...guesses(head, byName),
  ];
  // Of a file that is served for several zones, another way of telling may pick one of them, but none beside them.
  const way = ways.find(
    ([from, apex]) =>
      apex !== undefined && (apexes.length === 0 || from === 'mapping' || from === 'comment' || apexes.includes(apex)),
  );
  return way === undefined ? { apex: undefined, from: undefined } : { apex: way[1], from: way[0] };
}

/** What is no more than likely, the likeliest first: what the text speaks of before what only one thing tells. */
function guesses(
  head: ZoneHead,
  byName: NamedByFile | undefined,
): readonly (readonly [IdentitySource, string | undefined])[] {
  const common = commonDomain(head),
    all: readonly (readonly [IdentitySource, string | undefined])[] = [
      ['comment', head.domainComment],
      ['file-name', byName?.apex],
      ['names', common],
    ];
  const spoken = all.filter(([, apex]) => apex !== undefined && mentions(head, apex));
  // A comment that says something else than the records and the name was copied with the file.
  return [...spoken, ...all.filter(([from]) => from === 'file-name')];
}

/** The domain that all absolute owners are in, if it has records of its own and names below it, and is no top-level domain. */
function commonDomain({ owners }: ZoneHead): string | undefined {
  if (owners.length < 2) return undefined;
  const shortest = owners.reduce((a, b) => (b.length < a.length ? b : a));
  const below = owners.filter((owner) => owner.endsWith(`.${shortest}`)).length;
  return nameLabels(shortest).length > 1 &&
    below > 0 &&
    owners.every((owner) => owner === shortest || owner.endsWith(`.${shortest}`))
    ? shortest
    : undefined;
}

/** A file that an external view serves too isn't internal. */
function isInternalByUse(
  served: readonly ConfiguredZone[],
  mappedView: string | undefined,
  byName: NamedByFile | undefined,
  from: IdentitySource | undefined,
): boolean {
  if (mappedView !== undefined) return isInternalName(mappedView);
  if (served.length > 0) return served.every(({ internal }) => internal);
  return from === 'file-name' && byName?.internal === true;
}
