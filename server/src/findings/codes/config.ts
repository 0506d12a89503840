import { codes } from '../code.ts';

export const configCodes = codes({
  'config/bad-line': {
    severity: 'error', source: 'Knot',
    summary: 'Invalid line in knot.conf',
    messages: {},
  },
  'config/bad-zone-name': {
    severity: 'error', source: 'BIND, NSD, Knot',
    summary: 'Invalid zone name',
    messages: {},
  },
  'config/duplicate-zone': {
    severity: 'error', source: 'BIND, NSD, Knot',
    summary: 'Duplicate zone definition',
    messages: {},
  },
  'config/include-cycle': {
    severity: 'error', source: 'BIND, NSD, Knot',
    summary: 'Include cycle',
    messages: {},
  },
  'config/include-depth': {
    severity: 'warning', source: 'Zonewright',
    summary: 'Includes nested too deeply',
    messages: {},
  },
  'config/include-missing': {
    severity: 'information', source: 'Zonewright',
    summary: 'Included file that isn\'t available',
    messages: {},
  },
  'config/indent': {
    severity: 'error', source: 'Knot',
    summary: 'Inconsistent indentation in knot.conf',
    messages: {},
  },
  'config/missing-blank': {
    severity: 'error', source: 'NSD',
    summary: 'Missing space after a colon in nsd.conf',
    messages: {},
  },
  'config/missing-semicolon': {
    severity: 'error', source: 'BIND',
    summary: 'Missing semicolon in named.conf',
    messages: {},
  },
  'config/no-file': {
    severity: 'error', source: 'BIND',
    summary: 'Primary zone without a file',
    messages: {},
  },
  'config/no-name': {
    severity: 'error', source: 'NSD',
    summary: 'Zone or pattern without a name in nsd.conf',
    messages: {},
  },
  'config/no-type': {
    severity: 'error', source: 'BIND',
    summary: 'Zone without a type in named.conf',
    messages: {},
  },
  'config/stray-brace': {
    severity: 'error', source: 'BIND',
    summary: 'Unmatched closing brace',
    messages: {},
  },
  'config/tab': {
    severity: 'error', source: 'Knot',
    summary: 'Tab indentation in knot.conf',
    messages: {},
  },
  'config/unclosed-block': {
    severity: 'error', source: 'BIND',
    summary: 'Unclosed brace',
    messages: {},
  },
  'config/unclosed-comment': {
    severity: 'error', source: 'BIND',
    summary: 'Unclosed comment',
    messages: {},
  },
  'config/unclosed-string': {
    severity: 'error', source: 'BIND, NSD, Knot',
    summary: 'Unclosed string',
    messages: {},
  },
  'config/unexpected-word': {
    severity: 'error', source: 'NSD',
    summary: 'Stray word in nsd.conf',
    messages: {},
  },
  'config/unknown-pattern': {
    severity: 'error', source: 'NSD',
    summary: 'Undefined pattern in nsd.conf',
    messages: {},
  },
  'config/unknown-template': {
    severity: 'error', source: 'Knot',
    summary: 'Undefined template in knot.conf',
    messages: {},
  },
  'config/unknown-type': {
    severity: 'error', source: 'BIND',
    summary: 'Unknown zone type in named.conf',
    messages: {},
  },
  'config/unknown-view': {
    severity: 'error', source: 'BIND',
    summary: 'Undefined view in named.conf',
    messages: {},
  },
  'config/zone-file': {
    severity: 'error', source: 'BIND, NSD, Knot',
    summary: 'Unreadable zone file',
    messages: {},
  },
  'config/zone-outside-view': {
    severity: 'error', source: 'BIND',
    summary: 'Zone outside every view',
    messages: {},
  },
});
