import type { RecordType } from '../fields/record-type.ts';

export const UID: RecordType = {
  mnemonic: 'UID',
  code: 101,
  status: 'obsolete',
  source: 'IANA registry, reserved',
  summary: 'Reserved for a user number; no format was ever published.',
  replacedBy: 'No specification of it exists.',
  fields: [],
  genericOnly: true,
  example: 'example.com. 3600 IN UID \\# 1 00',
};
