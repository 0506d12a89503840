import { base64 } from '../kinds/binary.ts';
import type { RecordType } from '../fields/record-type.ts';

export const OPENPGPKEY: RecordType = {
  mnemonic: 'OPENPGPKEY',
  code: 61,
  status: 'experimental',
  source: 'RFC 7929 §2',
  summary: 'The OpenPGP key of a mail user.',
  fields: [
    { name: 'public-key', kind: base64('openpgpkey/base64'), summary: 'The key, as a transferable public key.' },
  ],
  example:
    'c93f1e400f26708f98cb19d936620da35eec8f72e57f9eec01c1afd6._openpgpkey.example.com. 3600 IN OPENPGPKEY mQENBFUnTjYBCADCrMyz',
};
