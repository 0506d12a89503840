import { codes } from '../code.ts';

export const lpCodes = codes({
  'lp/self': {
    severity: 'warning',
    source: 'RFC 6742 §2.4.1.2',
    summary: 'LP record that points to itself',
    messages: {
      self: 'This LP record points to its own name, {name}: programs go in a circle.',
    },
  },
});
