import type { ReaderRules } from './table.ts';

/** What is told about BIND's `$GENERATE`. */
export const generateRules: ReaderRules = {
  'dir/generate-syntax': {
    severity: 'error', bind: 'error', source: 'BIND', summary: 'Missing or extra parts in $GENERATE',
    messages: { open: 'This parenthesis is still open at the $GENERATE data: BIND refuses the line.', short: '$GENERATE needs a range, an owner, a type and data: BIND refuses the line.', noOwner: '{text} is where the owner belongs: BIND reads it as a name and refuses the line.', extra: '"{text}" is too much, as data with spaces needs quotation marks here: BIND refuses the line.' },
  },
  'dir/generate-range': {
    severity: 'error', bind: 'error', source: 'BIND', summary: 'Invalid $GENERATE range', fix: 'unsafe', severities: { rest: 'warning' },
    messages: {
      rest: 'BIND ignores "{rest}" after the range in "{text}".',
      range: `"{text}" isn't a range (first-last or first-last/step): BIND refuses the line.`,
      backwards: '"{text}" runs backwards: BIND refuses the line.',
    },
  },
  'dir/generate-step': {
    severity: 'error', bind: 'error', source: 'BIND', summary: '$GENERATE step of zero or beyond the range', severities: { never: 'warning' },
    messages: {
      zero: 'The step of "{text}" is 0, so the range never ends: BIND refuses the line.',
      never: 'The step of "{text}" is longer than the range, so only the first record is made.',
    },
  },
  'dir/generate-brace': {
    severity: 'error', bind: 'error', source: 'BIND', summary: 'Invalid ${…} in $GENERATE',
    messages: {
      brace: 'The braces in "{text}" don\'t hold offset, width and base, as in ${0,3,d}: BIND refuses the line.',
      overflow: 'With the offset in "{text}" the numbers exceed 2147483647: BIND refuses the line.',
    },
  },
  'dir/generate-bad-lhs': {
    severity: 'error', bind: 'error', source: 'BIND', summary: 'Invalid owner names from $GENERATE',
    messages: { invalid: '"{text}" produces invalid owner names ({code}): BIND refuses the zone.' },
  },
  'dir/generate-negative-offset': {
    severity: 'warning', source: 'BIND', summary: 'Negative number from a ${…} offset',
    messages: { negative: 'The offset in "{text}" makes numbers negative: BIND writes a minus sign, or huge octal and hexadecimal numbers.' },
  },
  'dir/generate-meta-type': {
    severity: 'error', bind: 'error', source: 'BIND', summary: 'Query type in $GENERATE',
    messages: { meta: '{type} exists in queries, never as data: BIND refuses the line.' },
  },
  'dir/generate-no-dollar': {
    severity: 'warning', source: 'BIND', summary: '$GENERATE owner without $',
    messages: { owner: '"{owner}" has no $, so every step produces the same owner name.' },
  },
  'dir/generate-too-many': {
    severity: 'warning', source: 'practice', summary: '$GENERATE range over the limit for checking',
    messages: { tooMany: `"{text}" exceeds the {limit} records read from $GENERATE here, so its records aren't checked.` },
  },
  'dir/generate-rdata-invalid': {
    severity: 'error', bind: 'error', source: 'BIND', summary: 'Invalid records from $GENERATE',
    messages: { invalid: '"{text}" makes {count} of the generated records invalid ({code}): BIND refuses the zone.' },
  },
};
