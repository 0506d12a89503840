import { hipAlgorithm, hostIdentityTag, hostKey, rendezvousServers } from '../kinds/host-identity.ts';
import type { RecordType } from '../fields/record-type.ts';

export const HIP: RecordType = {
  mnemonic: 'HIP',
  code: 55,
  status: 'current',
  source: 'RFC 8005 §5',
  summary: 'The identity of a host, independent of its addresses.',
  fields: [
    { name: 'pk-algorithm', kind: hipAlgorithm, summary: 'The kind of key, as in IPSECKEY.' },
    { name: 'hit', kind: hostIdentityTag, summary: 'The host identity tag.' },
    { name: 'public-key', kind: hostKey, summary: 'The public key.' },
    { name: 'rendezvous-servers', kind: rendezvousServers, summary: 'Servers that forward the first packet.' },
  ],
  example:
    'www.example.com. 3600 IN HIP 2 200100107B1A74DF365639CC39F1D578 AwEAAbdxyhNuSutc5EMzxTs9LBPCIkOFH8cIvM4p9+LrV4e19WzK00+CI6zBCQTdtWsuxKbWIy87UOoJTwkUs7lBu+Upr1gsNrut79ryra+bSRGQb1slImA8YVJyuIDsj7kwzG7jnERNqnWxZ48AWkskmdHaVDP4BcelrTI3rMXdXF5D rvs.example.com.',
};
