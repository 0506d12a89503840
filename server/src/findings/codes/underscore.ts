import { codes } from '../code.ts';

export const underscoreCodes = codes({
  'underscore/misplaced': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 8555 §8.4',
    summary: 'Certificate challenge with its labels in the wrong place',
    messages: {
      behind: 'Certificate authorities query {right}, not {name}: "_acme-challenge" comes first.',
      split: 'Certificate authorities query {right}, not {name}: "_acme-challenge" is one label.',
    },
  },
  'underscore/missing': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 8552 §2',
    summary: 'Label without its underscore',
    messages: {
      missing: '"{label}" lacks its underscore, so clients, which query {near}, never find this record.',
    },
  },
  'underscore/unregistered': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 8552 §2',
    summary: 'Mistyped underscore label',
    messages: {
      near: '"{label}" isn\'t a label that clients query; did you mean {near}?',
    },
  },
});
