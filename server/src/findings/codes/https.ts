import { codes } from '../code.ts';

export const httpsCodes = codes({
  'https/prefix': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 9460 §9.1',
    summary: "HTTPS record at a name that browsers don't query",
    messages: {
      standard: 'For port 443 browsers ask for {host}, never for {name}.',
      noPort: 'Browsers ask for {host}, or with a port for _8443._https.{host}, never for {name}.',
    },
  },
});
