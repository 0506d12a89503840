import { codes } from '../code.ts';

export const suppressionCodes = codes({
  'suppression/unknown-code': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'Zonewright',
    summary: 'Unknown rule in a suppression comment',
    messages: {},
  },
  'suppression/unknown-word': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'Zonewright',
    summary: 'Unknown kind of suppression comment',
    messages: {},
  },
  'suppression/unused': {
    severity: 'hint',
    source: 'Zonewright',
    summary: 'Suppression comment without effect',
    messages: {},
  },
});
