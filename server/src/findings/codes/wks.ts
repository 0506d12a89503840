import { codes } from '../code.ts';

export const wksCodes = codes({
  'wks/service': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 1035 §3.4.2',
    summary: 'Unknown service in a WKS record',
    messages: {
      unknown: '"{value}" isn\'t a well-known service of this protocol: BIND refuses the zone.',
    },
  },
});
