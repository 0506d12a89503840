import { parse } from 'tldts';
import { baseName } from '../paths/paths.ts';
import { claimsDbFile, isDnsZoneText, isUnlessForeign, isWholeZone } from './reads-like-zone.ts';
import { codeNames, dbName, namePattern, neverZones, zoneEndings, zoneNames } from './zone-file-names.ts';

/** `.signed` alone may be anything's. */
const sureNames = namePattern([
  ...zoneEndings.filter((ending) => ending !== '.signed').flatMap((ending) => [`*${ending}`, `*${ending}.signed`]),
  ...['db.*.signed', '*.db.signed'],
  ...zoneNames,
]);

/**
 * Whether a file is one to read as a zone, by its name and its beginning. `db.*`, `*.zone` and the like are, unless they are plainly something else;
 * `*.db`, `example.com` and unknown names only where the text reads like a zone; `named.conf`, key files and source code never.
 */
export function claimsFile(path: string, firstLines: string): boolean {
  const name = baseName(path);
  if (neverZones.test(name)) return false;
  const text = firstLines.replace(/^\ufeff/, '');
  if (sureNames.test(name)) return isUnlessForeign(text);
  if (dbName.test(name)) return claimsDbFile(name, text);
  if (!codeNames.test(name)) return isDnsZoneText(text);
  return isWholeZone(text) && isDomainName(name);
}

/** Two labels or more below a top-level domain that exists, not a word and an ending. */
function isDomainName(name: string): boolean {
  const { domain, isIcann } = parse(name, { extractHostname: false, validateHostname: false });
  return (
    domain !== null &&
    isIcann === true &&
    !/^(?:zone|db|dns|data|main|index|readme|test|example)\.[a-z0-9]+$/i.test(name)
  );
}
