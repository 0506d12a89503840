import { codes } from '../code.ts';

export const nsecCodes = codes({
  'nsec/bitmap': {
    severity: 'warning',
    source: 'RFC 4034 §4.1.2',
    summary: "NSEC type list that doesn't match the records",
    messages: {
      missing: "The NSEC record doesn't list {types}, so validators treat those records of {name} as forged.",
      extra: "The NSEC record lists {types}, which {name} doesn't have: the zone changed after signing.",
    },
  },
  'nsec/chain': {
    severity: 'warning',
    source: 'RFC 4034 §4.1.1',
    summary: 'Broken NSEC chain',
    messages: {
      nowhere: 'The chain breaks here: {next} has no NSEC record, so nothing proves what exists after {name}.',
      skips: "{other} is between {name} and {next}, so validators see proof that it doesn't exist.",
      backwards: '{next} comes before {name}, but only the last record goes back, to {apex}.',
    },
  },
  'nsec/missing': {
    severity: 'warning',
    source: 'RFC 4035 §2.3',
    summary: 'Name without an NSEC record in a signed zone',
    messages: {
      none: "{name} has no NSEC record, so validators see proof that it doesn't exist.",
      apex: '{name} has no NSEC or NSEC3PARAM record, so validators refuse every NXDOMAIN of this signed zone.',
    },
  },
  'nsec/multiple': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 4034 §4.1.1',
    summary: 'Multiple NSEC records at one name',
    messages: {
      second: "{name} already has an NSEC record: validators can't know which name comes next.",
    },
  },
});
