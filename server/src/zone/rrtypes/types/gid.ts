import type { RecordType } from '../fields/record-type.ts';

export const GID: RecordType = {
  mnemonic: 'GID',
  code: 102,
  status: 'obsolete',
  source: 'IANA registry, reserved',
  summary: 'Reserved for a group number; no format was ever published.',
  replacedBy: 'No specification of it exists.',
  fields: [],
  genericOnly: true,
  example: 'example.com. 3600 IN GID \\# 1 00',
};
