import { mailUserOwnerFault } from '../../kit/mail-user-owner.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const metas: readonly RuleMeta[] = [
  {
    code: 'smimea/owner', severity: 'warning', source: 'RFC 8162 §3', summary: 'An SMIMEA record at a name for which nobody asks.',
    messages: {
      label: 'Mail programs look for certificates at HASH._smimecert.DOMAIN, not at {name}: nobody finds this one.',
      hash: '{label} is not the hash of a local part, which has 56 hexadecimal digits: nobody finds this certificate.',
    },
  },
  {
    code: 'smimea/fields', severity: 'warning', source: 'RFC 8162 §2', summary: 'A number of an SMIMEA record that is not assigned.',
    messages: { unknown: '{field} {value} is not assigned: mail programs ignore this record. {field} is one of 0 to {most}.' },
  },
  {
    code: 'smimea/digest-length', severity: 'warning', source: 'RFC 6698 §2.1.3', summary: 'The digest of an SMIMEA record has not the length of its matching type.',
    messages: { length: 'Matching type {type} has {expected} octets, but this data has {actual}: it matches nothing. Make it anew.' },
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
