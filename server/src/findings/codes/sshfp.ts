import { codes } from '../code.ts';

export const sshfpCodes = codes({
  'sshfp/algo': {
    severity: 'warning',
    source: 'RFC 4255 §3.1.1',
    summary: 'Unassigned or retired key algorithm in an SSHFP record',
    messages: {
      unknown: "Key algorithm {algorithm} isn't assigned, so clients ignore this record.",
      dsa: 'Algorithm 2 is DSA, which OpenSSH no longer supports: clients ignore this record.',
    },
    severities: { dsa: 'information' },
  },
  'sshfp/fptype': {
    severity: 'warning',
    source: 'RFC 6594 §3.1',
    summary: 'Unassigned fingerprint type in an SSHFP record',
    messages: {
      unknown: "Fingerprint type {type} isn't assigned, so clients ignore this record.",
    },
  },
  'sshfp/hex': {
    severity: 'error',
    bind: 'error',
    fix: 'safe',
    source: 'RFC 4255 §3.2',
    summary: 'Invalid hexadecimal in an SSHFP record',
    messages: {
      character: '"{character}" in {field} isn\'t a hexadecimal digit: BIND refuses the zone.',
      odd: 'This is an odd number of hexadecimal digits ({count}): BIND refuses the zone.',
    },
  },
  'sshfp/length': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 4255 §3.1.3',
    summary: 'SSHFP fingerprint of the wrong length',
    messages: {
      length: 'The {field} is {actual} octets long instead of {expected}: BIND refuses the zone.',
    },
  },
  'sshfp/sha1-only': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 6594 §4.1',
    summary: 'Host key with a SHA-1 fingerprint only',
    messages: {
      only: 'The {algorithm} key of {name} has only a SHA-1 fingerprint, which clients may refuse.',
    },
  },
});
