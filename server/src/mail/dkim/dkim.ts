/** DKIM key records: RFC 6376 §3.6.1, RFC 8301, RFC 8463. */

export { dkimTags, isDkim, parseDkim } from './dkim-record.ts';
export type { DkimRecord } from './dkim-record.ts';
export { dkimKey, publishedKey, readKey } from './dkim-key.ts';
export type { DkimKey } from './dkim-key.ts';
export { dkimProblems } from './dkim-problems.ts';
export { dkimSetProblems, firstSelectors, notAKey, sameKeyProblem } from './set.ts';
export type { SelectorKey } from './set.ts';
export { describeKey, explainDkim } from './explain-dkim.ts';
export { dkimFromPaste } from './paste.ts';
export type { PastedDkim } from './paste.ts';
export { splitStrings } from '../grammar/txt-strings.ts';
