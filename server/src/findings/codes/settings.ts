import { codes } from '../code.ts';

export const settingsCodes = codes({
  'settings/bad-value': {
    severity: 'error',
    source: 'Zonewright',
    summary: 'Invalid setting value',
    messages: {},
  },
  'settings/duplicate-key': {
    severity: 'warning',
    source: 'Zonewright',
    summary: 'Duplicate setting',
    messages: {},
  },
  'settings/syntax': {
    severity: 'error',
    source: 'Zonewright',
    summary: "Settings that aren't valid JSON",
    messages: {},
  },
  'settings/unknown-code': {
    severity: 'warning',
    source: 'Zonewright',
    summary: 'Unknown rule in the settings',
    messages: {},
  },
  'settings/unknown-key': {
    severity: 'warning',
    source: 'Zonewright',
    summary: 'Unknown setting',
    messages: {},
  },
  'settings/wrong-type': {
    severity: 'error',
    source: 'Zonewright',
    summary: 'Setting value of the wrong type',
    messages: {},
  },
});
