import { isUsableUri } from '../grammar/report-uri.ts';
import { findTag } from '../grammar/tag-list.ts';
import { policies } from './dmarc-record.ts';
import type { DmarcPolicy, DmarcRecord } from './dmarc-record.ts';

/** How the author domain stands to the name where the record was found. */
export type DmarcRelation = 'self' | 'subdomain' | 'nonexistent';

export interface AppliedPolicy {
  /** What the record asks for. */
  readonly policy: DmarcPolicy;
  /** What receivers do: one level less with `t=y`. */
  readonly applied: DmarcPolicy;
  /** The tag that decided; `default` where `p` is missing or a policy is no policy, and `rua` keeps the record in force. */
  readonly from: 'p' | 'sp' | 'np' | 'default';
}

const badValue = (record: DmarcRecord, name: 'p' | 'sp' | 'np'): boolean =>
  findTag(record.list, name) !== undefined && record[name] === undefined;

const testing = (policy: DmarcPolicy): DmarcPolicy => policies[Math.max(0, policies.indexOf(policy) - 1)] ?? 'none';

/**
 * The policy for mail from a domain (RFC 9989 §4.7 and §4.10.1). Undefined where receivers apply no DMARC:
 * the record is not valid, or it has no usable policy and no usable `rua`.
 */
export function appliedPolicy(record: DmarcRecord, relation: DmarcRelation): AppliedPolicy | undefined {
  if (!record.valid) return undefined;
  if (record.p === undefined || badValue(record, 'sp') || badValue(record, 'np')) {
    return record.rua.some(isUsableUri) ? { policy: 'none', applied: 'none', from: 'default' } : undefined;
  }
  let from: 'p' | 'sp' | 'np' = 'p';
  if (relation !== 'self' && record.sp !== undefined) from = 'sp';
  if (relation === 'nonexistent' && record.np !== undefined) from = 'np';
  const policy = record[from] ?? record.p;
  return { policy, applied: record.testing ? testing(policy) : policy, from };
}

/** -1, 0 or 1 as the first policy is weaker than, equal to or stronger than the second. */
export const comparePolicies = (a: DmarcPolicy, b: DmarcPolicy): number =>
  Math.sign(policies.indexOf(a) - policies.indexOf(b));
