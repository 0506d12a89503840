import { check, eachRecord } from '../../engine/check.ts';

/** Octets of the digest types of the IANA registry that BIND doesn't check: GOST R 34.11-94, GOST R 34.11-2012, SM3. */
const sizes: Readonly<Record<number, number>> = { 3: 32, 5: 32, 6: 32 };

export default check({
  on: eachRecord(['DS', 'CDS']),
  reports: 'ds/digest-length',
  *run(record) {
    const type = record.broken ? NaN : record.number('digest-type'),
      expected = sizes[type],
      actual = record.field('digest')?.octets.length;
    if (expected !== undefined && actual !== undefined && actual !== expected)
      yield { message: 'validators', at: record.span('digest'), args: { type, expected, actual } };
  },
});
