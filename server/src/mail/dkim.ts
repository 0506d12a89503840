/** DKIM key records: RFC 6376 §3.6.1, RFC 8301, RFC 8463. */

export { dkimTags, isDkim, parseDkim } from './dkim/record.ts';
export type { DkimRecord } from './dkim/record.ts';
export { dkimKey, publishedKey, readKey } from './dkim/key.ts';
export type { DkimKey } from './dkim/key.ts';
export { dkimRules } from './dkim/rules.ts';
export type { DkimCode } from './dkim/rules.ts';
export { dkimProblems } from './dkim/problems.ts';
export { dkimSetProblems, sameKeyProblems } from './dkim/set.ts';
export type { SelectorKey } from './dkim/set.ts';
export { describeKey, explainDkim } from './dkim/explain.ts';
export { dkimFromPaste } from './dkim/paste.ts';
export type { PastedDkim } from './dkim/paste.ts';
export { splitStrings } from './txt-strings.ts';
