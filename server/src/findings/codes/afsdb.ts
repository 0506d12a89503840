import { codes } from '../code.ts';

export const afsdbCodes = codes({
  'afsdb/subtype': {
    severity: 'warning',
    source: 'RFC 1183 §1',
    summary: 'Unassigned AFSDB subtype',
    messages: {
      unknown: "Subtype {subtype} isn't assigned, so clients ignore this record.",
    },
  },
});
