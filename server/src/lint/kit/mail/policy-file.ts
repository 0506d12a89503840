import type { MtaStsPolicy } from '../../../mail/mta-sts/mta-sts.ts';
import { mtaStsMatches, parseMtaStsPolicy } from '../../../mail/mta-sts/mta-sts.ts';
import { isNearer } from '../../../config/paths/nearest-file.ts';
import type { SourceText } from '../../../zone/syntax/source-text.ts';

/** How every policy file is called (RFC 8461 §3.3). */
export const POLICY_FILE = 'mta-sts.txt';

/** A policy file of a domain. */
export interface PolicyFile {
  readonly text: SourceText;
  readonly policy: MtaStsPolicy;
}

/** What tells whose policy a file is. */
export interface PolicyOwner {
  /** Absolute or without the final dot. */
  readonly domain: string;
  /** The file of the domain's zone. */
  readonly uri: string;
  readonly mxHosts: readonly string[];
  /** Whether there is no other domain whose policy it could be. */
  isAlone(): boolean;
}

/** Octets. Senders need not read more (RFC 8461 §3.3). */
const LARGEST = 65_536;

/**
 * The policy file of a domain among those of the workspace. A folder named after the domain or its policy host settles it; else it is the nearest file that no other domain's folder holds,
 * where its mx lines have to do with this domain, or there is no other one.
 */
export function policyFileOf(owner: PolicyOwner, files: readonly SourceText[]): PolicyFile | undefined {
  const { domain, uri, mxHosts } = owner,
    name = plain(domain),
    { byFolder, unclaimed } = indexOf(files);
  const named = nearest(
    uri,
    [...new Set([name, `mta-sts.${name}`].flatMap((folder) => byFolder.get(folder) ?? []))].filter(isSmall),
  );
  if (named !== undefined) return read(named);
  const found = nearest(uri, unclaimed.filter(isSmall)),
    file = found === undefined ? undefined : read(found);
  return file !== undefined && (concerns(file.policy, name, mxHosts) || owner.isAlone()) ? file : undefined;
}

/** Undefined for a file that is no policy at all, whatever its name. */
function read(text: SourceText): PolicyFile | undefined {
  const policy = parseMtaStsPolicy(text.text());
  // What a web server sent in its place, or nothing at all.
  if (/^\s*(?:<|$)/.test(policy.text)) return { text, policy };
  return policy.version === undefined && policy.modeField === undefined && policy.mx.length === 0
    ? undefined
    : { text, policy };
}

function concerns({ mx }: MtaStsPolicy, domain: string, mxHosts: readonly string[]): boolean {
  return mx.some(
    ({ value }) => isAtOrBelow(plain(value), domain) || mxHosts.some((host) => mtaStsMatches(value, host)),
  );
}

/** Two at the same distance may differ, and nothing tells which one is served: none of them is taken. */
function nearest(uri: string, files: readonly SourceText[]): SourceText | undefined {
  let best: SourceText | undefined,
    isAlone = true;
  for (const file of files) {
    if (best === undefined || isNearer(uri, file.uri, best.uri)) {
      best = file;
      isAlone = true;
    } else if (!isNearer(uri, best.uri, file.uri)) isAlone = false;
  }
  return isAlone ? best : undefined;
}

const plain = (name: string): string => name.toLowerCase().replace(/^\*\./, '').replace(/\.$/, '');
const isAtOrBelow = (name: string, domain: string): boolean => name === domain || name.endsWith(`.${domain}`);

const isSmall = (file: SourceText): boolean => file.byteLength <= LARGEST;

interface PolicyIndex {
  readonly byFolder: ReadonlyMap<string, readonly SourceText[]>;
  /** Files that no domain's folder holds. */
  readonly unclaimed: readonly SourceText[];
}

/** Every domain asks for its policy among all of them. */
const indexes = new WeakMap<readonly SourceText[], PolicyIndex>();

/** Policy files by the folders on the way to them, lower case. */
function indexOf(files: readonly SourceText[]): PolicyIndex {
  const known = indexes.get(files);
  if (known !== undefined) return known;
  const byFolder = new Map<string, SourceText[]>(),
    unclaimed: SourceText[] = [];
  for (const file of files) {
    const folders = file.uri.toLowerCase().split('/').slice(0, -1);
    for (const folder of new Set(folders)) {
      const held = byFolder.get(folder);
      if (held === undefined) byFolder.set(folder, [file]);
      else held.push(file);
    }
    if (!folders.some(isPolicyHost)) unclaimed.push(file);
  }
  const index = { byFolder, unclaimed };
  indexes.set(files, index);
  return index;
}

/** Whether a folder is named after the host that serves some domain's policy (RFC 8461 §3.3). */
const isPolicyHost = (folder: string): boolean => /^mta-sts\.(?:[a-z0-9-]+\.)+[a-z0-9-]+$/.test(folder);
