import { codes } from '../code.ts';

export const hostCodes = codes({
  'host/all-numeric-tld': {
    severity: 'warning',
    source: 'RFC 1123 §2.1',
    summary: 'Host name that ends in a number',
    messages: {
      number: "{name} ends in {label}, which isn't a top-level domain: programs treat the name as an address.",
    },
  },
  'host/bad-alabel': {
    severity: 'warning',
    source: 'RFC 5891 §4.2.2',
    summary: 'Invalid internationalized label',
    messages: {
      broken: '"{label}" starts with "xn--" but doesn\'t decode: browsers show an error or the raw text.',
    },
  },
  'host/bad-char': {
    severity: 'warning',
    bind: 'warning',
    source: 'RFC 1123 §2.1',
    summary: 'Character other than a letter, digit or hyphen in a host name',
    messages: {
      owner: '"{label}" in {name} isn\'t just letters, digits and "-": BIND warns, and programs won\'t look it up.',
      target: '"{label}" in {name} has characters that {what} can\'t have: BIND warns, and programs won\'t look it up.',
      apex: 'Every host here has "{label}" in its name, with characters that BIND warns about: programs won\'t look them up.',
    },
  },
  'host/double-hyphen': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 5891 §4.2.3.1',
    summary: 'Hyphens as third and fourth character of a label',
    messages: {
      hyphens:
        '"{label}" has hyphens in third and fourth place, reserved for encodings like "xn--": registries refuse it.',
    },
  },
  'host/hyphen-edge': {
    severity: 'warning',
    bind: 'warning',
    source: 'RFC 1123 §2.1',
    summary: 'Hyphen at the start or end of a host name',
    messages: {
      owner: '"{label}" in {name} starts or ends with "-": BIND warns, and some programs won\'t look it up.',
      target:
        '"{label}" in {name} starts or ends with "-", which {what} can\'t: BIND warns, and some programs won\'t look it up.',
      apex: 'Every host here has "{label}" in its name, with "-" at its edge: BIND warns, and some programs won\'t look them up.',
    },
  },
  'host/underscore': {
    severity: 'warning',
    bind: 'warning',
    source: 'RFC 1123 §2.1',
    summary: 'Underscore in a host name',
    messages: {
      owner: '"{label}" in {name} has an underscore: BIND warns, and some programs won\'t look it up.',
      target:
        '"{label}" in {name} has an underscore, which {what} can\'t have: BIND warns, and some programs won\'t look it up.',
      apex: 'Every host here has "{label}" in its name, with an underscore: BIND warns, and some programs won\'t look them up.',
    },
  },
});
