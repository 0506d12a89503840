import { codes } from '../code.ts';

export const isdnCodes = codes({
  'isdn/format': {
    severity: 'information',
    source: 'RFC 1183 §3.2',
    summary: 'Invalid ISDN number',
    messages: {
      address: '"{value}" isn\'t a telephone number (decimal digits, country code first), so callers can\'t use it.',
      subaddress: 'Subaddress "{value}" isn\'t made of hexadecimal digits, so it reaches no device.',
    },
  },
});
