import { codes } from '../code.ts';

export const nidCodes = codes({
  'nid/syntax': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 6742 §2.1.2',
    summary: 'Invalid 64-bit value in NID or L64',
    messages: {
      groups: '"{value}" isn\'t four groups of hexadecimal digits joined by ":": BIND refuses the zone.',
    },
  },
});
