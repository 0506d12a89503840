import type { RecordType } from '../fields/record-type.ts';

export const UINFO: RecordType = {
  mnemonic: 'UINFO',
  code: 100,
  status: 'obsolete',
  source: 'IANA registry, reserved',
  summary: 'Reserved for user information; no format was ever published.',
  replacedBy: 'No specification of it exists.',
  fields: [],
  genericOnly: true,
  example: 'example.com. 3600 IN UINFO \\# 1 00',
};
