import type { NameId } from '../../../names/name-tree.ts';
import type { RecordId } from '../../../zone/records/record-table.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { TXT } from '../../../zone/rrtypes/codes.ts';

/** What a TXT record's text mentions somewhere, one bit each, in any case: which mail rules have to look at it. */
export const SPF = 1,
  DMARC = 2,
  DKIM = 4,
  MTA_STS = 8,
  TLS_RPT = 16,
  BIMI = 32;
const EVERY = SPF | DMARC | DKIM | MTA_STS | TLS_RPT | BIMI;

const TYPE_SPF = 99;
const LOWER = new Uint8Array(256),
  BLANK = new Uint8Array(256),
  LOOK = new Uint8Array(256);
for (let c = 0; c < 256; c++) LOWER[c] = c >= 65 && c <= 90 ? c | 32 : c;
for (const c of [9, 10, 13, 32]) BLANK[c] = 1;
/** Octets at which `scan` looks closer: structure, "=", and the last letter of "spf". */
for (const c of '"\\();\n=Ff') LOOK[c.charCodeAt(0)] = 1;

let lastBytes: Uint8Array | undefined,
  lastOffset = -1,
  lastMarks = 0;

/** Asked for every TXT record by each mail rule: one walk over its bytes, and nothing is made. Chunks never change, so place and bytes tell the answer. */
export function marksOf(zone: Zone, record: RecordId): number {
  const { bytes } = zone.blockOf(record).chunk,
    offset = zone.records.offset[record]!;
  if (bytes === lastBytes && offset === lastOffset) return lastMarks;
  lastBytes = bytes;
  lastOffset = offset;
  return (lastMarks = scan(bytes, offset));
}

/** Whether a TXT record of a name, or one of the historic type SPF, has one of the marks. */
export function anyTextHas(zone: Zone, name: NameId, marks: number): boolean {
  const { records } = zone;
  for (let id = records.first(name); id >= 0; id = records.next[id]!) {
    const type = records.type[id]!;
    if ((type === TXT || type === TYPE_SPF) && (marksOf(zone, id) & marks) !== 0) return true;
  }
  return false;
}

/** The entry's bytes without its owner name and comments. */
function scan(bytes: Uint8Array, offset: number): number {
  let marks = 0,
    quoted = false,
    depth = 0,
    i = offset;
  while (i < bytes.length && BLANK[bytes[i]!] === 0) i++;
  for (; i < bytes.length; i++) {
    const c = bytes[i]!;
    if (LOOK[c] === 0) continue;
    switch (c) {
      case 34:
        quoted = !quoted;
        break;
      case 92:
        if (isCoded(bytes[i + 1]!)) marks = EVERY;
        i++;
        break;
      case 40:
        if (!quoted) depth++;
        break;
      case 41:
        if (!quoted) depth--;
        break;
      case 59:
        if (!quoted) i = lineEnd(bytes, i) - 1;
        break;
      case 10:
        if (depth <= 0) return marks;
        quoted = false;
        break;
      default:
        marks |= markAt(bytes, i, LOWER[c]!);
    }
  }
  return marks;
}

/** `\DDD` and `\#` may stand for any letters. */
const isCoded = (next: number): boolean => next === 35 || (next >= 48 && next <= 57);

function lineEnd(bytes: Uint8Array, from: number): number {
  let i = from;
  while (i < bytes.length && bytes[i] !== 10) i++;
  return i;
}

/** Marks told by what stands around `i`. Too many are no harm, since the rules look closer. */
function markAt(bytes: Uint8Array, i: number, c: number): number {
  const before = LOWER[bytes[i - 1]!]!;
  if (c === 102) return before === 112 ? SPF : 0;
  if (before === 112) return isPolicyLetter(LOWER[bytes[i + 1]!]!) ? DKIM | DMARC : DKIM;
  if (before === 118) return versionMarks(LOWER[bytes[i + 1]!]!, LOWER[bytes[i + 2]!]!);
  return BLANK[before] === 1 || before === 34 || before === 39 ? EVERY : 0;
}

/** `p=` of DMARC: none, quarantine, reject. */
const isPolicyLetter = (c: number): boolean => c === 110 || c === 113 || c === 114;

/** By the first two letters of the value of `v=`; one that nobody knows may be any of them, mistyped. */
function versionMarks(first: number, second: number): number {
  switch (first) {
    case 115:
      return second === 112 ? SPF : second === 116 ? MTA_STS : EVERY;
    case 100:
      return second === 109 ? DMARC : second === 107 ? DKIM : EVERY;
    case 116:
      return second === 108 ? TLS_RPT : EVERY;
    case 98:
      return second === 105 ? BIMI : EVERY;
    default:
      return EVERY;
  }
}
