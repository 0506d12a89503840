import { codes } from '../code.ts';

export const nsapCodes = codes({
  'nsap/format': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 1706 §7',
    summary: 'Invalid NSAP address',
    messages: {
      prefix: '"{value}" doesn\'t start with 0x: BIND refuses the zone.',
      character: '"{value}" has something other than hexadecimal digits and dots after 0x: BIND refuses the zone.',
      odd: '"{value}" has an odd number of hexadecimal digits ({count}): BIND refuses the zone.',
    },
  },
});
