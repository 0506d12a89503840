import { digest } from './binary.ts';
import { mnemonic } from './mnemonics.ts';

/** IANA registry "CERT RR Certificate Types" (RFC 4398 §2.1); BIND prints the mnemonic. */
export const certificateType = mnemonic(
  'certificate-type',
  'the number or mnemonic of a certificate type',
  2,
  [
    { value: 1, mnemonics: ['PKIX'], meaning: 'X.509 certificate' },
    { value: 2, mnemonics: ['SPKI'], meaning: 'SPKI certificate' },
    { value: 3, mnemonics: ['PGP'], meaning: 'OpenPGP packet' },
    { value: 4, mnemonics: ['IPKIX'], meaning: 'URL of an X.509 data object' },
    { value: 5, mnemonics: ['ISPKI'], meaning: 'URL of an SPKI certificate' },
    { value: 6, mnemonics: ['IPGP'], meaning: 'fingerprint and URL of an OpenPGP packet' },
    { value: 7, mnemonics: ['ACPKIX'], meaning: 'attribute certificate' },
    { value: 8, mnemonics: ['IACPKIX'], meaning: 'URL of an attribute certificate' },
    { value: 253, mnemonics: ['URI'], meaning: 'private, named by a URI' },
    { value: 254, mnemonics: ['OID'], meaning: 'private, named by an object identifier' },
  ],
  true,
);

/** IANA registry "DSYNC: Location of Synchronization Endpoints" (RFC 9859 §6.2); BIND prints the mnemonic. */
export const dsyncScheme = mnemonic(
  'dsync-scheme',
  'the number or mnemonic of a scheme',
  1,
  [{ value: 1, mnemonics: ['NOTIFY'], meaning: 'send a NOTIFY message to the target' }],
  true,
);

const SSHFP_OCTETS: Readonly<Record<number, number>> = { 1: 20, 2: 32 };

/** The fingerprint of SSHFP (RFC 4255 §3.1.3): as long as its type, the octet before it, says. BIND takes an empty one of an unknown type. */
export const sshFingerprint = digest((octets, at) => SSHFP_OCTETS[octets[at - 1]!], 'sshfp/length', 'sshfp/hex', true);
