import type { RecordView } from '../../../zone/model/record-view.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['GPOS']),
  reports: 'gpos/range',
  *run(record) {
    if (record.broken) return;
    for (const field of ['longitude', 'latitude', 'altitude'])
      if (Number.isNaN(numberOf(record, field)))
        yield { message: 'number', at: record.span(field), args: { value: textOf(record, field), field } };
    const angles = ['longitude', 'latitude'],
      far = angles.filter((field) => Math.abs(numberOf(record, field)) > 180);
    for (const field of far)
      yield { message: 'degrees', at: record.span(field), args: { value: textOf(record, field) } };
    // RFC 1712 calls longitude what is north or south, and others read it the other way: only both together tell.
    if (far.length === 0 && angles.every((field) => Math.abs(numberOf(record, field)) > 90))
      yield {
        message: 'both',
        at: record.span('latitude'),
        args: { value: textOf(record, 'longitude'), other: textOf(record, 'latitude') },
      };
  },
});

const textOf = (record: RecordView, field: string): string =>
  String.fromCharCode(...(record.field(field)?.octets ?? new Uint8Array(0)).subarray(1));

function numberOf(record: RecordView, field: string): number {
  const text = textOf(record, field);
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? Number(text) : NaN;
}
