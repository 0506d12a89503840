import { codes } from '../code.ts';

export const smimeaCodes = codes({
  'smimea/digest-length': {
    severity: 'warning',
    source: 'RFC 6698 §2.1.3',
    summary: 'SMIMEA digest of the wrong length',
    messages: {
      length: 'Matching type {type} requires {expected} octets, but this data has {actual} and matches nothing.',
    },
  },
  'smimea/fields': {
    severity: 'warning',
    source: 'RFC 8162 §2',
    summary: 'Unassigned number in an SMIMEA record',
    messages: {
      unknown: '{field} {value} is unassigned (valid: 0 to {most}), so mail programs ignore this record.',
    },
  },
  'smimea/owner': {
    severity: 'warning',
    source: 'RFC 8162 §3',
    summary: "SMIMEA record at a name that mail programs don't query",
    messages: {
      label: 'Mail programs query HASH._smimecert.DOMAIN, so they never find this certificate at {name}.',
      hash: "{label} isn't a local part's hash (56 hexadecimal digits), so mail programs never find this certificate.",
    },
  },
});
