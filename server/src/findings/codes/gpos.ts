import { codes } from '../code.ts';

export const gposCodes = codes({
  'gpos/range': {
    severity: 'information',
    source: 'RFC 1712 §3',
    summary: 'Invalid GPOS position',
    messages: {
      number: '"{value}" isn\'t a number, as {field} must be: programs find no position.',
      degrees: "{value} degrees is over 180, so there's no such position.",
      both: '{value} and {other} are both over 90 degrees, the largest latitude: one of them is wrong.',
    },
  },
});
