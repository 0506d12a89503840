import { codes } from '../code.ts';

export const placeholderCodes = codes({
  'placeholder/example': {
    severity: 'warning',
    profile: 'strict',
    source: 'RFC 2606 §3',
    summary: 'Name or address reserved for documentation',
    messages: {
      name: '{name} is reserved for documentation, so this {type} record leads to no real host.',
      text: '"{text}" is reserved for documentation: put the real value here.',
    },
  },
  'placeholder/word': {
    severity: 'warning',
    source: 'practice',
    summary: 'Placeholder in place of a value',
    messages: {
      value: '"{text}" looks like a placeholder that was never filled in: it\'s published as is.',
      name: '"{text}" looks like a placeholder, so {name} isn\'t a real host.',
      owner: '"{text}" looks like a placeholder, so clients won\'t ask for {name}.',
    },
  },
});
