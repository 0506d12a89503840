import { codes } from '../code.ts';

export const csyncCodes = codes({
  'csync/flags': {
    severity: 'warning',
    source: 'RFC 7477 §2.1.1.2',
    summary: 'Undefined CSYNC flags',
    messages: {
      unknown: 'The flags {flags} include undefined bits, so parents must ignore this record.',
    },
  },
  'csync/multiple': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7477 §2',
    summary: 'Multiple CSYNC records',
    messages: {
      second: '{name} already has a CSYNC record; with more than one, parents must ignore them all.',
    },
  },
  'csync/not-apex': {
    severity: 'warning',
    source: 'RFC 7477 §2',
    summary: 'CSYNC below the apex',
    messages: {
      below: 'Parents look for CSYNC only at {apex}, so they never see {name}.',
    },
  },
  'csync/type-list': {
    severity: 'warning',
    source: 'RFC 7477 §2.1.1.2.1',
    summary: 'Unsupported type in a CSYNC record',
    messages: {
      other: 'Parents copy only NS, A and AAAA records, and may ignore a CSYNC with {types}.',
    },
  },
});
