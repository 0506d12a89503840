import { generalRules } from './problems/general.ts';
import { perTypeRules } from './problems/per-type.ts';
import type { RdataRule } from './problems/rule-rows.ts';
import { serviceBindingRules } from './problems/service-bindings.ts';

export type { RdataRule } from './problems/rule-rows.ts';

/** For every code that field kinds report: its severity, source and words. */
export const rdataRules: Readonly<Record<string, RdataRule>> = { ...generalRules, ...perTypeRules, ...serviceBindingRules };
