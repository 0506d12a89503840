import { quotableName } from '../kinds/names.ts';
import { unsigned } from '../kinds/numbers.ts';
import { svcParams } from '../kinds/svc-params.ts';
import type { RecordType } from '../fields/record-type.ts';

export const SVCB: RecordType = {
  mnemonic: 'SVCB',
  code: 64,
  status: 'current',
  source: 'RFC 9460 §2',
  summary: 'Where and how to reach a service.',
  fields: [
    {
      name: 'priority',
      kind: unsigned(2, 'svcb/priority-range'),
      summary: 'Lower numbers are tried first; 0 makes the record an alias.',
    },
    {
      name: 'target-name',
      kind: quotableName,
      target: true,
      summary: 'The host of the service, or the name that the owner is an alias of; "." means the owner itself.',
    },
    { name: 'params', kind: svcParams, summary: 'Parameters of the service.' },
  ],
  example: '_dns.resolver.example.com. 3600 IN SVCB 1 resolver.example.com. alpn="dot" port=853',
};
