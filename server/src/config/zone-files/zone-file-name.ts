import { parse } from 'tldts';
import { isInternalName, isPrivateApex } from './internal-names.ts';
import { reverseApex } from './reverse-file-name.ts';
import type { ReverseEvidence } from './reverse-file-name.ts';
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
export interface Evidence extends ReverseEvidence {
  readonly hasSoa: boolean;
}

/** No file system allows more. */
const LONGEST_FILE_NAME = 1024;

/** Files of that name serve several zones: those for the loopback interface, or all that are empty. */
const sharedFiles = /^(?:named\.(?:local|loopback|empty)|db\.empty)(?:\.|$)/;
const rootHints = /^(?:named\.(?:root|ca|cache|hints?)|root\.(?:hints?|cache|servers)|db\.(?:cache|root\.hints?))$/;
/** Whether a file is named as the list of the root servers, which is a part of no zone. */
export const isRootHintsName = (fileName: string): boolean => rootHints.test(fileName.toLowerCase());
const rootFiles = /^(?:db\.root|root\.(?:zone|db|dns|zonefile))$/;
/** Copies and templates of a zone file. None of these endings is a top-level domain. */
const copySuffix =
  /(?:~|[.-](?:bak|backup|old|orig|tmp|rpmsave|rpmnew|dpkg-(?:old|dist|new)|ucf-dist|j2|jinja2?|tmpl|tpl|template|erb|epp|\d{6,14}))$/;
const fileSuffix =
  /(?:\.(?:zone|zonefile|dns|db|rev|reverse|signed|unsigned|txt|fwd|forward|hosts|master|slave|named|bind)|[_-](?:zone|zonefile|db))$/;
const viewWord =
  '(?:internal|external|intern|extern|inside|outside|int|ext|private|public|lan|wan|intranet|corp|local|dmz)';
const viewSuffix = new RegExp(`^(.+)([._-])(${viewWord})$`);
/** Words before the zone's name that say what the file is, and are hardly ever its first label. */
const filePrefix = /^(?:(?:pri|sec|primary|secondary|master|slave|zone|hosts|named|forward|fwd|pz|db)[._])+(?=.)/;
/** Words of views that may stand before the zone's name, or be its first label. */
const doubtfulPrefix = new RegExp(
  `^(?:${viewWord}\\.|(?:pri|sec|primary|secondary|master|slave|zone|named|forward|fwd|db)-)(?=.*\\.)`,
);
const reversePrefix = /^(?:rev|reverse|ptr|arpa)[._-]/;

/**
 * The zone that a file's name stands for: `example.com.zone`, `db.example.com`, `example.com.dns`, `db.10.20.30`, `10.20.30.rev`, `named.root`.
 * Where a name can be read in two ways, what the text speaks of decides, else nothing does: undefined is better than a wrong apex.
 */
export function apexOfFileName(fileName: string, evidence: Evidence): NamedByFile | undefined {
  if (fileName.length > LONGEST_FILE_NAME) return undefined;
  let name = fileName.toLowerCase().replace(/(?<=.)\.$/, '');
  while (copySuffix.test(name)) name = name.replace(copySuffix, '');
  if (rootHints.test(name)) return { apex: '.', internal: false, hint: !evidence.hasSoa };
  if (rootFiles.test(name)) return { apex: '.', internal: false, hint: false };
  if (sharedFiles.test(name)) return undefined;
  if (name === 'named.localhost') return named('localhost.');
  const prefix = filePrefix.exec(name)?.[0] ?? '',
    prefixed = /(?:^|[._])db[._]$/.test(prefix),
    plain = withoutSuffixes(name, prefixed),
    bare = withoutSuffixes(name.slice(prefix.length), prefixed);
  // A name in .arpa, like an affix, says that it is a zone's.
  const affixed = prefix !== '' || bare.length < name.length || /\.(?:in-addr|ip6)(?:\.arpa)?$/.test(bare);
  const isReverse = evidence.isReverse ?? false,
    isNamedReverse =
      evidence.isForward !== true && (reversePrefix.test(bare) || /[._-](?:rev|reverse|ptr)(?:[._-]|$)/.test(name));
  if (bare === 'local' || bare === 'localhost')
    return isReverse ? named(loopbackZone(evidence)) : named(localZone(bare, evidence));
  const digits = bare.replace(reversePrefix, '').replace(/[._-](?:rev|reverse|ptr)$/, ''),
    inArpa = /^(.+\.(?:in-addr|ip6)\.arpa)[._-][a-z0-9_-]+$/.exec(bare)?.[1];
  if (inArpa !== undefined) return named(apexIn(inArpa));
  const reverse = reverseApex(digits, { prefixed, affixed, worded: prefixed || isNamedReverse }, evidence);
  if (reverse !== undefined) return named(reverse);
  if (!affixed && !evidence.hasSoa) return undefined;
  const forward = prefix === '' || prefix === 'db.' ? forwardZone(bare, evidence) : prefixedZone(plain, bare, evidence);
  // A reverse zone that is named for the domain whose hosts are in it says nothing of its network.
  if (
    forward !== undefined &&
    (isNamedReverse || isReverse) &&
    !/\.arpa\.$/.test(forward.apex) &&
    !evidence.mentions(forward.apex)
  )
    return undefined;
  return forward !== undefined && isNamedReverse && !forward.apex.endsWith('.arpa.') ? undefined : forward;
}

