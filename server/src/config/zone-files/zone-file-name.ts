import { parse } from 'tldts';
import { isInternalName, isPrivateApex } from './internal-names.ts';
import { absoluteName, nameLabels } from './zone-name.ts';

/** What a file's name says. */
export interface NamedByFile {
  readonly apex: string;
  /** The name says that the file is for one's own network: `db.example.com-internal`. */
  readonly internal: boolean;
  /** It is the list of the root servers, not a zone. */
  readonly hint: boolean;
}

/** What the text of the file can confirm. */
export interface Evidence {
  /** Whether it has absolute names at or below an apex. */
  readonly mentions: (apex: string) => boolean;
  readonly hasSoa: boolean;
}

/** No file system allows more. */
const LONGEST_FILE_NAME = 1024;

/** Files of that name serve several zones: those for the loopback interface, or all that are empty. */
const sharedFiles = /^(?:named\.(?:local|loopback|empty)|db\.empty)(?:\.|$)/;
const rootHints = /^(?:named\.(?:root|ca|cache|hints?)|root\.(?:hints?|cache|servers)|db\.(?:cache|root\.hints?))$/;
const rootFiles = /^(?:db\.root|root\.(?:zone|db|dns|zonefile))$/;
/** Copies and templates of a zone file. None of these endings is a top-level domain. */
const copySuffix = /(?:~|[.-](?:bak|backup|old|orig|tmp|rpmsave|rpmnew|dpkg-(?:old|dist|new)|ucf-dist|j2|jinja2?|tmpl|tpl|erb|\d{6,14}))$/;
const fileSuffix = /\.(?:zone|zonefile|dns|db|rev|signed|unsigned|txt|fwd)$/;
const viewWord = '(?:internal|external|intern|extern|inside|outside|int|ext|private|public|lan|wan|intranet|corp|local|dmz)';
const viewSuffix = new RegExp(`^(.+)([._-])(${viewWord})$`);
/** Words that may stand before the zone's name, or be its first label. */
const doubtfulPrefix = new RegExp(`^(?:pri|sec|primary|secondary|master|slave|zone|hosts|named|${viewWord})\\.(?=.*\\.)`);

/**
 * The zone that a file's name stands for: `example.com.zone`, `db.example.com`, `example.com.dns`, `db.10.20.30`, `10.20.30.rev`, `named.root`.
 * Where a name can be read in two ways, what the text speaks of decides, else nothing does: undefined is better than a wrong apex.
 */
export function apexOfFileName(fileName: string, evidence: Evidence): NamedByFile | undefined {
  if (fileName.length > LONGEST_FILE_NAME) return undefined;
  let name = fileName.toLowerCase();
  while (copySuffix.test(name)) name = name.replace(copySuffix, '');
  if (rootHints.test(name)) return { apex: '.', internal: false, hint: !evidence.hasSoa };
  if (rootFiles.test(name)) return { apex: '.', internal: false, hint: false };
  if (sharedFiles.test(name)) return undefined;
  if (name === 'named.localhost') return named('localhost.');
  const prefixed = name.startsWith('db.'), bare = withoutSuffixes(prefixed ? name.slice(3) : name, prefixed);
  // A name in .arpa, like an affix, says that it is a zone's.
  const affixed = prefixed || bare.length < name.length || /\.(?:in-addr|ip6)(?:\.arpa)?$/.test(bare);
  if (bare === 'local' || bare === 'localhost') return named(localZone(bare, evidence));
  const worded = prefixed || /^(?:rev|reverse)\.|\.rev(?:\.|$)/.test(name);
  const reverse = reverseZone(bare.replace(/^(?:rev|reverse)\./, ''), { prefixed, affixed, worded }, evidence);
  if (reverse !== undefined) return named(reverse);
  if (!affixed && !evidence.hasSoa) return undefined;
  return forwardZone(bare, evidence);
}

function named(apex: string | undefined, internal = false): NamedByFile | undefined {
  return apex === undefined ? undefined : { apex, internal, hint: false };
}

/** `.zone` is a top-level domain too: `db.example.zone` keeps it. */
function withoutSuffixes(name: string, prefixed: boolean): string {
  let bare = name;
  while (fileSuffix.test(bare)) {
    const shorter = bare.replace(fileSuffix, '');
    if (shorter === '' || (prefixed && bare.endsWith('.zone') && !shorter.includes('.'))) break;
    bare = shorter;
  }
  return bare;
}

