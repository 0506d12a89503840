/** DKIM key records: RFC 6376 §3.6.1, RFC 8301, RFC 8463. */

export { isDkim, parseDkim } from './dkim-record.ts';
export type { DkimRecord } from './dkim-record.ts';
export { dkimKey } from './dkim-key.ts';
export { dkimProblems } from './dkim-problems.ts';
export { dkimSetProblems, firstSelectors, notAKey, sameKeyProblem } from './set.ts';
export type { SelectorKey } from './set.ts';
export { describeKey, explainDkim } from './explain-dkim.ts';
export { dkimFromPaste } from './paste.ts';
