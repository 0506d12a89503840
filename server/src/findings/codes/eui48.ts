import { codes } from '../code.ts';

export const eui48Codes = codes({
  'eui48/format': {
    severity: 'error',
    bind: 'error',
    fix: 'safe',
    source: 'RFC 7043 §3.2',
    summary: 'Invalid EUI-48',
    messages: {
      format:
        '"{value}" isn\'t {octets} hexadecimal pairs joined by hyphens, as in {example}: servers refuse it or read another address.',
    },
  },
});
