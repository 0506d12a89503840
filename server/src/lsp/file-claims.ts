import { claimsFile } from '../config/claimed-files.ts';
import { baseName } from '../config/paths.ts';
import { readZoneHead } from '../config/zone-head.ts';

/** Names of files that may hold a zone; what they hold decides. */
const zoneName = /^db\.|^named\.(?:root|ca|local)|\.(?:zone|dns|rev|arpa|signed)$|\.(?:in-addr|ip6)\.arpa/i;
/** Configuration that may name zones, or settle how they are judged. */
const configName = /^(?:named|nsd|knot).*\.conf|\.conf(?:\.(?:local|options|default-zones))?$|^\.zonewright\.json$/i;

/** The same for an editor that searches by pattern. */
export const claimedPatterns: readonly string[] = [
  '**/*.{zone,dns,rev,arpa,signed}', '**/db.*', '**/named.{root,ca}', '**/named.local*', '**/*.in-addr.arpa*', '**/*.ip6.arpa*', '**/*.conf', '**/named.conf*', '**/.zonewright.json',
];

export const mayBeZone = (uri: string): boolean => zoneName.test(baseName(uri)) && !configName.test(baseName(uri));
export const mayBeConfig = (uri: string): boolean => configName.test(baseName(uri));

/** Whether a file that nobody opened is a zone: it reads like one and has a SOA record. What only zones include has none. */
export const holdsZone = (uri: string, head: string): boolean => claimsFile(uri, head) && readZoneHead(head).soaOwner !== undefined;
