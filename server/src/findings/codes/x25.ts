import { codes } from '../code.ts';

export const x25Codes = codes({
  'x25/format': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 1183 §3.1',
    summary: 'Invalid X.121 address',
    messages: {
      digits: '"{value}" isn\'t an X.121 address of four or more digits: BIND refuses the zone.',
    },
  },
});
