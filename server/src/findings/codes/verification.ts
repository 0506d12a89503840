import { codes } from '../code.ts';

export const verificationCodes = codes({
  'verification/token-duplicates': {
    severity: 'hint',
    profile: 'all',
    fix: 'unsafe',
    source: 'practice',
    summary: 'Several verification tokens for one service',
    messages: {
      several: 'This name has {count} verification tokens for {service}; one is probably obsolete.',
    },
  },
});
