/** Keys, certificates and other octets, made from a number: the same each time. */
import { createHash } from 'node:crypto';

export function randomOctets(length: number, seed: number): Buffer {
  const parts: Buffer[] = [];
  for (let made = 0, part = 0; made < length; made += 64, part++)
    parts.push(createHash('sha512').update(`${seed} ${part}`).digest());
  return Buffer.concat(parts).subarray(0, length);
}

export const hex = (octets: Buffer): string => octets.toString('hex').toUpperCase();

/** A SubjectPublicKeyInfo of an RSA key of 2048 bits, up to its modulus (RFC 3279 §2.3.1). */
const RSA_HEAD = Buffer.from('30820122300d06092a864886f70d01010105000382010f003082010a0282010100', 'hex');
const RSA_TAIL = Buffer.from('0203010001', 'hex');

/** A modulus of 2048 bits, odd, that nobody knows the factors of. */
function modulus(seed: number): Buffer {
  const octets = randomOctets(256, seed);
  octets[0]! |= 0xc0;
  octets[255]! |= 1;
  return octets;
}

/** The strings of a TXT record with an RSA key for DKIM. */
export function dkimKey(seed: number): string {
  const key = Buffer.concat([RSA_HEAD, modulus(seed), RSA_TAIL]).toString('base64');
  return `"v=DKIM1; k=rsa; p=${key.slice(0, 200)}" "${key.slice(200)}"`;
}

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents),
    { length } = content;
  const head =
    length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(head), content]);
}

/** A certificate with an RSA key and a signature that signs nothing (RFC 5280 §4.1). */
export function certificate(seed: number): Buffer {
  const algorithm = Buffer.from('300d06092a864886f70d01010b0500', 'hex'),
    time = (text: string): Buffer => der(0x17, Buffer.from(text));
  const key = Buffer.concat([RSA_HEAD, modulus(seed), RSA_TAIL]),
    none = der(0x30);
  const body = der(
    0x30,
    Buffer.from('a003020102', 'hex'),
    der(2, Buffer.from([1])),
    algorithm,
    none,
    der(0x30, time('200101000000Z'), time('400101000000Z')),
    none,
    key,
  );
  return der(0x30, body, algorithm, der(3, Buffer.from([0]), randomOctets(256, seed + 1)));
}

/** Key tag of every `sameTagKey`. */
export const SAME_TAG = 4711;
const KEY_HEAD = Buffer.from([1, 0, 3, 8, 3, 1, 0, 1]);

/** The public key, in base64, of a DNSKEY record `256 3 8` whose tag is `SAME_TAG` (RFC 4034 appendix B). */
export function sameTagKey(seed: number): string {
  const octets = modulus(seed);
  octets[100] = octets[101] = 0;
  let sum = 0;
  for (const [k, octet] of [...KEY_HEAD, ...octets].entries()) sum += k % 2 === 0 ? octet << 8 : octet;
  for (let filling = 0; filling < 65536; filling++) {
    if (((sum + filling + ((sum + filling) >>> 16)) & 0xffff) !== SAME_TAG) continue;
    octets[100] = filling >> 8;
    octets[101] = filling & 255;
    break;
  }
  return Buffer.concat([KEY_HEAD.subarray(4), octets]).toString('base64');
}

/** A signature of the length that such keys make; it is none. */
export const badSignature = (seed: number): string =>
  Buffer.concat([Buffer.from([1]), randomOctets(255, seed)]).toString('base64');
