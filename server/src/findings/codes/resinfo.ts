import { codes } from '../code.ts';

export const resinfoCodes = codes({
  'resinfo/keys': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 9606 §5, RFC 6763 §6.4',
    summary: 'RESINFO key that clients ignore',
    messages: {
      together: '"{value}" is read as one key, so clients don\'t find {key} in it.',
      missing: '"{value}" starts with "=", so it has no key and clients ignore it.',
      twice: 'The key {key} occurs twice, and clients ignore this one.',
      near: '"{key}" isn\'t a RESINFO key, so clients ignore it. Did you mean {near}?',
    },
  },
});
