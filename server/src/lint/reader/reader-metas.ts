import { rdataRules } from '../../zone/rrtypes/problems.ts';
import { readerRules } from './reader-rules.ts';
import { rdataFixes } from './fixes/rdata.ts';
import type { RuleMeta } from '../../findings/rule-meta.ts';

/** Field kinds report some of the reader's codes, too, and have words of their own for them. */
const wordsOfKinds = (code: string): Readonly<Record<string, string>> => rdataRules[code]?.messages ?? {};

/** What the lexer and the reader of entries report. */
export const readerMetas: readonly RuleMeta[] = Object.entries(readerRules)
  .map(([code, row]) => ({ ...row, messages: { ...wordsOfKinds(code), ...row.messages }, code: code as RuleMeta['code'] }));

/** What field kinds alone report. */
export const rdataMetas: readonly RuleMeta[] = Object.entries(rdataRules).filter(([code]) => !(code in readerRules)).map(([code, { severity, source, summary, messages }]) => {
  const fix = rdataFixes[code]?.fix;
  return { code: code as RuleMeta['code'], severity, source, summary, messages, bind: severity === 'error' ? 'error' : 'warning', ...(fix === undefined ? {} : { fix }) };
});
