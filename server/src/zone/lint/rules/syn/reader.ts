import { rdataRules } from '../../../rrtypes/problems.ts';
import { readerFixes } from '../../reader-fixes.ts';
import { readerRules } from '../../reader-rules.ts';
import { defineRule, reported } from '../../rule.ts';

/** Field kinds report these, too, and have words of their own for it. */
const wordsOfKinds = (code: string): Readonly<Record<string, string>> => rdataRules[code]?.messages ?? {};

export default Object.entries(readerRules).map(([code, row]) => defineRule({
  meta: { ...row, messages: { ...wordsOfKinds(code), ...row.messages }, code: code as `${string}/${string}` },
  on: reported(),
  ...(readerFixes[code] === undefined ? {} : { fixes: readerFixes[code] }),
}));
