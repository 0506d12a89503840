/** BIMI assertion records (draft-brand-indicators-for-message-identification). */

export { bimiDmarcProblems, bimiProblems, bimiSetProblems, explainBimi, isBimi, parseBimi } from './bimi-record.ts';
