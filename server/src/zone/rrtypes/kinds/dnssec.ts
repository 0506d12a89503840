import type { FieldKind } from '../fields/record-type.ts';
import { digest } from './binary.ts';
import { decimal } from './digits.ts';
import { mnemonic } from './mnemonics.ts';
import type { NamedNumber } from './mnemonics.ts';
import { refuse, refuseQuoted } from './refusals.ts';

/** IANA registry "DNS Security Algorithm Numbers" (RFC 9904 §3), with the names that BIND takes. */
const ALGORITHMS: readonly NamedNumber[] = [
  { value: 1, mnemonics: ['RSAMD5'], meaning: 'RSA with MD5' },
  { value: 2, mnemonics: ['DH'], meaning: 'Diffie-Hellman' },
  { value: 3, mnemonics: ['DSA'], meaning: 'DSA with SHA-1' },
  { value: 5, mnemonics: ['RSASHA1'], meaning: 'RSA with SHA-1' },
  { value: 6, mnemonics: ['NSEC3DSA'], meaning: 'DSA with SHA-1, for zones with NSEC3' },
  { value: 7, mnemonics: ['NSEC3RSASHA1'], meaning: 'RSA with SHA-1, for zones with NSEC3' },
  { value: 8, mnemonics: ['RSASHA256'], meaning: 'RSA with SHA-256' },
  { value: 10, mnemonics: ['RSASHA512'], meaning: 'RSA with SHA-512' },
  { value: 12, mnemonics: ['ECCGOST'], meaning: 'GOST R 34.10-2001' },
  { value: 13, mnemonics: ['ECDSAP256SHA256', 'ECDSA256'], meaning: 'ECDSA P-256 with SHA-256' },
  { value: 14, mnemonics: ['ECDSAP384SHA384', 'ECDSA384'], meaning: 'ECDSA P-384 with SHA-384' },
  { value: 15, mnemonics: ['ED25519'], meaning: 'Ed25519' },
  { value: 16, mnemonics: ['ED448'], meaning: 'Ed448' },
  { value: 252, mnemonics: ['INDIRECT'], meaning: 'indirect keys, reserved' },
  { value: 253, mnemonics: ['PRIVATEDNS'], meaning: 'a private algorithm named by a domain name' },
  { value: 254, mnemonics: ['PRIVATEOID'], meaning: 'a private algorithm named by an object identifier' },
];

export const algorithm = mnemonic('algorithm', 'the number or mnemonic of a DNSSEC algorithm', 1, ALGORITHMS);

/** As `algorithm`, printed as a mnemonic: BIND does so in CERT. */
export const namedAlgorithm = mnemonic(
  'algorithm',
  'the number or mnemonic of a DNSSEC algorithm',
  1,
  ALGORITHMS,
  true,
);

/** IANA registry "DNSSEC Delegation Signer (DS) Resource Record (RR) Type Digest Algorithms". */
export const digestType = mnemonic('digest-type', 'the number or mnemonic of a digest algorithm', 1, [
  { value: 1, mnemonics: ['SHA-1', 'SHA1'], meaning: 'SHA-1' },
  { value: 2, mnemonics: ['SHA-256', 'SHA256'], meaning: 'SHA-256' },
  { value: 3, mnemonics: ['GOST'], meaning: 'GOST R 34.11-94' },
  { value: 4, mnemonics: ['SHA-384', 'SHA384'], meaning: 'SHA-384' },
]);

const DS_OCTETS: Readonly<Record<number, number>> = { 1: 20, 2: 32, 4: 48 };

/** The digest of DS (RFC 4034 §5.1.4): as long as its digest type, the octet before it, says. */
export const dsDigest = digest((octets, at) => DS_OCTETS[octets[at - 1]!], 'ds/digest-length');

/** The hash algorithm of NSEC3 (RFC 5155 §11). */
export const hashAlgorithm = mnemonic('hash-algorithm', 'the number of a hash algorithm', 1, [
  { value: 1, mnemonics: ['SHA-1'], meaning: 'SHA-1' },
]);

