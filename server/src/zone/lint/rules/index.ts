import type { Rule } from '../rule.ts';
import mx_no_address from './mx/no-address.ts';
import rrset_duplicate from './rrset/duplicate.ts';

export const allRules: readonly Rule[] = [mx_no_address, rrset_duplicate] as readonly Rule[];
