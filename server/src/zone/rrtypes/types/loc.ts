import { location } from '../kinds/location.ts';
import type { RecordType } from '../fields/record-type.ts';

export const LOC: RecordType = {
  mnemonic: 'LOC',
  code: 29,
  status: 'current',
  source: 'RFC 1876 §2',
  summary: 'The geographical position of a host, network or domain.',
  fields: [
    {
      name: 'location',
      kind: location,
      summary:
        'Latitude, longitude and altitude; then the size of the object, and the horizontal and vertical precision.',
    },
  ],
  example: 'example.com. 3600 IN LOC 52 22 23.000 N 4 53 32.000 E -2.00m 1m 10000m 10m',
};