/** Debian's db.local is for localhost; in other hands it may be the zone "local". */
function localZone(bare: string, { mentions }: Evidence): string | undefined {
  if (bare === 'localhost' || mentions('localhost.')) return 'localhost.';
  return mentions('local.') ? 'local.' : undefined;
}

function forwardZone(bare: string, evidence: Evidence): NamedByFile | undefined {
  const view = viewSuffix.exec(bare);
  if (view !== null) {
    const full = apexIn(bare), rest = apexIn(view[1]!), internal = isInternalName(view[3]!) || view[3] === 'int';
    if (rest !== undefined && full === undefined) return named(rest, internal);
    if (rest !== undefined && full !== undefined) return chosen([named(full), named(rest, internal)], evidence);
  }
  if (doubtfulPrefix.test(bare)) return chosen([named(apexIn(bare)), named(apexIn(bare.replace(doubtfulPrefix, '')))], evidence);
  const known = apexIn(bare);
  if (known !== undefined) return named(known);
  // A single label such as "master", or a top-level name that doesn't exist, is the zone's name only where the text says so too.
  const apex = /^[a-z0-9._-]+$/.test(bare) ? absoluteName(bare) : undefined;
  return apex !== undefined && evidence.mentions(apex) ? named(apex) : undefined;
}

/** The first reading that the text confirms. */
function chosen(readings: readonly (NamedByFile | undefined)[], { mentions }: Evidence): NamedByFile | undefined {
  return readings.find((reading) => reading !== undefined && mentions(reading.apex));
}

/** A name of two labels or more below a top-level domain that exists, or that is reserved for private use or examples. */
function apexIn(text: string): string | undefined {
  if (!/^[a-z0-9._-]+$/.test(text) && !/[^\x00-\x7f]/.test(text)) return undefined;
  const apex = absoluteName(/\.(?:in-addr|ip6)$/.test(text) ? `${text}.arpa` : text);
  if (apex === undefined || nameLabels(apex).length < 2) return undefined;
  const reserved = isPrivateApex(apex) || /\.(?:example|invalid|onion|alt)\.$/.test(apex);
  return reserved || parse(apex.slice(0, -1), { extractHostname: false, validateHostname: false }).isIcann === true ? apex : undefined;
}

/** Networks that a file name of digits can be told by: private (RFC 1918), shared (RFC 6598), link-local, loopback, documentation (RFC 5737). */
const tellingNetwork = /^(?:10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|192\.0\.2|198\.51\.100|203\.0\.113)(?:\.|$)/;

/**
 * `10.20.30` is 30.20.10.in-addr.arpa in the order of addresses, and 10.20.30.in-addr.arpa in that of names; both are in use.
 * A name in .arpa says which; else a network that is private or for documentation in one order only; else what the text speaks of;
 * and with `db.`, the order of addresses, as DNS and BIND teaches.
 * One or two numbers alone, as in `100.zone`, count files as well as networks: there only the text tells, or a word for it such as `db.` or `rev`.
 */
function reverseZone(bare: string, { prefixed, affixed, worded }: { readonly prefixed: boolean; readonly affixed: boolean; readonly worded: boolean }, { mentions }: Evidence): string | undefined {
  const inArpa = /^(.+\.(?:in-addr|ip6)\.arpa)[._-][a-z0-9_-]+$/.exec(bare)?.[1];
  if (inArpa !== undefined) return apexIn(inArpa);
  if (!affixed || !/^\d{1,3}(?:\.\d{1,3}){0,3}$/.test(bare)) return undefined;
  const octets = bare.split('.');
  if (octets.some((octet) => Number(octet) > 255 || (octet.length > 1 && octet.startsWith('0')))) return undefined;
  const byAddress = `${octets.toReversed().join('.')}.in-addr.arpa.`, byName = `${bare}.in-addr.arpa.`;
  if (octets.length < 3 && !worded && !mentions(byAddress) && !mentions(byName)) return undefined;
  if (byAddress === byName) return byAddress;
  // Of four octets the last may be a host, or the 0 of a /24.
  if (octets.length === 4 && octets.at(-1) === '0') return undefined;
  const confirmed = [byAddress, byName].filter(mentions);
  if (confirmed.length === 1) return confirmed[0];
  const addressTells = tellingNetwork.test(bare), nameTells = tellingNetwork.test(octets.toReversed().join('.'));
  if (addressTells !== nameTells) return addressTells ? byAddress : byName;
  return prefixed ? byAddress : undefined;
}
