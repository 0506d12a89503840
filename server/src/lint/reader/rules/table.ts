import type { RuleMeta } from '../../../findings/rule-meta.ts';

/** Rules whose findings the lexer or the reader of entries reports, by code. */
export type ReaderRules = Readonly<Record<`${string}/${string}`, Omit<RuleMeta, 'code'>>>;
