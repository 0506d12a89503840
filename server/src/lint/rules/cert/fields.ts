import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const metas: readonly RuleMeta[] = [
  {
    code: 'cert/type', severity: 'warning', source: 'RFC 4398 §2.1', summary: 'A CERT record with a type that is not assigned.',
    messages: { unknown: 'Certificate type {type} is not assigned: programs ignore this record. 1 is PKIX, 3 PGP, 4 to 8 are indirect forms; 253 and 254 are private.' },
  },
  {
    code: 'cert/algo', severity: 'information', profile: 'strict', source: 'RFC 4398 §2', summary: 'A CERT record with an algorithm that is not assigned.',
    messages: { unknown: 'Algorithm {algorithm} is not assigned; write that of the key in the certificate, or 0 when it is not known.' },
  },
];

const types = new Set([1, 2, 3, 4, 5, 6, 7, 8, 253, 254]), algorithms = new Set([0, 1, 2, 3, 5, 6, 7, 8, 10, 12, 13, 14, 15, 16, 17, 23, 252, 253, 254]);

/** Certificates in the DNS: RFC 4398 §2. */
export default defineFamily(metas, eachRecord(['CERT']), function* (record) {
  if (record.broken) return;
  const type = record.number('type'), algorithm = record.number('algorithm');
  if (!types.has(type)) yield { code: 'cert/type', message: 'unknown', at: record.span('type'), args: { type } };
  if (!algorithms.has(algorithm)) yield { code: 'cert/algo', message: 'unknown', at: record.span('algorithm'), args: { algorithm } };
});
