import type { RecordId } from '../records/record-table.ts';
import { decimal } from '../rrtypes/kinds/digits.ts';
import { timeAt } from '../rrtypes/kinds/times.ts';
import type { Zone } from '../model/zone.ts';
import { RRSIG_NAME, typeEnd } from './rdata-numbers.ts';

/** What `readSignature` found; valid until its next call. Times in seconds modulo 2³² (RFC 4034 §3.1.5), the TTL in seconds. */
export const signature = { originalTtl: 0, expiration: 0, inception: 0, signerIsZone: false };

const NEWLINE = 10, RETURN = 13, OPEN = 40, SEMICOLON = 59;
/** Fields before the original TTL, and between the inception and the signer. */
const BEFORE_TTL = 3, BEFORE_SIGNER = 1;

const isGap = (c: number): boolean => c === 32 || c === 9 || c === NEWLINE || c === RETURN || c === OPEN;

const apexes = new WeakMap<Zone, Uint8Array>();

/** The apex with its final dot, lower case; it is the same as long as there is the zone. */
function apexText(zone: Zone): Uint8Array {
  const known = apexes.get(zone);
  if (known !== undefined) return known;
  const text = Uint8Array.from(zone.names.text(zone.apex), (c) => c.charCodeAt(0));
  apexes.set(zone, text);
  return text;
}

/** Reads an RRSIG straight from the text and without making anything, since a signed zone has one for each RRset. False where the text has something that only a view can tell, such as comments. */
export function readSignature(zone: Zone, record: RecordId): boolean {
  const { bytes } = zone.blockOf(record).chunk;
  let at = typeEnd(bytes, zone.records.offset[record]!, RRSIG_NAME);
  if (at < 0) return false;
  for (let k = 0; k < BEFORE_TTL; k++) at = tokenEnd(bytes, start(bytes, at));
  let from = start(bytes, at);
  signature.originalTtl = decimal(bytes, from, at = tokenEnd(bytes, from));
  from = start(bytes, at);
  signature.expiration = timeAt(bytes, from, at = tokenEnd(bytes, from));
  from = start(bytes, at);
  signature.inception = timeAt(bytes, from, at = tokenEnd(bytes, from));
  for (let k = 0; k < BEFORE_SIGNER; k++) at = tokenEnd(bytes, start(bytes, at));
  from = start(bytes, at);
  at = tokenEnd(bytes, from);
  signature.signerIsZone = isText(bytes, from, at, apexText(zone));
  return at > from && signature.originalTtl >= 0 && signature.expiration >= 0 && signature.inception >= 0;
}

/** The next token's start; where a comment comes first, all that follows is empty. */
function start(bytes: Uint8Array, at: number): number {
  while (at < bytes.length && isGap(bytes[at]!)) at++;
  return at;
}

function tokenEnd(bytes: Uint8Array, at: number): number {
  while (at < bytes.length && bytes[at]! > 32 && bytes[at] !== OPEN && bytes[at] !== SEMICOLON) at++;
  return at;
}

function isText(bytes: Uint8Array, from: number, to: number, text: Uint8Array): boolean {
  if (to - from !== text.length) return false;
  for (let k = 0; k < text.length; k++) { const c = bytes[from + k]!; if ((c >= 65 && c <= 90 ? c + 32 : c) !== text[k]) return false; }
  return true;
}
