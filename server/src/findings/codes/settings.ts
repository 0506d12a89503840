import { codes } from '../code.ts';

export const settingsCodes = codes({
  'settings/bad-value': {
    severity: 'error',
    source: 'Zonewright',
    summary: 'Invalid setting value',
    messages: {
      choose: '"{value}" isn\'t a valid {what}, so it has no effect. Choose from {choices}.',
      didYouMean: '"{value}" isn\'t a valid {what}, so it has no effect. Did you mean "{meant}"?',
      host: '"{value}" isn\'t a valid host name, so this has no effect. Write the name that MX records point at, such as "mail.example.com".',
      address: '"{value}" isn\'t an IP address, so it has no effect. Write one such as "192.0.2.25" or "2001:db8::25".',
      columns:
        "These aren't columns, so they have no effect. Give three or four growing numbers up to {most}, such as [24, 32, 40].",
      domain: '"{value}" isn\'t a valid domain name, so it has no effect. Write a name such as "example.com".',
    },
  },
  'settings/duplicate-key': {
    severity: 'warning',
    source: 'Zonewright',
    summary: 'Duplicate setting',
    messages: {
      twice: '"{name}" is set twice here, and the later one counts.',
    },
  },
  'settings/syntax': {
    severity: 'error',
    source: 'Zonewright',
    summary: "Settings that aren't valid JSON",
    messages: {
      deep: 'The settings are nested more than {limit} deep, so none of them are read.',
      value: "This isn't a JSON value; strings need double quotes. The part that can't be read is ignored.",
      number: "This isn't a JSON number. The part that can't be read is ignored.",
      key: "A key in double quotes is missing here. The part that can't be read is ignored.",
      noValue: "A value is missing here. The part that can't be read is ignored.",
      colon: 'A ":" is missing here. The part that can\'t be read is ignored.',
      comma: 'A "," is missing here. The part that can\'t be read is ignored.',
      brace: 'A "}" is missing here. The part that can\'t be read is ignored.',
      bracket: 'A "]" is missing here. The part that can\'t be read is ignored.',
      end: "Nothing may follow the end of the settings. The part that can't be read is ignored.",
      comment: 'This comment has no "*/". The part that can\'t be read is ignored.',
      string: "This string has no closing quote. The part that can't be read is ignored.",
      incomplete: "This number isn't complete. The part that can't be read is ignored.",
      unicode: '"\\u" needs four hexadecimal digits. The part that can\'t be read is ignored.',
      escape: 'This isn\'t a JSON escape; write "\\\\" for a backslash. The part that can\'t be read is ignored.',
      character: "JSON doesn't allow this character; write it as an escape. The part that can't be read is ignored.",
      other: "This isn't valid JSON. The part that can't be read is ignored.",
    },
  },
  'settings/unknown-code': {
    severity: 'warning',
    source: 'Zonewright',
    summary: 'Unknown rule in the settings',
    messages: {
      unknown: 'There\'s no rule "{code}", so this has no effect.',
      didYouMean: 'There\'s no rule "{code}", so this has no effect. Did you mean "{meant}"?',
    },
  },
  'settings/unknown-key': {
    severity: 'warning',
    source: 'Zonewright',
    summary: 'Unknown setting',
    messages: {
      choose: 'There\'s no setting "{name}" here, so it has no effect. Choose from {choices}.',
      didYouMean: 'There\'s no setting "{name}" here, so it has no effect. Did you mean "{meant}"?',
      noOptions: 'The rule {rule} has no options, so "{name}" has no effect.',
    },
  },
  'settings/wrong-type': {
    severity: 'error',
    source: 'Zonewright',
    summary: 'Setting value of the wrong type',
    messages: {
      type: '{what} must be {wanted}, not {found}, so it has no effect.',
    },
  },
});
