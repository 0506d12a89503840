import { replacement } from '../../kit/edits.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

/** What named-checkzone takes for too many. */
const TOO_MANY = 150;
const RRSIG = 46;

const metas: readonly RuleMeta[] = [
  {
    code: 'nsec3param/iterations', severity: 'information', source: 'RFC 9276 §3.1', fix: 'unsafe', summary: 'NSEC3 with additional iterations',
    messages: { some: '{iterations} additional hash iterations only cost servers and resolvers time: RFC 9276 says 0.' },
  },
  {
    code: 'nsec3param/iterations-high', severity: 'warning', source: 'RFC 9276 §3.2', bind: 'warning', fix: 'unsafe', summary: 'NSEC3 with more than 150 additional iterations',
    messages: { many: 'With {iterations} additional hash iterations, resolvers treat the zone as unsigned or fail.' },
  },
  {
    code: 'nsec3param/salt-used', severity: 'information', profile: 'strict', source: 'RFC 9276 §3.1', fix: 'unsafe', summary: 'NSEC3 with a salt',
    messages: { salt: `A salt adds no security, as the zone's name is hashed too: RFC 9276 recommends "-".` },
  },
  {
    code: 'nsec3param/flags', severity: 'warning', source: 'RFC 5155 §4.1.2', fix: 'unsafe', summary: 'NSEC3PARAM flags other than 0',
    messages: { flags: 'The flags are {flags} instead of 0, so servers ignore this record.' },
  },
  {
    code: 'nsec3param/not-apex', severity: 'warning', source: 'RFC 5155 §4', summary: 'NSEC3PARAM below the apex',
    messages: { below: 'Servers look for NSEC3PARAM only at {apex}, so it has no effect at {name}.' },
  },
  {
    code: 'nsec3param/algorithm', severity: 'error', source: 'RFC 5155 §4.1.1', bind: 'error', summary: 'Unassigned NSEC3 hash algorithm',
    messages: { unknown: `Hash algorithm {algorithm} isn't assigned, only 1 (SHA-1) is: BIND refuses the zone.` },
  },
];

/** How a zone says that it uses NSEC3: RFC 5155 §4, RFC 9276. */
export default defineFamily(metas, eachRecord(['NSEC3PARAM']), function* (record, context) {
  const { zone } = context;
  if (record.broken || !zone.apexKnown) return;
  if (record.owner !== zone.apex) {
    if (zone.inZone(record.owner)) yield { code: 'nsec3param/not-apex', message: 'below', at: record.ownerSpan ?? record.typeSpan, args: { apex: context.show(zone.apex), name: context.show(record.owner) } };
    return;
  }
  // In a zone that is signed already the chain would no longer fit.
  const signed = context.has(zone.apex, RRSIG);
  const write = (field: string, text: string): { readonly fixes?: readonly ReturnType<typeof replacement>[] } => record.generated || signed ? {} : { fixes: [replacement(zone, record.span(field), text, `Write ${text}`, false)] };
  const algorithm = record.number('hash-algorithm'), flags = record.number('flags'), iterations = record.number('iterations'), salted = (record.field('salt')?.octets.length ?? 0) > 1;
  if (algorithm !== 1) yield { code: 'nsec3param/algorithm', message: 'unknown', at: record.span('hash-algorithm'), args: { algorithm } };
  if (flags !== 0) yield { code: 'nsec3param/flags', message: 'flags', at: record.span('flags'), args: { flags }, ...write('flags', '0') };
  if (iterations > TOO_MANY) yield { code: 'nsec3param/iterations-high', message: 'many', at: record.span('iterations'), args: { iterations }, ...write('iterations', '0') };
  else if (iterations > 0) yield { code: 'nsec3param/iterations', message: 'some', at: record.span('iterations'), args: { iterations }, ...write('iterations', '0') };
  if (salted) yield { code: 'nsec3param/salt-used', message: 'salt', at: record.span('salt'), ...write('salt', '-') };
});
