import { codes } from '../code.ts';

export const configCodes = codes({
  'config/bad-line': {
    severity: 'error',
    source: 'Knot',
    summary: 'Invalid line in knot.conf',
    messages: {
      line: 'This line is neither "key: value" nor a comment, so Knot refuses the whole configuration. Check the colon and the space after it.',
    },
  },
  'config/bad-zone-name': {
    severity: 'error',
    source: 'BIND, NSD, Knot',
    summary: 'Invalid zone name',
    messages: {
      name: '"{name}" isn\'t a valid domain name, so {server} refuses the whole configuration. Write the zone\'s apex, such as "example.com".',
    },
  },
  'config/duplicate-zone': {
    severity: 'error',
    source: 'BIND, NSD, Knot',
    summary: 'Duplicate zone definition',
    messages: {
      twice: 'Zone {apex} is defined twice, so {server} refuses the whole configuration.',
      inView: 'Zone {apex} is defined twice in the same view, so BIND refuses the whole configuration.',
    },
  },
  'config/include-cycle': {
    severity: 'error',
    source: 'BIND, NSD, Knot',
    summary: 'Include cycle',
    messages: {
      cycle:
        '"{file}" leads back to a file that\'s already being read, so the server doesn\'t start. Remove this include.',
    },
  },
  'config/include-depth': {
    severity: 'warning',
    source: 'Zonewright',
    summary: 'Includes nested too deeply',
    messages: {
      deep: 'Includes are nested more than {limit} levels deep, so "{file}" isn\'t read and its zones aren\'t known.',
    },
  },
  'config/include-missing': {
    severity: 'information',
    source: 'Zonewright',
    summary: "Included file that isn't available",
    messages: {
      missing:
        'The included file "{file}" isn\'t available, so its zones aren\'t known. Open its folder too, or correct the path.',
    },
  },
  'config/indent': {
    severity: 'error',
    source: 'Knot',
    summary: 'Inconsistent indentation in knot.conf',
    messages: {
      indent:
        'This line is indented by {column} spaces, but the others in its block by {expected}: Knot refuses the whole configuration.',
    },
  },
  'config/missing-blank': {
    severity: 'error',
    source: 'NSD',
    summary: 'Missing space after a colon in nsd.conf',
    messages: {
      blank: 'A space is missing after "{name}:", so NSD reads this as one word and refuses the whole configuration.',
    },
  },
  'config/missing-semicolon': {
    severity: 'error',
    source: 'BIND',
    summary: 'Missing semicolon in named.conf',
    messages: {
      semicolon: 'A ";" is missing after {before}: BIND refuses the whole configuration.',
    },
  },
  'config/no-file': {
    severity: 'error',
    source: 'BIND',
    summary: 'Primary zone without a file',
    messages: {
      file: 'Zone "{zone}" is a primary without "file", so BIND refuses the whole configuration. Add file "…";.',
    },
  },
  'config/no-name': {
    severity: 'error',
    source: 'NSD',
    summary: 'Zone or pattern without a name in nsd.conf',
    messages: {
      zone: 'This zone has no "name:", so NSD refuses the whole configuration. Add it.',
      pattern: 'This pattern has no "name:", so NSD refuses the whole configuration. Add it.',
    },
  },
  'config/no-type': {
    severity: 'error',
    source: 'BIND',
    summary: 'Zone without a type in named.conf',
    messages: {
      type: 'Zone "{zone}" has no "type", so BIND refuses the whole configuration. Add, for example, "type primary;".',
    },
  },
  'config/stray-brace': {
    severity: 'error',
    source: 'BIND',
    summary: 'Unmatched closing brace',
    messages: {
      brace: 'This "}" closes nothing, so BIND refuses the whole configuration. Perhaps a "{" is missing before it.',
    },
  },
  'config/tab': {
    severity: 'error',
    source: 'Knot',
    summary: 'Tab indentation in knot.conf',
    messages: {
      tab: "Knot doesn't allow tabs as indentation and refuses the whole configuration. Use spaces.",
    },
  },
  'config/unclosed-block': {
    severity: 'error',
    source: 'BIND',
    summary: 'Unclosed brace',
    messages: {
      before:
        'The "{" of this {owner} isn\'t closed before the next {next}: BIND refuses the whole configuration. Add "};" at its end.',
      never: 'This "{" is never closed, so BIND refuses the whole configuration. Add "};" where the block ends.',
    },
  },
  'config/unclosed-comment': {
    severity: 'error',
    source: 'BIND',
    summary: 'Unclosed comment',
    messages: {
      comment: 'This comment has no "*/" and swallows the rest of the file: BIND refuses the configuration.',
    },
  },
  'config/unclosed-string': {
    severity: 'error',
    source: 'BIND, NSD, Knot',
    summary: 'Unclosed string',
    messages: {
      refused: 'This string has no closing quote on its line: {server} refuses the whole configuration.',
      runsOn: 'This string has no closing quote on its line, so NSD reads what follows as part of it.',
    },
  },
  'config/unexpected-word': {
    severity: 'error',
    source: 'NSD',
    summary: 'Stray word in nsd.conf',
    messages: {
      word: '"{word}" doesn\'t belong to an attribute, so NSD refuses the whole configuration. Remove it.',
      glued:
        '"{word}" doesn\'t belong to an attribute, so NSD refuses the whole configuration. Put a space after "{name}".',
    },
  },
  'config/unknown-pattern': {
    severity: 'error',
    source: 'NSD',
    summary: 'Undefined pattern in nsd.conf',
    messages: {
      unknown:
        'There\'s no pattern "{name}" above, so NSD refuses the whole configuration. Define it before this zone.',
      didYouMean: 'There\'s no pattern "{name}" above, so NSD refuses the whole configuration. Did you mean "{meant}"?',
    },
  },
  'config/unknown-template': {
    severity: 'error',
    source: 'Knot',
    summary: 'Undefined template in knot.conf',
    messages: {
      unknown: 'There\'s no template "{name}", so Knot refuses the whole configuration. Define it before this zone.',
      didYouMean: 'There\'s no template "{name}", so Knot refuses the whole configuration. Did you mean "{meant}"?',
    },
  },
  'config/unknown-type': {
    severity: 'error',
    source: 'BIND',
    summary: 'Unknown zone type in named.conf',
    messages: {
      unknown: '"{type}" isn\'t a zone type, so BIND refuses the whole configuration.',
      didYouMean: '"{type}" isn\'t a zone type, so BIND refuses the whole configuration. Did you mean "{meant}"?',
    },
  },
  'config/unknown-view': {
    severity: 'error',
    source: 'BIND',
    summary: 'Undefined view in named.conf',
    messages: {
      unknown: 'There\'s no view "{view}" before this one, so BIND refuses the whole configuration.',
    },
  },
  'config/zone-file': {
    severity: 'error',
    source: 'BIND, NSD, Knot',
    summary: 'Unreadable zone file',
    messages: {
      unreadable: "The file of {zone}, {file}, {why}, so the server can't load the zone.",
    },
  },
  'config/zone-outside-view': {
    severity: 'error',
    source: 'BIND',
    summary: 'Zone outside every view',
    messages: {
      outside: 'Zone "{zone}" is outside every view, though there are views: BIND refuses the whole configuration.',
    },
  },
});
