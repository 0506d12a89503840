import { codes } from '../code.ts';

export const dnameCodes = codes({
  'dname/and-ns': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 6672 §2.3',
    summary: 'DNAME and NS records at a name below the apex',
    messages: {
      both: '{name} is delegated by NS records, so its DNAME belongs in that zone: Knot refuses this one.',
    },
  },
  'dname/children': {
    severity: 'error',
    source: 'RFC 6672 §2.4',
    summary: 'Record below a DNAME',
    messages: {
      below: '{name} is below the DNAME at {above}, so this record is never answered: NSD and Knot refuse the zone.',
    },
  },
  'dname/loop': {
    severity: 'error',
    source: 'RFC 6672 §2.2',
    summary: 'DNAME into its own subtree',
    messages: {
      inside: '{name} is redirected to {target}, at or below itself, so nothing there resolves.',
    },
  },
  'dname/multiple': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 6672 §2.4',
    summary: 'Multiple DNAME records at one name',
    messages: {
      second: '{name} is already redirected to {first}; a second DNAME makes servers refuse the zone.',
    },
  },
});
