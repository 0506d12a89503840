// Written by `npm run docs` from the files beside it.
import type { Rule } from '../rule.ts';
import mxNoAddress from './mx/no-address.ts';
import rrsetDuplicate from './rrset/duplicate.ts';

const files: readonly (Rule | readonly Rule[])[] = [
  mxNoAddress as Rule | readonly Rule[],
  rrsetDuplicate as Rule | readonly Rule[],
];

/** Every rule, in the order of their codes. */
export const allRules: readonly Rule[] = files.flat();
