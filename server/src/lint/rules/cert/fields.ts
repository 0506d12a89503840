import { check, eachRecord } from '../../engine/check.ts';
const types = new Set([1, 2, 3, 4, 5, 6, 7, 8, 253, 254]),
  algorithms = new Set([0, 1, 2, 3, 5, 6, 7, 8, 10, 12, 13, 14, 15, 16, 17, 23, 252, 253, 254]);

/** Certificates in the DNS: RFC 4398 §2. */
export default check({
  on: eachRecord(['CERT']),
  reports: ['cert/type', 'cert/algo'],
  *run(record) {
    if (record.broken) return;
    const type = record.number('type'),
      algorithm = record.number('algorithm');
    if (!types.has(type)) yield { code: 'cert/type', message: 'unknown', at: record.span('type'), args: { type } };
    if (!algorithms.has(algorithm))
      yield { code: 'cert/algo', message: 'unknown', at: record.span('algorithm'), args: { algorithm } };
  },
});
