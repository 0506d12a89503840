import { codes } from '../code.ts';

export const certCodes = codes({
  'cert/algo': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 4398 §2',
    summary: 'Unassigned algorithm in a CERT record',
    messages: {
      unknown: "Algorithm {algorithm} isn't assigned. If the algorithm isn't known, use 0.",
    },
  },
  'cert/type': {
    severity: 'warning',
    source: 'RFC 4398 §2.1',
    summary: 'Unassigned type in a CERT record',
    messages: {
      unknown: "Certificate type {type} isn't assigned, so programs ignore this record.",
    },
  },
});
