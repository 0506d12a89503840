/** Whether a text is a zone's, told by its first lines. The editor asks this too, so it needs no package. */

import { codeNames, dbName, neverZones } from './zone-file-names.ts';
import { typeOf } from './zone-head.ts';

/** Enough lines to tell a language by. */
const LINES = 120;

const types = new Set(
  'A AAAA AFSDB APL CAA CDNSKEY CDS CERT CNAME CSYNC DHCID DNAME DNSKEY DS HINFO HIP HTTPS IPSECKEY KEY LOC MX NAPTR NS NSEC NSEC3 NSEC3PARAM OPENPGPKEY PTR RP RRSIG SMIMEA SOA SPF SRV SSHFP SVCB TLSA TXT URI WINS WINSR ZONEMD'.split(
    ' ',
  ),
);
const directive =
  /^\$(?:TTL[ \t]+\d[\dsmhdw]*|ORIGIN[ \t]+[^\s;{}()]+|INCLUDE[ \t]+\S+.*|GENERATE[ \t]+\d+-\d+.*)[ \t]*(?:;.*)?$/i;

/** Magic numbers and first words of other formats, SQLite's before all. */
const foreignStart =
  /^(?:SQLite format 3|\x7fELF|PK\x03\x04|\x1f|%PDF|\x89PNG|MZ.?\x00|GDBM|\0|<[?!a-z]|#!|-----BEGIN|\{\s*["}]|\[\s*[{"])/i;

/**
 * Whether a text reads like a zone file: most of its first lines are records and directives, and at least one is beyond doubt, or all are likely.
 * @param firstLines the beginning of the file; a line cut off at its end does no harm
 */
export function isDnsZoneText(firstLines: string): boolean {
  if (foreignStart.test(firstLines)) return false;
  const { sure, likely, other } = countLines(firstLines);
  return sure > 0 ? other * 3 <= sure + likely : likely > 2 && other === 0;
}

/** Whether a file `db.NAME` is a zone: one with the ending of another language only if it reads like one, the others unless they are plainly something else. */
export function claimsDbFile(name: string, firstLines: string): boolean {
  if (!dbName.test(name) || neverZones.test(name)) return false;
  return codeNames.test(name) ? isDnsZoneText(firstLines) : isUnlessForeign(firstLines);
}

/** Endings of other languages are top-level domains too: a zone and nothing else is one, in a file that is named for its domain. */
export function isWholeZone(text: string): boolean {
  if (foreignStart.test(text) || !/[ \t]SOA[ \t]/i.test(text)) return false;
  const { sure, other } = countLines(text);
  return sure > 1 && other === 0;
}

/** Types that are too rare, or too short, to tell a zone by. */
const rareTypes = new Set(
  'A6 AMTRELAY ATMA AVC BRID CLA DLV DOA DSYNC EID EUI48 EUI64 GID GPOS HHIT HINFO IPN ISDN KX L32 L64 LP MB MD MF MG MINFO MR NID NIMLOC NINFO NSAP NSAP-PTR NULL NXNAME NXT PX RESINFO RKEY RT SIG SINK TA TALINK UID UINFO UNSPEC WALLET WKS X25'.split(
    ' ',
  ),
);

/**
 * Whether a file that a zone or a configuration only points at reads like part of a zone: at least a third of its first lines are records or directives,
 * or there are none but comments. A stranger's zone may point at any file, and what is no zone must not be quoted.
 */
export function readsLikeRecords(firstLines: string): boolean {
  const text = firstLines.replace(/^\ufeff/, '');
  if (foreignStart.test(text)) return false;
  const { sure, likely, rare, other } = countLines(text);
  return other - rare <= 2 * (sure + likely + rare);
}

/** An empty file is a zone about to be written; a long one without a single record is none. */
export function isUnlessForeign(text: string): boolean {
  if (foreignStart.test(text)) return false;
  const { sure, likely, other } = countLines(text);
  return sure + likely > 0 || other < 5;
}

interface LineCounts {
  readonly sure: number;
  readonly likely: number;
  /** All lines that are neither. */
  readonly other: number;
  /** Those of them that may be records of rare types. */
  readonly rare: number;
}

/** Sure: a directive, an SOA, a record of a common type with its class. Likely: a record of a common type, or of another in capitals with its class. Comments, blank lines and continued records don't count. */
function countLines(text: string): LineCounts {
  let sure = 0,
    likely = 0,
    other = 0,
    rare = 0,
    depth = 0;
  for (const line of text.split(/\r\n|\r|\n/).slice(0, LINES)) {
    const bare = line.replace(/"(?:[^"\\]|\\.)*"?/g, '""').replace(/;.*/, '');
    const continued = depth > 0;
    depth = Math.max(0, depth + bare.split('(').length - bare.split(')').length);
    if (bare.trim() === '' || continued) continue;
    const kind = kindOf(bare);
    if (kind === 'sure') sure++;
    else if (kind === 'likely') likely++;
    else {
      other++;
      if (isRare(bare)) rare++;
    }
  }
  return { sure, likely, other, rare };
}

function kindOf(line: string): 'sure' | 'likely' | 'other' {
  if (line.startsWith('$')) return directive.test(line.trimEnd()) ? 'sure' : 'other';
  const fields = line.trim().split(/[\s()]+/),
    own = /^[ \t]/.test(line) ? fields : fields.slice(1);
  const type = typeOf(own) ?? '',
    at = own.findIndex((field) => field.toUpperCase() === type);
  if (at === -1 || at === own.length - 1) return 'other';
  const classed = own.slice(0, at).some((field) => /^(?:IN|CH|HS)$/i.test(field));
  if (types.has(type) || /^TYPE\d{1,5}$/.test(type)) return type === 'SOA' || classed ? 'sure' : 'likely';
  return classed && /^[A-Z][A-Z0-9-]*$/.test(own[at]!) ? 'likely' : 'other';
}

function isRare(line: string): boolean {
  if (line.startsWith('$')) return /^\$[a-z]+(?:[ \t]|$)/i.test(line);
  const fields = line.trim().split(/[\s()]+/),
    type = typeOf(/^[ \t]/.test(line) ? fields : fields.slice(1)) ?? '';
  return rareTypes.has(type) || types.has(type) || /^TYPE\d{1,5}$/.test(type);
}
