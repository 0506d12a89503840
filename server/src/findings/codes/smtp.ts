import { codes } from '../code.ts';

export const smtpCodes = codes({
  'smtp/srv-cleartext': {
    severity: 'hint',
    source: 'RFC 8314 §3',
    summary: 'Cleartext mail service without its TLS counterpart',
    messages: {
      cleartext:
        '{service} starts without encryption and has no {twin} record next to it; clients prefer TLS from the first octet.',
    },
  },
});
