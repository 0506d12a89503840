import { codes } from '../code.ts';

export const uriCodes = codes({
  'uri/characters': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 3986 §2',
    summary: 'Invalid character in a URI',
    messages: {
      stray: "{character} isn't allowed in a URI; clients reject the URI or cut it off there.",
    },
  },
  'uri/empty-target': {
    severity: 'warning',
    source: 'RFC 7553 §4.4',
    summary: 'URI record without a URI',
    messages: {
      empty: "The target is empty, so clients can't do anything with this record.",
    },
  },
  'uri/not-absolute': {
    severity: 'warning',
    source: 'RFC 7553 §4.4',
    summary: 'URI target without a scheme',
    messages: {
      relative: '"{target}" has no scheme such as https: in front, so clients can\'t follow it.',
    },
  },
  'uri/owner': {
    severity: 'warning',
    source: 'RFC 7553 §4.1',
    summary: 'URI record at a name without a service',
    messages: {
      plain: 'Clients query names like _http._tcp.{name}, so they never find this URI record at {name}.',
    },
  },
});
