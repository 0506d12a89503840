import { rdataRules } from '../../../rrtypes/problems.ts';
import { readerRules } from '../../reader-rules.ts';
import { defineRule, reported } from '../../rule.ts';

/** What field kinds report, one rule a code. */
export default Object.entries(rdataRules).filter(([code]) => !(code in readerRules)).map(([code, { severity, source, summary, messages }]) => defineRule({
  meta: { code: code as `${string}/${string}`, severity, source, summary, messages, bind: severity === 'error' ? 'error' as const : 'warning' as const },
  on: reported(),
}));
