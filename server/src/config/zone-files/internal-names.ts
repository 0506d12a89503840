import { nameLabels } from './zone-name.ts';

const internalWords = new Set([
  'corp',
  'home',
  'inside',
  'internal',
  'intern',
  'interne',
  'intranet',
  'lan',
  'local',
  'localhost',
  'localnet',
  'office',
  'priv',
  'private',
  'trusted',
  'vpn',
]);

/** Whether the name of a view says that it is for one's own network: `internal`, `internal-lan`, `view_intranet`, but not `not-internal`. */
export function isInternalName(name: string): boolean {
  const words = name
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && word !== 'view');
  return (
    words.length > 0 &&
    words.some((word) => internalWords.has(word)) &&
    !words.some((word) => ['external', 'non', 'not', 'outside', 'public'].includes(word))
  );
}

/**
 * Top-level names that the Internet doesn't have: RFC 6761 (`test`, `localhost`), RFC 6762 with its appendix G (`local`, `lan`, `corp`, …),
 * and `internal`, which ICANN reserved for private use in 2024.
 */
const privateTops = new Set([
  'corp',
  'home',
  'internal',
  'intranet',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'private',
  'test',
]);

/** Whether nobody outside can resolve the zone, so that private addresses in it are as they should be. `home.arpa` is of RFC 8375. */
export function isPrivateApex(apex: string): boolean {
  const labels = nameLabels(apex);
  return privateTops.has(labels.at(-1) ?? '') || /(?:^|\.)home\.arpa\.$/.test(apex);
}
