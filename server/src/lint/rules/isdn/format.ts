import type { RecordView } from '../../../zone/model/record-view.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['ISDN']),
  reports: 'isdn/format',
  *run(record) {
    if (record.broken) return;
    const address = textOf(record, 'isdn-address'),
      subaddress = textOf(record, 'sa');
    // Q.931 permits other characters than digits, so only letters, and what has no digit at all, are surely wrong.
    if (/[a-z]/i.test(address) || !/\d/.test(address))
      yield { message: 'address', at: record.span('isdn-address'), args: { value: address } };
    if (!/^[\da-f]*$/i.test(subaddress))
      yield { message: 'subaddress', at: record.span('sa'), args: { value: subaddress } };
  },
});

const textOf = (record: RecordView, field: string): string =>
  String.fromCharCode(...(record.field(field)?.octets ?? new Uint8Array(0)).subarray(1));
