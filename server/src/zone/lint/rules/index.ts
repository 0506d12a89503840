// Written by `npm run docs` from the files beside it.
import type { Rule } from '../rule.ts';
import cnameAndOther from './cname/and-other.ts';
import mxNoAddress from './mx/no-address.ts';
import rrsetDuplicate from './rrset/duplicate.ts';
import rrsetTtlMismatch from './rrset/ttl-mismatch.ts';
import zoneMultipleSoa from './zone/multiple-soa.ts';
import zoneNoApexNs from './zone/no-apex-ns.ts';
import zoneNoSoa from './zone/no-soa.ts';
import zoneSoaNotApex from './zone/soa-not-apex.ts';

const files: readonly (Rule | readonly Rule[])[] = [
  cnameAndOther as Rule | readonly Rule[],
  mxNoAddress as Rule | readonly Rule[],
  rrsetDuplicate as Rule | readonly Rule[],
  rrsetTtlMismatch as Rule | readonly Rule[],
  zoneMultipleSoa as Rule | readonly Rule[],
  zoneNoApexNs as Rule | readonly Rule[],
  zoneNoSoa as Rule | readonly Rule[],
  zoneSoaNotApex as Rule | readonly Rule[],
];

/** Every rule, in the order of their codes. */
export const allRules: readonly Rule[] = files.flat();
