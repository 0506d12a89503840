import { claimsFile } from '../../config/zone-files/claimed-files.ts';
import { baseName } from '../../config/paths/paths.ts';
import { candidateNames, namePattern } from '../../config/zone-files/zone-file-names.ts';
import { readZoneHead } from '../../config/zone-files/zone-head.ts';
import { POLICY_FILE } from '../../lint/kit/mail/policy-file.ts';

const zoneName = namePattern(candidateNames);
/** Configuration that may name zones, or settle how they are judged. */
const configName = /^(?:named|nsd|knot).*\.conf|\.conf(?:\.(?:local|options|default-zones))?$|^\.zonewright\.json$/i;

/** The same for an editor that searches by pattern. */
export const claimedPatterns: readonly string[] = [
  ...candidateNames.map((glob) => `**/${glob}`),
  '**/*.conf',
  '**/named.conf*',
  '**/.zonewright.json',
  `**/${POLICY_FILE}`,
];

export const mayBeZone = (uri: string): boolean => zoneName.test(baseName(uri)) && !configName.test(baseName(uri));
/** A file that is no zone, but that the records of one are judged by: an MTA-STS policy (RFC 8461 §3.2). */
export const isBesideZones = (uri: string): boolean => baseName(uri) === POLICY_FILE;
export const mayBeConfig = (uri: string): boolean => configName.test(baseName(uri));

/** Whether a file that nobody opened is a zone: it reads like one and has a SOA record. What only zones include has none. */
export const holdsZone = (uri: string, head: string): boolean =>
  claimsFile(uri, head) && readZoneHead(head).soaOwner !== undefined;
