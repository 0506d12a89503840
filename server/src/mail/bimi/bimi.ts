/** BIMI assertion records (draft-brand-indicators-for-message-identification). */

export {
  bimiDmarcProblems,
  bimiProblems,
  bimiSetProblems,
  declines,
  explainBimi,
  isBimi,
  parseBimi,
} from './bimi-record.ts';
export type { BimiRecord } from './bimi-record.ts';
