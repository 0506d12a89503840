import { codes } from '../code.ts';

export const addrCodes = codes({
  'addr/6to4-teredo': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 7526 §4',
    summary: '6to4 or Teredo address',
    messages: {
      tunnel: '{address} needs 6to4 or Teredo, which are out of use: most connections time out.',
    },
  },
  'addr/documentation': {
    severity: 'warning',
    source: 'RFC 5737 §3',
    summary: 'Address reserved for examples',
    messages: {
      example: "{address} is reserved for examples and reaches no host: it's left over from a template.",
    },
  },
  'addr/special': {
    severity: 'warning',
    source: 'RFC 4007 §6',
    summary: 'Link-local, broadcast or unspecified address',
    messages: {
      linkLocal:
        "{address} is link-local: it needs an interface that DNS can't name, so clients can't reach {name} there.",
      unspecified: "{address} is the unspecified address, so clients can't reach {name} there.",
      broadcast: "{address} is the broadcast address, so clients can't reach {name} there.",
    },
  },
  'addr/unreachable': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 6890 §2.2.2',
    summary: 'Website address unreachable from the internet',
    messages: {
      web: "{name} has the address {address}, {kind}: browsers on the internet can't reach it.",
    },
  },
});
