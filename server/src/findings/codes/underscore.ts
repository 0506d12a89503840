import { codes } from '../code.ts';

export const underscoreCodes = codes({
  'underscore/missing': {
    severity: 'warning', fix: 'unsafe', source: 'RFC 8552 §2',
    summary: 'Label without its underscore',
    messages: {
      missing: '"{label}" lacks its underscore, so clients, which query {near}, never find this record.',
    },
  },
  'underscore/unregistered': {
    severity: 'warning', fix: 'unsafe', source: 'RFC 8552 §2',
    summary: 'Mistyped underscore label',
    messages: {
      near: '"{label}" isn\'t a label that clients query; did you mean {near}?',
    },
  },
});