/** The protocol of KEY and DNSKEY; 3 in a DNSKEY (RFC 4034 §2.1.2). */
export const keyProtocol = mnemonic('key-protocol', 'the number or mnemonic of a protocol', 1, [
  { value: 0, mnemonics: ['NONE'], meaning: 'reserved' },
  { value: 1, mnemonics: ['TLS'], meaning: 'TLS' },
  { value: 2, mnemonics: ['EMAIL'], meaning: 'email' },
  { value: 3, mnemonics: ['DNSSEC'], meaning: 'DNSSEC' },
  { value: 4, mnemonics: ['IPSEC'], meaning: 'IPsec' },
  { value: 255, mnemonics: ['ALL'], meaning: 'any protocol' },
]);

/** Mnemonics of key flags in BIND (RFC 2535 §3.1.2, §7.1); it takes the first whose beginning fits. */
const KEY_FLAGS: readonly (readonly [string, number])[] = [
  ['NOCONF', 0x4000],
  ['NOAUTH', 0x8000],
  ['NOKEY', 0xc000],
  ['FLAG2', 0x2000],
  ['EXTEND', 0x1000],
  ['FLAG4', 0x0800],
  ['FLAG5', 0x0400],
  ['USER', 0],
  ['ZONE', 0x0100],
  ['HOST', 0x0200],
  ['NTYP3', 0x0300],
  ['FLAG8', 0x0080],
  ['FLAG9', 0x0040],
  ['FLAG10', 0x0020],
  ['FLAG11', 0x0010],
  ...Array.from({ length: 16 }, (_, k) => [`SIG${k}`, k] as const),
  ['KSK', 1],
];

function flagsOf(text: string): number | undefined {
  let flags = 0;
  const parts = text.toUpperCase().split('|');
  if (parts.length > 1 && parts.at(-1) === '') parts.pop();
  for (const part of parts) {
    const flag = KEY_FLAGS.find(([name]) => name.startsWith(part));
    if (flag === undefined) return undefined;
    flags |= flag[1];
  }
  return flags;
}

/** Flags of KEY, DNSKEY and RKEY: a number, in BIND also hexadecimal, or mnemonics joined by `|`. */
export const keyFlags: FieldKind = {
  id: 'key-flags',
  label: 'flags, as a number from 0 to 65535',
  parse(cursor, out, field) {
    let value = cursor.quoted ? -1 : decimal(cursor.bytes, cursor.start, cursor.end);
    if (value < 0 && !cursor.quoted) {
      const text = cursor.text(),
        hexadecimal = /^(?:0[xX])?([0-9a-fA-F]+)$/.exec(text)?.[1];
      value = /^[0-9]/.test(text) && hexadecimal !== undefined ? parseInt(hexadecimal, 16) : (flagsOf(text) ?? -1);
    }
    const max = field.max ?? 0xffff;
    if (value >= 0 && value <= max) {
      out.u16(value);
      cursor.next();
      return true;
    }
    out.u16(0);
    if (cursor.quoted) return refuseQuoted(cursor, out, field);
    return value < 0
      ? refuse(cursor, out, field, 'syn/unknown-mnemonic', 'unknown', { label: 'a number of flags' })
      : refuse(cursor, out, field, 'syn/rdata-out-of-range', 'range', { min: 0, max });
  },
  print: (reader) => String(reader.u16()),
  wire(reader, out, field) {
    const flags = reader.u16();
    out.u16(flags);
    return flags <= (field.max ?? 0xffff);
  },
  describe(reader) {
    const flags = reader.u16(),
      words: string[] = [];
    if (flags & 0x0100) words.push(flags & 1 ? 'key signing key (zone key with SEP)' : 'zone signing key');
    else if (flags & 1) words.push('secure entry point without the zone bit');
    if (flags & 0x0080) words.push('revoked');
    return words.length === 0 ? undefined : words.join(', ');
  },
  complete: () => [
    { text: '256', detail: 'zone signing key' },
    { text: '257', detail: 'key signing key' },
  ],
};
