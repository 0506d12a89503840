import type { RecordId } from '../../zone/records/record-table.ts';
import { decimal } from '../../zone/rrtypes/kinds/digits.ts';
import { timeAt } from '../../zone/rrtypes/kinds/times.ts';
import { typeAt } from '../../zone/rrtypes/registry/registry.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { nextToken, rdataTokens, token } from './entry-tokens.ts';

/** What `readSignature` found; valid until its next call. Times in seconds modulo 2³² (RFC 4034 §3.1.5), the TTL in seconds. */
export const signature = {
  covered: 0,
  algorithm: 0,
  labels: 0,
  originalTtl: 0,
  expiration: 0,
  inception: 0,
  keyTag: 0,
  signerIsZone: false,
};

const RRSIG_NAME = Uint8Array.from('rrsig', (c) => c.charCodeAt(0));

const apexes = new WeakMap<Zone, Uint8Array>();

/** The apex with its final dot, lower case; it is the same as long as there is the zone. */
function apexText(zone: Zone): Uint8Array {
  const known = apexes.get(zone);
  if (known !== undefined) return known;
  const text = Uint8Array.from(zone.names.text(zone.apex), (c) => c.charCodeAt(0));
  apexes.set(zone, text);
  return text;
}

/** Reads an RRSIG straight from the text and without making anything, since a signed zone has one for each RRset. False where only a view can tell. */
export function readSignature(zone: Zone, record: RecordId): boolean {
  if (!rdataTokens(zone, record, RRSIG_NAME)) return false;
  signature.covered = nextToken() ? typeAt(token.bytes, token.start, token.end) : -1;
  signature.algorithm = number();
  signature.labels = number();
  signature.originalTtl = number();
  signature.expiration = time();
  signature.inception = time();
  signature.keyTag = number();
  signature.signerIsZone = nextToken() && isText(token.bytes, token.start, token.end, apexText(zone));
  return (
    token.end > token.start &&
    signature.covered >= 0 &&
    signature.algorithm >= 0 &&
    signature.labels >= 0 &&
    signature.keyTag >= 0 &&
    signature.originalTtl >= 0 &&
    signature.expiration >= 0 &&
    signature.inception >= 0
  );
}

const number = (): number => (nextToken() ? decimal(token.bytes, token.start, token.end) : -1);
const time = (): number => (nextToken() ? timeAt(token.bytes, token.start, token.end) : -1);

/** The type that an RRSIG covers, straight from the text; -1 when only a view can tell. */
export const coveredType = (zone: Zone, record: RecordId): number =>
  rdataTokens(zone, record, RRSIG_NAME) && nextToken() ? typeAt(token.bytes, token.start, token.end) : -1;

function isText(bytes: Uint8Array, from: number, to: number, text: Uint8Array): boolean {
  if (to - from !== text.length) return false;
  for (let k = 0; k < text.length; k++) {
    const c = bytes[from + k]!;
    if ((c >= 65 && c <= 90 ? c + 32 : c) !== text[k]) return false;
  }
  return true;
}
