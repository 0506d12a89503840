import { codes } from '../code.ts';

export const eui64Codes = codes({
  'eui64/format': {
    severity: 'error',
    bind: 'error',
    fix: 'safe',
    source: 'RFC 7043 §4.2',
    summary: 'Invalid EUI-64',
    messages: {
      format:
        '"{value}" isn\'t {octets} hexadecimal pairs joined by hyphens, as in {example}: servers refuse it or read another address.',
    },
  },
});
