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
  const { domain, uri, mxHosts } = owner, name = plain(domain), small = files.filter(file => file.byteLength <= LARGEST), ours = [name, `mta-sts.${name}`];
  const named = nearest(uri, small.filter(file => folders(file.uri).some(folder => ours.includes(folder))));
  if (named !== undefined) return read(named);
  const found = nearest(uri, small.filter(file => !folders(file.uri).some(isPolicyHost))), file = found === undefined ? undefined : read(found);
  return file !== undefined && (concerns(file.policy, name, mxHosts) || owner.isAlone()) ? file : undefined;
}

/** Undefined for a file that is no policy at all, whatever its name. */
function read(text: SourceText): PolicyFile | undefined {
  const policy = parseMtaStsPolicy(text.text());
  return policy.version === undefined && policy.modeField === undefined && policy.mx.length === 0 ? undefined : { text, policy };
}

function concerns({ mx }: MtaStsPolicy, domain: string, mxHosts: readonly string[]): boolean {
  return mx.some(({ value }) => isAtOrBelow(plain(value), domain) || mxHosts.some(host => mtaStsMatches(value, host)));
}

/** Two at the same distance may differ, and nothing tells which one is served: none of them is taken. */
function nearest(uri: string, files: readonly SourceText[]): SourceText | undefined {
  const best = files.filter(file => !files.some(other => other !== file && isNearer(uri, other.uri, file.uri)));
  return best.length === 1 ? best[0] : undefined;
}

const plain = (name: string): string => name.toLowerCase().replace(/^\*\./, '').replace(/\.$/, '');
const isAtOrBelow = (name: string, domain: string): boolean => name === domain || name.endsWith(`.${domain}`);

/** The folders on the way to a file, lower case. */
const folders = (uri: string): readonly string[] => uri.toLowerCase().split('/').slice(0, -1);
/** Whether a folder is named after the host that serves some domain's policy (RFC 8461 §3.3). */
const isPolicyHost = (folder: string): boolean => /^mta-sts\.(?:[a-z0-9-]+\.)+[a-z0-9-]+$/.test(folder);