function named(apex: string | undefined, internal = false): NamedByFile | undefined {
  return apex === undefined ? undefined : { apex, internal, hint: false };
}

/** The loopback network, of which 127.0.0.1 is one label (FreeBSD's `localhost.rev`) or three. */
function loopbackZone({ ptrLabels }: Evidence): string | undefined {
  return ptrLabels === 1 ? '0.0.127.in-addr.arpa.' : ptrLabels === 3 ? '127.in-addr.arpa.' : undefined;
}

/** A word such as `master.` may be the zone's first label after all, where the text says so. */
function prefixedZone(plain: string, bare: string, evidence: Evidence): NamedByFile | undefined {
  const whole = apexIn(plain);
  if (whole !== undefined && (evidence.mentions(whole) || endsAtRegistry(bare))) return named(whole);
  return forwardZone(bare, evidence) ?? forwardZone(plain, evidence);
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
    const full = apexIn(bare),
      rest = apexIn(view[1]!),
      internal = isInternalName(view[3]!) || view[3] === 'int';
    if (rest !== undefined && full === undefined) return named(rest, internal);
    if (rest !== undefined && full !== undefined) return chosen([named(full), named(rest, internal)], evidence);
  }
  if (doubtfulPrefix.test(bare))
    return chosen([named(apexIn(bare)), named(apexIn(bare.replace(doubtfulPrefix, '')))], evidence);
  const known = apexIn(bare),
    turned = turnedApex(bare);
  if (known !== undefined && (turned === undefined || !evidence.mentions(turned) || evidence.mentions(known)))
    return named(known);
  // `com.example`, as Java packages are named.
  if (turned !== undefined) return named(turned);
  // A single label such as "master", or a top-level name that doesn't exist, is the zone's name only where the text says so too.
  const apex = /^[a-z0-9._-]+$/.test(bare) ? absoluteName(bare) : undefined;
  return apex !== undefined && evidence.mentions(apex) ? named(apex) : undefined;
}

/** The first reading that the text confirms. */
function chosen(readings: readonly (NamedByFile | undefined)[], { mentions }: Evidence): NamedByFile | undefined {
  return readings.find((reading) => reading !== undefined && mentions(reading.apex));
}

/** Whether what is left without a word before it is a public suffix: `hosts.co.uk` is a domain. */
const endsAtRegistry = (bare: string): boolean =>
  parse(bare, { extractHostname: false, validateHostname: false }).domain === null &&
  parse(bare, { extractHostname: false, validateHostname: false }).isIcann === true;

/** `uk.co.example` as `example.co.uk.`, where that is below a public suffix of the Internet. */
function turnedApex(bare: string): string | undefined {
  const turned = bare.split('.').toReversed().join('.'),
    { domain, isIcann } = parse(turned, { extractHostname: false, validateHostname: false });
  return domain !== null && isIcann === true ? apexIn(turned) : undefined;
}

/** A name of two labels or more below a top-level domain that exists, or that is reserved for private use or examples. */
function apexIn(text: string): string | undefined {
  if (!/^[a-z0-9._-]+$/.test(text) && !/[^\x00-\x7f]/.test(text)) return undefined;
  const apex = absoluteName(/\.(?:in-addr|ip6)$/.test(text) ? `${text}.arpa` : text);
  if (apex === undefined || nameLabels(apex).length < 2) return undefined;
  const reserved = isPrivateApex(apex) || /\.(?:example|invalid|onion|alt)\.$/.test(apex);
  return reserved || parse(apex.slice(0, -1), { extractHostname: false, validateHostname: false }).isIcann === true
    ? apex
    : undefined;
}
