import { codes } from '../code.ts';

export const wildCodes = codes({
  'wild/blocked': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 1912 §2.7',
    summary: "Name not covered by a wildcard's MX records",
    messages: {
      mail: "{name} has its own records, so {wildcard} doesn't cover it: its mail goes to its address.",
    },
  },
  'wild/dname': {
    severity: 'warning',
    source: 'RFC 4592 §4.4',
    summary: 'DNAME record at a wildcard',
    messages: {
      wildcard:
        "A DNAME at the wildcard {name} doesn't redirect names below its matches, and servers disagree on what it does.",
    },
  },
  'wild/ds': {
    severity: 'warning',
    source: 'RFC 4592 §4.6',
    summary: 'DS record at a wildcard',
    messages: {
      wildcard: "{name} can't be delegated, so validators never use its DS record.",
    },
  },
  'wild/mx': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 7208 §3.5',
    summary: 'Wildcard MX without an SPF record',
    messages: {
      open: 'Every name that {name} matches accepts mail, but without SPF anyone can send in its name.',
    },
  },
  'wild/nonterminal': {
    severity: 'warning',
    bind: 'warning',
    source: 'RFC 4592 §2.1.1',
    summary: '"*" inside a name',
    messages: {
      inside: 'Only a leading "*" is a wildcard: in {name} it\'s a plain label that clients never ask for.',
    },
  },
  'wild/partial': {
    severity: 'warning',
    source: 'RFC 4592 §2.1.1',
    summary: '"*" beside other characters in a label',
    messages: {
      part: 'Only a lone "*" is a wildcard: "{label}" is a plain label, and {name} answers for no other name.',
    },
  },
  'wild/txt-swallows': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 4592 §2.2.1',
    summary: 'Wildcard TXT that answers for mail names',
    messages: {
      all: '{name} also answers for names such as _dmarc.sub or selector._domainkey.sub: receivers find "{text}" there and treat it as a broken record.',
    },
  },
  'wild/uncovered': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 4592 §2.2.2',
    summary: 'Name taken out of a wildcard by other records',
    messages: {
      empty: '{wildcard} no longer answers for {name}, which exists because of {below} and has no records.',
      bare: '{wildcard} no longer answers for {name}, whose {type} record leaves it without an address.',
    },
  },
});
