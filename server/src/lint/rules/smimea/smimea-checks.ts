import { mailUserOwnerFault } from '../../kit/mail-user-owner.ts';
import { check, eachRecord } from '../../engine/check.ts';
const fields: readonly (readonly [string, string, number])[] = [
  ['certificate-usage', 'Certificate usage', 3],
  ['selector', 'Selector', 1],
  ['matching-type', 'Matching type', 2],
];
const PRIVATE = 255,
  digests: Readonly<Record<number, number>> = { 1: 32, 2: 64 };

/** The certificate of a mail user: RFC 8162. */
export default check({
  on: eachRecord(['SMIMEA']),
  reports: ['smimea/owner', 'smimea/fields', 'smimea/digest-length'],
  *run(record, context) {
    if (record.broken || !context.zone.inZone(record.owner)) return;
    const fault = mailUserOwnerFault(context.zone, record.owner, '_smimecert');
    if (fault !== undefined)
      yield {
        code: 'smimea/owner',
        message: fault,
        at: record.ownerSpan ?? record.typeSpan,
        args: { name: context.show(record.owner), label: context.zone.names.label(record.owner) },
      };
    for (const [name, field, most] of fields) {
      const value = record.number(name);
      if (value > most && value !== PRIVATE)
        yield { code: 'smimea/fields', message: 'unknown', at: record.span(name), args: { field, value, most } };
    }
    const type = record.number('matching-type'),
      expected = digests[type],
      actual = record.field('certificate-association-data')?.octets.length ?? 0;
    if (expected !== undefined && actual !== expected)
      yield {
        code: 'smimea/digest-length',
        message: 'length',
        at: record.span('certificate-association-data'),
        args: { type, expected, actual },
      };
  },
});
