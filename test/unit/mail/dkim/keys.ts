/** Keys made of fixed octets: what counts here is their encoding, not that anybody could sign with them. */

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const length =
    body.length < 0x80
      ? [body.length]
      : body.length < 0x100
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};

/** A PKCS #1 RSAPublicKey with a modulus of that many bits. */
export function pkcs1(bits: number, exponent: readonly number[] = [1, 0, 1]): Buffer {
  const modulus = Buffer.alloc(bits / 8, 0xb5);
  return der(0x30, der(0x02, Buffer.from([0]), modulus), der(0x02, Buffer.from(exponent)));
}

const rsa = Buffer.from('300d06092a864886f70d0101010500', 'hex');
const ecdsa = Buffer.from('301306072a8648ce3d020106082a8648ce3d030107', 'hex');

/** The same as SubjectPublicKeyInfo, which is what “BEGIN PUBLIC KEY” holds. */
export const spki = (bits: number, exponent?: readonly number[]): Buffer =>
  der(0x30, rsa, der(0x03, Buffer.from([0]), pkcs1(bits, exponent)));

export const ecdsaKey = (): Buffer => der(0x30, ecdsa, der(0x03, Buffer.from([0, 4]), Buffer.alloc(64, 7)));

export const ed25519 = Buffer.alloc(32, 0xa7);
export const ed25519Spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), ed25519]);

export const base64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64');

export const rsa2048 = base64(spki(2048));

export const pem = (octets: Uint8Array, label = 'PUBLIC KEY'): string =>
  `-----BEGIN ${label}-----\n${base64(octets).replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;
