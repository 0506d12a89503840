import { codes } from '../code.ts';

export const nsCodes = codes({
  'ns/is-ip': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 2181 §10.3',
    summary: 'IP address as an NS target',
    messages: {
      address: "An NS record needs a name, but {address} is an IP address: resolvers can't ask this server.",
    },
  },
});
