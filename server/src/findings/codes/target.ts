import { codes } from '../code.ts';

export const targetCodes = codes({
  'target/is-ip': {
    severity: 'warning',
    source: 'RFC 1035 §3.3',
    summary: 'IP address in place of a host name',
    messages: {
      address: "{address} is an IP address, but {type} takes a name here: clients look up a name that doesn't exist.",
    },
  },
  'target/no-address': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1034 §3.6.2',
    summary: 'AFSDB, KX or LP target without an address or locator',
    messages: {
      host: '{target} has no A or AAAA record in this zone, so this {type} record leads nowhere.',
      locator: '{target} has no L32 or L64 record in this zone, so this LP record leads to no locator.',
    },
  },
  'target/url': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 1034 §3.1',
    summary: 'URL, port or path in place of a host name',
    messages: {
      url: "{written} isn't a host name: with a scheme, port or path, clients look up a name that doesn't exist.",
    },
  },
});
