import { ROOT } from '../../names/name-tree.ts';
import type { NameId, NameTree } from '../../names/name-tree.ts';
import type { RecordId } from '../../zone/records/record-table.ts';
import type { Zone } from '../../zone/model/zone.ts';

/** Labels that programs and templates leave where a value was missing. */
const labels = [
  'undefined',
  'changeme',
  'change-me',
  'change_me',
  'replaceme',
  'replace-me',
  'replace_me',
  'yourdomain',
  'your-domain',
  'your_domain',
  'placeholder',
  'null',
  'none',
  'todo',
  'fixme',
  'example',
].map(octetsOf);
/** Those that aren't the names of hosts. */
const neverHosts = labels.slice(0, 10);
const YOUR_HYPHEN = octetsOf('your-'),
  YOUR_UNDERSCORE = octetsOf('your_');
const EXAMPLE = octetsOf('example'),
  TEST = octetsOf('test'),
  COM = octetsOf('com'),
  NET = octetsOf('net'),
  ORG = octetsOf('org');

function octetsOf(text: string): Uint8Array {
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

function isLabel(names: NameTree, name: NameId, octets: Uint8Array): boolean {
  if (names.labelLength(name) !== octets.length) return false;
  return beginsWith(names, name, octets);
}

function beginsWith(names: NameTree, name: NameId, octets: Uint8Array): boolean {
  for (let i = 0; i < octets.length; i++) if (names.labelOctet(name, i) !== octets[i]) return false;
  return true;
}

function isStandIn(names: NameTree, name: NameId, words: readonly Uint8Array[]): boolean {
  for (let k = 0; k < words.length; k++) if (isLabel(names, name, words[k]!)) return true;
  return beginsWith(names, name, YOUR_UNDERSCORE);
}

/** The part of a name that stands in for one that was to be filled in, or -1. In the zone, names with records are names. Asked for every record, so nothing is made. */
export function standInLabel(zone: Zone, target: NameId): NameId {
  const { names, records } = zone;
  if (target <= ROOT || records.first(target) >= 0) return -1;
  if (beginsWith(names, target, YOUR_HYPHEN) && names.depth(target) > 2) return target;
  for (let name = target; name > ROOT; name = names.parent(name)) {
    if (name === zone.apex) return -1;
    // A top-level domain such as `example.` is one that the DNS doesn't have; below others any word may be a name.
    const isDomain = names.parent(name) > ROOT && names.parent(names.parent(name)) === ROOT;
    if (
      isStandIn(names, name, name === target || isDomain ? labels : neverHosts) &&
      !(isDomain && (isLabel(names, name, EXAMPLE) || isWordOnly(names, name)))
    )
      return name;
  }
  return -1;
}

const words = [octetsOf('null'), octetsOf('none'), octetsOf('todo'), octetsOf('fixme'), octetsOf('placeholder')];
/** Words that are also registered domains. */
function isWordOnly(names: NameTree, name: NameId): boolean {
  for (let k = 0; k < words.length; k++) if (isLabel(names, name, words[k]!)) return true;
  return false;
}

/** Whether an owner name's first label stands in for one that was to be filled in. */
export const isStandInOwner = (zone: Zone, owner: NameId): boolean =>
  owner > ROOT && owner !== zone.apex && isStandIn(zone.names, owner, neverHosts);

/** Whether a name is one for documentation (RFC 2606 §2, §3): `example.com`, `host.example`, `host.test`. */
export function isExampleTarget({ names }: Zone, target: NameId): boolean {
  let top = target,
    second: NameId = -1;
  if (target <= ROOT) return false;
  while (names.parent(top) > ROOT) {
    second = top;
    top = names.parent(top);
  }
  if (
    second >= 0 &&
    isLabel(names, second, EXAMPLE) &&
    (isLabel(names, top, COM) || isLabel(names, top, NET) || isLabel(names, top, ORG))
  )
    return true;
  return second >= 0 && (isLabel(names, top, EXAMPLE) || isLabel(names, top, TEST));
}

/** What in a text stands for a value that was to be filled in. */
const wholeTexts =
  /^(?:undefined|null|None|NaN|nil|\[object Object\]|(?:TODO|FIXME|TBD)(?:\b.*)?|change[_-]?me|replace[_-]?me|placeholder|<[A-Za-z][\w .-]*>|x{5,}|X{5,})$/;
const inValues =
  /(?<=^|[\s=:@;,"])(?:undefined(?=$|[;\s,"@])|null(?=$|[;,"])|YOUR[_-][A-Z0-9_-]+|your[_-][a-z0-9_-]*(?:key|token|here|code|value|id)(?=$|[;\s,"])|your-?domain\.[a-z]+|<[A-Za-z][\w .-]*>(?=$|[;\s,"])|REPLACE(?:[_-][A-Z0-9_-]+|ME)|INSERT_[A-Z0-9_-]+|CHANGE[_-]?ME|changeme(?=$|[;\s,"])|PLACEHOLDER|TODO(?=$|[;\s,"])|\[object Object\])/;

export interface Found {
  readonly text: string;
  readonly start: number;
}

export function standInText(text: string): Found | undefined {
  if (wholeTexts.test(text)) return { text, start: 0 };
  // In prose the same words are words.
  if (/^(?:[A-Za-z]+ ){3}/.test(text)) return undefined;
  const found = inValues.exec(text);
  // `null` and `undefined` may be the words of a sentence; behind a sign they're values.
  if (found === null || (found.index === 0 && /^(?:undefined|null)$/.test(found[0]) && text.length > found[0].length))
    return undefined;
  return { text: found[0], start: found.index };
}

/** A name or address for documentation in a text of terms or tags. */
const exampleTexts =
  /(?<=^|[:=@.])example\.(?:com|net|org)(?=$|[\s;,"!/])|(?<=[:=])(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}(?=$|[\s/])|(?<=ip6:)2001:0?db8:[0-9a-f:]*/i;

export function exampleText(text: string): Found | undefined {
  const found = /^(?:v\s*=|mailto:|https?:)|=|^\S+$/i.test(text) ? exampleTexts.exec(text) : null;
  return found === null ? undefined : { text: found[0], start: found.index };
}

const START = new Uint8Array(256),
  FIRST = new Uint8Array(256),
  LOWER = new Uint8Array(256);
for (let c = 0; c < 256; c++) LOWER[c] = c >= 65 && c <= 90 ? c | 32 : c;
for (const c of '"=:@;, \t.[') START[c.charCodeAt(0)] = 1;
/** The two first letters that such a text has where a value begins, in lower case. */
const pairs = new Uint8Array(65536);
for (const pair of [
  'un',
  'nu',
  'no',
  'na',
  'ni',
  '[o',
  'to',
  'fi',
  'tb',
  'ch',
  're',
  'pl',
  'xx',
  'yo',
  'in',
  'ex',
  '19',
  '20',
]) {
  pairs[(pair.charCodeAt(0) << 8) | pair.charCodeAt(1)] = 1;
  FIRST[pair.charCodeAt(0)] = 1;
}
const LT = 60;

/** Whether a record's text may have one of those: a walk over its bytes that makes nothing. */
export function mayStandIn(zone: Zone, record: RecordId): boolean {
  const { bytes } = zone.blockOf(record).chunk;
  let depth = 0,
    quoted = false,
    before = 0,
    i = zone.records.offset[record]!;
  while (i < bytes.length && bytes[i]! > 32) i++;
  for (; i < bytes.length; i++) {
    const c = bytes[i]!;
    if (
      START[before] === 1 &&
      (c === LT || (FIRST[LOWER[c]!] === 1 && pairs[(LOWER[c]! << 8) | LOWER[bytes[i + 1]!]!] === 1))
    )
      return true;
    before = c;
    switch (c) {
      case 34:
        quoted = !quoted;
        break;
      case 92:
        i++;
        break;
      case 40:
        if (!quoted) depth++;
        break;
      case 41:
        if (!quoted) depth--;
        break;
      case 59:
        if (!quoted) while (i + 1 < bytes.length && bytes[i + 1] !== 10) i++;
        break;
      case 10:
        if (depth <= 0) return false;
        quoted = false;
    }
  }
  return false;
}
