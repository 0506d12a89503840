import { mailUserOwnerFault } from '../../kit/mail-user-owner.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const metas: readonly RuleMeta[] = [
  {
    code: 'smimea/owner', severity: 'warning', source: 'RFC 8162 §3', summary: `SMIMEA record at a name that mail programs don't query`,
    messages: {
      label: 'Mail programs query HASH._smimecert.DOMAIN, so they never find this certificate at {name}.',
      hash: `{label} isn't a local part's hash (56 hexadecimal digits), so mail programs never find this certificate.`,
    },
  },
  {
    code: 'smimea/fields', severity: 'warning', source: 'RFC 8162 §2', summary: 'Unassigned number in an SMIMEA record',
    messages: { unknown: '{field} {value} is unassigned (valid: 0 to {most}), so mail programs ignore this record.' },
  },
  {
    code: 'smimea/digest-length', severity: 'warning', source: 'RFC 6698 §2.1.3', summary: 'SMIMEA digest of the wrong length',
    messages: { length: 'Matching type {type} requires {expected} octets, but this data has {actual} and matches nothing.' },
  },
];

const fields: readonly (readonly [string, string, number])[] = [['certificate-usage', 'Certificate usage', 3], ['selector', 'Selector', 1], ['matching-type', 'Matching type', 2]];
const PRIVATE = 255, digests: Readonly<Record<number, number>> = { 1: 32, 2: 64 };

/** The certificate of a mail user: RFC 8162. */
export default defineFamily(metas, eachRecord(['SMIMEA']), function* (record, context) {
  if (record.broken || !context.zone.inZone(record.owner)) return;
  const fault = mailUserOwnerFault(context.zone, record.owner, '_smimecert');
  if (fault !== undefined) yield { code: 'smimea/owner', message: fault, at: record.ownerSpan ?? record.typeSpan, args: { name: context.show(record.owner), label: context.zone.names.label(record.owner) } };
  for (const [name, field, most] of fields) {
    const value = record.number(name);
    if (value > most && value !== PRIVATE) yield { code: 'smimea/fields', message: 'unknown', at: record.span(name), args: { field, value, most } };
  }
  const type = record.number('matching-type'), expected = digests[type], actual = record.field('certificate-association-data')?.octets.length ?? 0;
  if (expected !== undefined && actual !== expected) yield { code: 'smimea/digest-length', message: 'length', at: record.span('certificate-association-data'), args: { type, expected, actual } };
});
