import { codes } from '../code.ts';

export const atmaCodes = codes({
  'atma/format': {
    severity: 'error',
    bind: 'error',
    source: 'ATM Forum af-dans-0152.000 §4',
    summary: 'Invalid ATM address',
    messages: {
      dots: '"{value}" is empty, or has a leading, trailing or double dot: BIND refuses the zone.',
      number: '"{value}" has something other than digits and dots after "+": BIND refuses the zone.',
      hex: '"{value}" has something other than hexadecimal digits and dots: BIND refuses the zone.',
      odd: '"{value}" has an odd number of hexadecimal digits ({count}): BIND refuses the zone.',
    },
  },
});
