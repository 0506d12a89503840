import type { RecordType } from '../fields/record-type.ts';

export const UNSPEC: RecordType = {
  mnemonic: 'UNSPEC',
  code: 103,
  status: 'obsolete',
  source: 'IANA registry, reserved',
  summary: 'Reserved for unspecified data; no format was ever published.',
  replacedBy: 'No specification of it exists.',
  fields: [],
  genericOnly: true,
  example: 'example.com. 3600 IN UNSPEC \\# 1 00',
};
