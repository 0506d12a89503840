import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const metas: readonly RuleMeta[] = [
  {
    code: 'cert/type', severity: 'warning', source: 'RFC 4398 §2.1', summary: 'Unassigned type in a CERT record',
    messages: { unknown: `Certificate type {type} isn't assigned, so programs ignore this record.` },
  },
  {
    code: 'cert/algo', severity: 'information', profile: 'strict', source: 'RFC 4398 §2', summary: 'Unassigned algorithm in a CERT record',
    messages: { unknown: `Algorithm {algorithm} isn't assigned. If the algorithm isn't known, use 0.` },
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
