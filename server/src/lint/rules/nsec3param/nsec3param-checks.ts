import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { RRSIG } from '../../../zone/rrtypes/codes.ts';

/** What named-checkzone takes for too many. */
const TOO_MANY = 150;
/** How a zone says that it uses NSEC3: RFC 5155 §4, RFC 9276. */
export default check({
  on: eachRecord(['NSEC3PARAM']),
  reports: [
    'nsec3param/iterations',
    'nsec3param/iterations-high',
    'nsec3param/salt-used',
    'nsec3param/flags',
    'nsec3param/not-apex',
    'nsec3param/algorithm',
  ],
  *run(record, context) {
    const { zone } = context;
    if (record.broken || !zone.apexKnown) return;
    if (record.owner !== zone.apex) {
      if (zone.inZone(record.owner))
        yield {
          code: 'nsec3param/not-apex',
          message: 'below',
          at: record.ownerSpan ?? record.typeSpan,
          args: { apex: context.show(zone.apex), name: context.show(record.owner) },
        };
      return;
    }
    // In a zone that is signed already the chain would no longer fit.
    const signed = context.has(zone.apex, RRSIG);
    const write = (field: string, text: string): { readonly fixes?: readonly ReturnType<typeof replacement>[] } =>
      record.generated || signed
        ? {}
        : { fixes: [replacement(zone, record.span(field), text, `Write ${text}`, false)] };
    const algorithm = record.number('hash-algorithm'),
      flags = record.number('flags'),
      iterations = record.number('iterations'),
      salted = (record.field('salt')?.octets.length ?? 0) > 1;
    if (algorithm !== 1)
      yield {
        code: 'nsec3param/algorithm',
        message: 'unknown',
        at: record.span('hash-algorithm'),
        args: { algorithm },
      };
    if (flags !== 0)
      yield {
        code: 'nsec3param/flags',
        message: 'flags',
        at: record.span('flags'),
        args: { flags },
        ...write('flags', '0'),
      };
    if (iterations > TOO_MANY)
      yield {
        code: 'nsec3param/iterations-high',
        message: 'many',
        at: record.span('iterations'),
        args: { iterations },
        ...write('iterations', '0'),
      };
    else if (iterations > 0)
      yield {
        code: 'nsec3param/iterations',
        message: 'some',
        at: record.span('iterations'),
        args: { iterations },
        ...write('iterations', '0'),
      };
    if (salted) yield { code: 'nsec3param/salt-used', message: 'salt', at: record.span('salt'), ...write('salt', '-') };
  },
});
