import type { ReaderRules } from './table.ts';

/** What is told about BIND's `$GENERATE`. */
export const generateRules: ReaderRules = {
  'dir/generate-syntax': {
    severity: 'error', bind: 'error', source: 'BIND', summary: 'A $GENERATE with parts missing or too many.',
    messages: { open: 'This parenthesis is still open where the data of $GENERATE stands: BIND reads every expansion with it, and refuses the line. Close it before, or remove it.', short: '$GENERATE needs a range, an owner, a type and data, as in "$GENERATE 1-9 host$ A 192.0.2.$": BIND refuses this line.', noOwner: '{text} stands where the owner belongs, in front of the type, so BIND takes it for a name and refuses the line. Write an owner before it, as in "host$ {text}".', extra: '"{text}" is too much: data with spaces must stand in quotation marks here, and BIND refuses this line.' },
  },
  'dir/generate-range': {
    severity: 'error', bind: 'error', source: 'BIND', summary: 'A $GENERATE range that is none.', fix: 'unsafe', severities: { rest: 'warning' },
    messages: {
      rest: 'Behind the range, "{text}" goes on with "{rest}", which BIND does not look at. Remove it, or write what was meant.',
      range: '"{text}" is no range: write first-last or first-last/step, as in 1-9. BIND refuses this line.',
      backwards: '"{text}" runs backwards: the first number must not be above the last. BIND refuses this line.',
    },
  },
  'dir/generate-step': {
    severity: 'error', bind: 'error', source: 'BIND', summary: 'A $GENERATE step of zero, or one that is never taken.', severities: { never: 'warning' },
    messages: {
      zero: 'The step of "{text}" is 0, so the range would never end: BIND refuses this line.',
      never: 'The step of "{text}" is longer than the range, so only the first record is made.',
    },
  },
  'dir/generate-brace': {
    severity: 'error', bind: 'error', source: 'BIND', summary: 'A ${…} in $GENERATE that BIND can\'t read.',
    messages: {
      brace: 'In "{text}" the braces do not hold offset, width and base, as in ${0,3,d}: BIND refuses this line.',
      overflow: 'With the offset in "{text}" the numbers come to more than 2147483647, which BIND does not count to: it refuses this line. Write a smaller offset.',
    },
  },
  'dir/generate-bad-lhs': {
    severity: 'error', bind: 'error', source: 'BIND', summary: 'A $GENERATE whose owner makes names that cannot be.',
    messages: { invalid: '"{text}" does not make valid owner names ({code}): BIND refuses the zone.' },
  },
  'dir/generate-negative-offset': {
    severity: 'warning', source: 'BIND', summary: 'A ${…} offset that makes a number below zero.',
    messages: { negative: 'The offset in "{text}" makes numbers below zero, which BIND writes with a minus sign, or as a large number in octal and hexadecimal. Write an offset that fits the range.' },
  },
  'dir/generate-meta-type': {
    severity: 'error', bind: 'error', source: 'BIND', summary: 'A $GENERATE of a type that is no data.',
    messages: { meta: '{type} is a type of queries, never of data: BIND refuses this line.' },
  },
  'dir/generate-no-dollar': {
    severity: 'warning', source: 'BIND', summary: 'A $GENERATE whose owner is the same each time.',
    messages: { owner: '"{owner}" has no $, so every step makes a record with the same owner name. Put $ where the number belongs.' },
  },
  'dir/generate-too-many': {
    severity: 'warning', source: 'practice', summary: 'A $GENERATE that makes more records than are read here.',
    messages: { tooMany: '"{text}" makes more than the {limit} records that are read here from $GENERATE; they are missing from every check.' },
  },
  'dir/generate-rdata-invalid': {
    severity: 'error', bind: 'error', source: 'BIND', summary: 'A $GENERATE whose records are invalid.',
    messages: { invalid: 'With "{text}", {count} of the records made here cannot be read ({code}): BIND refuses the zone.' },
  },
};
