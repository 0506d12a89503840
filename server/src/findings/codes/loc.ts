import { codes } from '../code.ts';

export const locCodes = codes({
  'loc/range': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 1876 §3',
    summary: 'Value out of range in a LOC record',
    messages: {
      range: '"{value}" is too large for {unit} (at most {max}): BIND refuses the zone.',
      beyond: '"{value}" puts the position beyond {most} degrees: BIND refuses the zone.',
      altitude: '"{value}" isn\'t between -100000 m and 42849672.95 m: BIND refuses the zone.',
      precision: '"{value}" is over 90000000 m: BIND refuses the zone.',
    },
  },
  'loc/syntax': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 1876 §3',
    summary: 'Invalid LOC record',
    messages: {
      number: '"{value}" isn\'t a number of {unit}: BIND refuses the zone.',
      numberOrDirection: '"{value}" is neither {plus}, {minus} nor a number of {unit}: BIND refuses the zone.',
      direction: '"{value}" is where {plus} or {minus} belongs: BIND refuses the zone.',
      metres: '"{value}" isn\'t a length in meters, such as 10m or 10.50m: BIND refuses the zone.',
    },
  },
});
