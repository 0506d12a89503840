/** BIMI assertion records (draft-brand-indicators-for-message-identification). */

export {
  bimiDmarcProblems,
  bimiProblems,
  bimiSetProblems,
  declines,
  explainBimi,
  isBimi,
  parseBimi,
} from './record.ts';
export type { BimiRecord } from './record.ts';
