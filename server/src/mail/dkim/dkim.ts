/** DKIM key records: RFC 6376 §3.6.1, RFC 8301, RFC 8463. */

export { dkimTags, isDkim, parseDkim } from './record.ts';
export type { DkimRecord } from './record.ts';
export { dkimKey, publishedKey, readKey } from './key.ts';
export type { DkimKey } from './key.ts';
export { dkimProblems } from './problems.ts';
export { dkimSetProblems, firstSelectors, notAKey, sameKeyProblem } from './set.ts';
export type { SelectorKey } from './set.ts';
export { describeKey, explainDkim } from './explain.ts';
export { dkimFromPaste } from './paste.ts';
export type { PastedDkim } from './paste.ts';
export { splitStrings } from '../grammar/txt-strings.ts';
