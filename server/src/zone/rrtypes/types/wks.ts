import { ipv4 } from '../kinds/addresses.ts';
import { ipProtocol, services } from '../kinds/well-known-services.ts';
import type { RecordType } from '../fields/record-type.ts';

export const WKS: RecordType = {
  mnemonic: 'WKS',
  code: 11,
  status: 'obsolete',
  source: 'RFC 1035 §3.4.2',
  summary: 'The well-known services that an address offers.',
  replacedBy: 'Nothing should rely on it (RFC 1123 §2.2); use SRV.',
  fields: [
    { name: 'address', kind: ipv4, summary: 'The address of the host.' },
    { name: 'protocol', kind: ipProtocol, summary: 'The protocol: TCP or UDP.' },
    { name: 'bit-map', kind: services, summary: 'Names or ports of the services.' },
  ],
  hostOwner: true,
  example: 'www.example.com. 3600 IN WKS 192.0.2.1 TCP smtp domain',
};
