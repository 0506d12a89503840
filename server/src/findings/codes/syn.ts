import { codes } from '../code.ts';

export const synCodes = codes({
  'syn/3597-hex': {
    severity: 'error', bind: 'error', source: 'RFC 3597 §5',
    summary: 'Invalid hexadecimal after \\#',
    messages: {
      character: '"{character}" isn\'t a hexadecimal digit: BIND refuses the zone.',
      odd: 'This is an odd number of hexadecimal digits ({count}): BIND refuses the zone.',
    },
  },
  'syn/3597-known-type-invalid': {
    severity: 'error', bind: 'error', source: 'RFC 3597 §5',
    summary: 'Invalid octets after \\# for a known type',
    messages: {
      field: 'These {length} octets aren\'t valid {type} data (no valid {field}): BIND refuses the zone.',
      tooLong: 'These {length} octets are {extra} more than {type} data has: BIND refuses the zone.',
    },
  },
  'syn/3597-length': {
    severity: 'error', bind: 'error', source: 'RFC 3597 §5',
    summary: 'Missing or wrong length after \\#',
    messages: {
      missing: '\\# isn\'t followed by a length and hexadecimal octets: BIND refuses the zone.',
      notLength: '"{value}" isn\'t a valid length after \\# (0 to 65535): BIND refuses the zone.',
      differs: 'The length says {expected} octets, but {actual} follow: BIND refuses the zone.',
    },
  },
  'syn/3597-required': {
    severity: 'error', bind: 'error', source: 'RFC 3597 §5',
    summary: 'Missing \\# for a type without a text form',
    messages: {
      text: '{type} data has no common text form and must use \\# (RFC 3597): BIND refuses the zone.',
      missing: 'This {type} record has no data (\\#, a length and hexadecimal octets): BIND refuses the zone.',
    },
  },
  'syn/bad-base64': {
    severity: 'error', bind: 'error', source: 'RFC 4648 §4',
    summary: 'Invalid base64',
    messages: {
      character: '"{character}" in {field} isn\'t a base64 character: BIND refuses the zone.',
      incomplete: 'The {field} is cut off or mistyped: its last base64 group has {left} of four characters. BIND refuses the zone.',
      padding: '"{character}" is out of place: "=" only pads the last four base64 characters of {field}, so BIND refuses the zone.',
      afterEnd: 'The {field} already ends with the "=" before "{character}": BIND refuses the zone.',
      bits: 'The {field} is cut off or mistyped: its last base64 character has bits left over. BIND refuses the zone.',
    },
  },
  'syn/bad-escape': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'RFC 1035 §5.1',
    summary: 'Invalid backslash escape',
    messages: {
      text: '"\\{escape}" isn\'t a valid escape (three digits up to 255): servers refuse the line.',
      name: '"{name}" contains an invalid escape (three digits up to 255): servers refuse the line.',
      found: 'Nothing follows this backslash on its line: servers refuse the line.',
    },
  },
  'syn/bad-hex': {
    severity: 'error', bind: 'error', fix: 'safe', source: 'RFC 4648 §8',
    summary: 'Invalid hexadecimal',
    messages: {
      character: '"{character}" in {field} isn\'t a hexadecimal digit: BIND refuses the zone.',
      odd: 'This is an odd number of hexadecimal digits ({count}): BIND refuses the zone.',
    },
  },
  'syn/bad-number': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1',
    summary: 'Invalid number',
    messages: {
      notNumber: '"{value}" isn\'t a number for {field} ({min} to {max}): BIND refuses the zone.',
    },
  },
  'syn/behind-type': {
    severity: 'error', bind: 'error', fix: 'safe', source: 'RFC 1035 §5.1',
    summary: 'Class or TTL after the type, or a repeated type',
    messages: {
      class: 'Class {text} comes after the type: servers read it as {type} data and refuse the line.',
      ttl: 'TTL {text} comes after the type: servers read it as {type} data and refuse the line.',
      twice: 'The type {type} is repeated: servers read the second one as data and refuse the line.',
    },
  },
  'syn/bit-label': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'RFC 6891 §5',
    summary: 'Obsolete bit-string label',
    messages: {
      name: 'A label that starts with "\\[" is an obsolete bit-string label ("bad label type"): BIND refuses the zone.',
    },
  },
  'syn/bom': {
    severity: 'error', bind: 'error', fix: 'safe', source: 'RFC 1035 §5.1',
    summary: 'UTF-8 byte order mark',
    messages: {
      found: 'This invisible byte order mark joins the next word: servers refuse the line or serve another name.',
    },
  },
  'syn/class-mismatch': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'RFC 1035 §5.2',
    summary: 'Record in a different class than its zone',
    messages: {
      soa: 'This zone is in class {class}: servers refuse it unless their configuration sets that class.',
      mismatch: 'Class {class} isn\'t the zone\'s class, {zone}: servers refuse the file.',
    },
  },
  'syn/class-number': {
    severity: 'warning', fix: 'safe', source: 'RFC 3597 §5',
    summary: 'CLASS1 instead of IN',
    messages: {
      known: '{text} means IN: BIND and NSD accept it, but Knot and PowerDNS refuse the zone file.',
    },
  },
  'syn/control-char': {
    severity: 'warning', bind: 'error', fix: 'safe', source: 'RFC 1035 §5.1',
    summary: 'Raw control character',
    messages: {
      refused: 'This is an invisible control character ({escape}): servers refuse the record.',
      published: 'This is an invisible control character ({escape}): it\'s published as part of the word.',
    },
    severities: { refused: 'error' },
  },
  'syn/crlf': {
    severity: 'information', profile: 'strict', source: 'practice',
    summary: 'CR LF line endings',
    messages: {
      crlf: 'The lines of this file end in CR LF: Knot refuses it, other servers accept it.',
    },
  },
  'syn/empty-label': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'RFC 1034 §3.1',
    summary: 'Empty label in a name',
    messages: {
      name: '"{name}" contains an empty label: BIND refuses the zone.',
    },
  },
  'syn/escaped-semicolon': {
    severity: 'hint', profile: 'all', fix: 'safe', source: 'RFC 1035 §5.1',
    summary: 'Needless backslash before a quoted semicolon',
    messages: {
      needless: 'Inside quotation marks a semicolon needs no backslash, and some web forms publish it.',
    },
  },
  'syn/extra-rdata': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'RFC 1035 §5.1',
    summary: 'Record with too many fields',
    messages: {
      extra: '"{text}" is one field too many for {type}: servers refuse the record.',
      several: 'Each {type} record holds one value, so servers refuse "{text}" and the line with it.',
      record: '"{text}" is a second record ({second}) on this line: servers read it as {type} data and refuse the line.',
    },
  },
  'syn/file-too-large': {
    severity: 'warning', source: 'practice',
    summary: 'Included file that exceeds the size limit',
    messages: {
      found: '{file} is too large to read here, so it wasn\'t checked.',
    },
  },
  'syn/hash-comment': {
    severity: 'error', bind: 'error', fix: 'safe', source: 'RFC 1035 §5.1',
    summary: 'Comment that starts with "#"',
    messages: {
      line: 'Only ";" starts a comment, not "{sign}": servers read this as a record and refuse it.',
      behind: 'Only ";" starts a comment, not "{sign}": servers read this as data and refuse the record.',
      owner: 'Only ";" starts a comment, not "{sign}": servers serve this record at "{name}".',
      inText: 'Only ";" starts a comment, not "{sign}": this is published as part of the text.',
    },
    severities: { owner: 'warning', inText: 'warning' },
  },
  'syn/include-cycle': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1',
    summary: 'Circular $INCLUDE',
    messages: {
      found: '{file} includes itself, directly or through other files: servers read it forever or refuse the zone.',
    },
  },
  'syn/include-depth': {
    severity: 'error', source: 'practice',
    summary: '$INCLUDE nested too deeply',
    messages: {
      found: '{file} is more than 30 files deep, surely by mistake: it wasn\'t read.',
    },
  },
  'syn/include-directory': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1',
    summary: '$INCLUDE of a folder',
    messages: {
      found: '{file} is a folder, not a file: servers refuse the zone.',
    },
  },
  'syn/include-limit': {
    severity: 'warning', source: 'practice',
    summary: 'More included files than Zonewright reads',
    messages: {
      found: 'The zone includes more than {most} files, or too much text: {file} isn\'t read, and its records are missing from every check.',
    },
  },
  'syn/include-missing': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1',
    summary: '$INCLUDE of a missing file',
    messages: {
      found: '{file} doesn\'t exist: servers refuse the zone.',
      missing: '$INCLUDE has no file name: servers refuse the line.',
    },
  },
  'syn/include-origin': {
    severity: 'warning', fix: 'unsafe', source: 'RFC 1035 §5.1',
    summary: '$INCLUDE origin without a final dot',
    messages: {
      relative: 'Without a final dot this origin means {becomes}, which completes every relative name in the file.',
    },
  },
  'syn/include-outside-root': {
    severity: 'warning', source: 'practice',
    summary: '$INCLUDE of a file outside the workspace',
    messages: {
      found: '{file} is outside the open folders, so it wasn\'t read or checked.',
    },
  },
  'syn/include-unreadable': {
    severity: 'warning', source: 'practice',
    summary: 'Included file that can\'t be read',
    messages: {
      special: '{file} isn\'t a regular file, so its records weren\'t checked.',
      unreadable: '{file} can\'t be opened, so its records weren\'t checked.',
      foreign: '{file} doesn\'t read like a zone file, so it wasn\'t read.',
      unanswered: 'The file system of {file} doesn\'t answer, so its records weren\'t checked.',
    },
  },
  'syn/inherited-owner-surprise': {
    severity: 'warning', profile: 'strict', bind: 'warning', fix: 'safe', source: 'BIND',
    summary: 'Owner name inherited across $ORIGIN or $INCLUDE',
    messages: {
      afterOrigin: 'This record inherits {owner}, the last owner name before $ORIGIN changed.',
      afterInclude: 'This record inherits {owner}, the last owner name before $INCLUDE.',
    },
  },
  'syn/label-too-long': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §2.3.4',
    summary: 'Label over 63 octets',
    messages: {
      name: 'This label of "{name}" is longer than 63 octets: BIND refuses the zone.',
    },
  },
  'syn/leading-space': {
    severity: 'error', bind: 'error', fix: 'safe', source: 'RFC 1035 §5.1',
    summary: 'Indented owner name or directive',
    messages: {
      owner: '"{text}" is indented, so servers expect a type instead of an owner name and refuse the line.',
      directive: '{text} is indented, so servers expect a type instead of a directive and refuse the line.',
    },
  },
  'syn/lone-cr': {
    severity: 'warning', source: 'RFC 1035 §5.1',
    summary: 'Carriage return without a line feed',
    messages: {
      found: 'BIND treats this lone carriage return as a new line, other servers don\'t.',
    },
  },
  'syn/merge-marker': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'practice',
    summary: 'Unresolved merge conflict',
    messages: {
      refused: '"{marker}" is a merge conflict marker: servers refuse the file.',
      published: '"{marker}" is a merge conflict marker that became part of a record.',
    },
    severities: { published: 'warning' },
  },
  'syn/meta-type': {
    severity: 'error', bind: 'error', source: 'RFC 6895 §3.1',
    summary: 'Query type in a zone file',
    messages: {
      meta: '{type} exists in queries and messages, never as data: BIND refuses the zone.',
    },
  },
  'syn/missing-indent': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'RFC 1035 §5.1',
    summary: 'Unindented line without an owner name',
    messages: {
      refused: '"{text}" is in the first column, so it\'s read as an owner name, and servers refuse "{next}".',
      served: '"{text}" is in the first column, so it\'s read as an owner name: this record belongs to {name}.',
    },
    severities: { served: 'warning' },
  },
  'syn/missing-rdata': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1',
    summary: 'Incomplete record',
    messages: {
      field: 'This {type} record has no {field} ({label}): BIND refuses the zone.',
      type: 'The record ends after "{text}": its type and data are missing.',
    },
  },
  'syn/mixed-indentation': {
    severity: 'hint', profile: 'all', source: 'practice',
    summary: 'Indent of both spaces and tabs',
    messages: {
      mixed: 'This line is indented with both spaces and tabs: its column depends on the tab width.',
    },
  },
  'syn/name-character': {
    severity: 'warning', profile: 'strict', fix: 'safe', source: 'RFC 1035 §5.1',
    summary: 'Character in a name that Knot DNS refuses',
    messages: {
      raw: '{character} in {name} has no backslash: BIND and NSD accept it, but Knot refuses the line.',
    },
  },
  'syn/name-too-long': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §2.3.4',
    summary: 'Name over 255 octets, origin included',
    messages: {
      name: '"{name}" is longer than 255 octets with the origin added: BIND refuses the zone.',
    },
  },
  'syn/nested-paren': {
    severity: 'warning', fix: 'safe', source: 'RFC 1035 §5.1',
    summary: 'Parenthesis inside parentheses',
    messages: {
      found: 'Parentheses don\'t nest: NSD and Knot refuse a second "(" before the first is closed.',
    },
  },
  'syn/no-final-newline': {
    severity: 'information', profile: 'strict', bind: 'warning', fix: 'safe', source: 'BIND',
    summary: 'Missing line ending at the end of the file',
    messages: {
      none: 'The last line has no line ending: BIND warns, and programs that append to the file spoil this record.',
    },
  },
  'syn/no-owner': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'RFC 1035 §5.1',
    summary: 'First record of the file without an owner name',
    messages: {
      noOwner: 'This line is indented, but there\'s no earlier owner name to inherit: servers refuse it.',
    },
  },
  'syn/no-ttl': {
    severity: 'error', bind: 'error', fix: 'safe', source: 'RFC 2308 §4',
    summary: 'Record without a TTL or an earlier $TTL',
    messages: {
      none: 'This record has no TTL, and no $TTL or earlier TTL gives one: servers refuse it.',
      soaMinimum: 'There\'s no $TTL above, so BIND uses the last SOA field, {ttl} seconds; NSD and Knot don\'t.',
      borrowed: 'There\'s no TTL here and no $TTL above: BIND warns and reuses the last TTL ({ttl}), NSD and Knot use 3600.',
      windows: 'There\'s no $TTL above: Windows DNS and BIND use the last SOA field, {ttl} seconds; NSD and Knot don\'t.',
    },
    severities: { soaMinimum: 'warning', borrowed: 'warning', windows: 'information' },
  },
  'syn/non-ascii': {
    severity: 'warning', fix: 'safe', source: 'RFC 5890 §2.3.2.1',
    summary: 'Non-ASCII character in a name',
    messages: {
      name: '"{name}" isn\'t ASCII: servers keep its raw bytes, but clients ask for {ascii}.',
      noLabel: '"{name}" isn\'t ASCII or a valid international name: clients never ask for its raw bytes.',
      notText: 'This name isn\'t valid UTF-8: clients never ask for its raw bytes.',
    },
  },
  'syn/non-ascii-text': {
    severity: 'warning', profile: 'strict', fix: 'safe', source: 'RFC 1035 §5.1',
    summary: 'Non-ASCII character in a text',
    messages: {
      text: 'This text isn\'t ASCII: BIND and NSD publish its bytes, but Knot refuses the line.',
    },
  },
  'syn/nul': {
    severity: 'error', bind: 'error', fix: 'safe', source: 'RFC 1035 §5.1',
    summary: 'NUL octet',
    messages: {
      refused: 'This is a NUL octet, as in a damaged or UTF-16 file: BIND refuses the line.',
      published: 'This text contains a NUL octet, as in a damaged file: many programs stop reading there.',
    },
    severities: { published: 'warning' },
  },
  'syn/obsolete-type-in-text': {
    severity: 'error', bind: 'error', fix: 'safe', source: 'RFC 1035 §3.3.4',
    summary: 'MD or MF in a zone file',
    messages: {
      refused: 'MX replaced {type} in 1986: BIND refuses the zone.',
    },
  },
  'syn/paren-first': {
    severity: 'warning', fix: 'safe', source: 'RFC 1035 §5.1',
    summary: 'Parenthesis at the start of a record',
    messages: {
      found: 'The record starts with a parenthesis: BIND accepts it, NSD and usually Knot refuse the line.',
    },
  },
  'syn/private-key': {
    severity: 'error', bind: 'error', source: 'RFC 6781 §3.4.3',
    summary: 'Private key in a zone file',
    messages: {
      line: 'This line belongs to a private key: servers refuse the file, and its readers can sign for the zone.',
    },
  },
  'syn/quote-adjacent': {
    severity: 'warning', fix: 'unsafe', source: 'RFC 1035 §5.1',
    summary: 'Missing space around a quoted string',
    messages: {
      found: '{text} touches the word before it: BIND reads two strings, Knot refuses the line, and so does NSD except in TXT.',
    },
  },
  'syn/quoted-value': {
    severity: 'error', bind: 'error', fix: 'safe', source: 'RFC 1035 §5.1',
    summary: 'Quotation marks around something other than text',
    messages: {
      quoted: '"{value}" is quoted, but the {field} is {label}: BIND refuses the record.',
      directive: '{text} is quoted: BIND still reads the directive, but NSD and Knot refuse the line.',
      owner: 'The owner name {text} is quoted: BIND and NSD accept it, but Knot refuses the line.',
      emptyOwner: '{text} isn\'t a valid owner name: servers refuse the line.',
      generate: '"{text}" is quoted: BIND allows quotes in $GENERATE only around the data, and refuses this line.',
      name: '"{text}" is a name in quotation marks: servers refuse the line.',
    },
    severities: { owner: 'warning', directive: 'warning' },
  },
  'syn/rdata-out-of-range': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §3.3',
    summary: 'Number out of range',
    messages: {
      range: '"{value}" is out of range for {field} ({min} to {max}): BIND refuses the zone.',
    },
  },
  'syn/record-too-large': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §3.2.1',
    summary: 'Record data over 65535 octets',
    messages: {
      tooLarge: 'This {type} record has {length} octets of data, but at most 65535 fit: BIND refuses the zone.',
    },
  },
  'syn/slash-comment': {
    severity: 'error', bind: 'error', fix: 'safe', source: 'RFC 1035 §5.1',
    summary: 'Comment that starts with "//" or "/*"',
    messages: {
      line: 'Only ";" starts a comment, not "{sign}": servers read this as a record and refuse it.',
      behind: 'Only ";" starts a comment, not "{sign}": servers read this as data and refuse the record.',
      owner: 'Only ";" starts a comment, not "{sign}": servers serve this record at "{name}".',
      inText: 'Only ";" starts a comment, not "{sign}": this is published as part of the text.',
    },
    severities: { owner: 'warning', inText: 'warning' },
  },
  'syn/smart-quote': {
    severity: 'error', bind: 'error', fix: 'safe', source: 'practice',
    summary: 'Typographic or invisible character in place of a plain one',
    messages: {
      refused: 'This is {name}, not {plain}: servers refuse the record.',
      mail: 'This is {name}, not {plain}: it becomes part of the text, and mail servers ignore the record.',
      published: 'This is {name}, not {plain}: it\'s published as part of the record.',
      inString: 'This is {name}, not {plain}: programs that read this text don\'t treat the two alike.',
      refusedUnseen: 'There\'s {name} here: servers refuse the record.',
      mailUnseen: 'There\'s {name} here: it becomes part of the text, and mail servers ignore the record.',
      publishedUnseen: 'There\'s {name} here: it\'s published as part of the record, and lookups don\'t match.',
      inStringUnseen: 'There\'s {name} in this text: programs that read it trip over it.',
    },
    severities: { published: 'warning', publishedUnseen: 'warning', inString: 'warning', inStringUnseen: 'warning' },
  },
  'syn/split-group': {
    severity: 'warning', profile: 'strict', fix: 'safe', source: 'RFC 4648 §4',
    summary: 'Space or line break inside a group of base64 or hexadecimal digits',
    messages: {
      base64: 'This space splits a group of four after {count} base64 characters: Knot refuses the record, BIND and NSD don\'t.',
      hex: 'This space splits an octet after {count} hexadecimal digits: Knot refuses the record, BIND and NSD don\'t.',
    },
  },
  'syn/tab-in-quoted': {
    severity: 'hint', profile: 'strict', fix: 'unsafe', source: 'RFC 1035 §5.1',
    summary: 'Tab inside a quoted string',
    messages: {
      tab: 'This string contains a tab, which looks like spaces but is published as a tab.',
    },
  },
  'syn/template-left': {
    severity: 'error', bind: 'error', source: 'practice',
    summary: 'Unfilled template variable',
    messages: {
      refused: '"{text}" looks like a template variable that was never filled in: servers refuse the record.',
      published: '"{text}" looks like a template variable that was never filled in: it\'s published as is.',
      template: '"{text}" and the file name show that this is a template: check the zone that is made from it.',
    },
    severities: { published: 'warning', template: 'information' },
  },
  'syn/trailing-space': {
    severity: 'hint', profile: 'all', fix: 'safe', source: 'practice',
    summary: 'Trailing white space',
    messages: {
      blank: 'Trailing white space has no effect, but shows up as a change when removed.',
    },
  },
  'syn/ttl-bad': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'RFC 1035 §5.1',
    summary: 'Invalid TTL or time',
    messages: {
      timer: '"{value}" isn\'t a valid time for {field}: BIND refuses the zone.',
      header: '"{text}" isn\'t a valid TTL: servers refuse the line. Did you mean {near}?',
      headerPlain: '"{text}" isn\'t a valid TTL: servers refuse the line.',
      apart: 'The space inside this TTL splits it into two words: servers refuse the line.',
      second: '"{text}" is a second number before the type, after TTL {first}: servers refuse the line.',
    },
  },
  'syn/ttl-class-order': {
    severity: 'hint', profile: 'all', fix: 'safe', source: 'RFC 1035 §5.1',
    summary: 'Class before the TTL',
    messages: {
      classFirst: 'Class {class} comes before TTL {ttl}: it\'s allowed, but servers print the TTL first.',
    },
  },
  'syn/ttl-range': {
    severity: 'warning', bind: 'warning', source: 'RFC 2181 §8',
    summary: 'TTL over 2147483647 seconds',
    messages: {
      zero: 'TTL {ttl} is over the maximum of 2147483647: BIND treats it as 0.',
      overflow: '{text} is over 32 bits, and a TTL is at most 2147483647: BIND refuses the line.',
    },
    severities: { overflow: 'error' },
  },
  'syn/ttl-units-mixed': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'BIND',
    summary: 'Missing unit on the last number of a time',
    messages: {
      near: 'The last number in "{text}" has no unit: servers refuse the line. Did you mean {near}?',
      plain: 'The last number in "{text}" has no unit: servers refuse the line.',
    },
  },
  'syn/type-alias': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'practice',
    summary: 'Record type of a DNS provider\'s own',
    messages: {
      alias: '{type} isn\'t a DNS record type but a provider\'s way to publish addresses: every server refuses it.',
      provider: '{type} isn\'t a DNS record type but a feature of some providers: every server refuses it.',
    },
  },
  'syn/type-is-known': {
    severity: 'hint', profile: 'strict', fix: 'safe', source: 'RFC 3597 §5',
    summary: 'TYPEnnn instead of the type\'s name',
    messages: {
      known: '{text} is {type}: under its name, the record can be read and checked.',
    },
  },
  'syn/type-number': {
    severity: 'error', bind: 'error', source: 'RFC 3597 §5',
    summary: 'Type number over 65535',
    messages: {
      number: '{text} isn\'t a record type: type numbers end at 65535, so servers refuse the line.',
    },
  },
  'syn/unbalanced-paren-close': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'RFC 1035 §5.1',
    summary: 'Closing parenthesis without an opening one',
    messages: {
      found: 'This ")" closes nothing: servers refuse the file.',
    },
  },
  'syn/unbalanced-paren-open': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'RFC 1035 §5.1',
    summary: 'Unclosed parenthesis',
    messages: {
      found: 'This parenthesis is never closed: it swallows what follows, and servers refuse the file.',
    },
  },
  'syn/unknown-class': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'RFC 1035 §3.2.4',
    summary: 'Unknown class',
    messages: {
      near: '"{text}" isn\'t a class: servers refuse the line. Did you mean {near}?',
      number: '{text} isn\'t a class: class numbers end at 65535, so servers refuse the line.',
      second: '{text} is a second class before the type: servers refuse the line.',
    },
  },
  'syn/unknown-mnemonic': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'RFC 1035 §5.1',
    summary: 'Unknown word for a field',
    messages: {
      unknown: '"{value}" isn\'t a known value of {field} ({label}): BIND refuses the zone.',
      near: '"{value}" isn\'t a known value of {field} (did you mean {near}?): BIND refuses the zone.',
    },
  },
  'syn/unknown-type': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'RFC 1035 §5.1',
    summary: 'Unknown or missing record type',
    messages: {
      inRdata: '"{value}" in {field} isn\'t a record type: BIND refuses the zone.',
      inRdataNear: '"{value}" in {field} isn\'t a record type (did you mean {near}?): BIND refuses the zone.',
      unknown: '"{text}" isn\'t a record type, class or TTL: servers refuse the line.',
      near: '"{text}" isn\'t a record type, class or TTL: servers refuse the line. Did you mean {near}?',
      between: '"{text}", between owner name and {type}, is neither TTL nor class: servers refuse the line.',
      address: '{text} is an address without a type before it: servers refuse the line.',
      string: 'This string has no type before it: servers refuse the line.',
      hosts: '{text} is an address in the place of a name, as in a hosts file: servers refuse the line.',
      update: '"{text}" is an nsupdate command: servers refuse the line.',
      delete: '"{text}" is an nsupdate command: servers refuse the line.',
      preference: '"{text}" isn\'t a record type: servers refuse the line. Is MX missing before {preference}?',
      quotedType: 'The type {near} is in quotation marks: servers refuse the line.',
    },
  },
  'syn/unquoted-string': {
    severity: 'hint', profile: 'all', fix: 'safe', source: 'RFC 1035 §5.1',
    summary: 'Unquoted string that some servers refuse',
    messages: {
      plain: '{text} is an unquoted string: BIND, NSD and Knot accept it, but PowerDNS refuses the record.',
      sign: '{text} is an unquoted string: NSD misreads its first character and refuses the record.',
    },
  },
  'syn/unquoted-value': {
    severity: 'error', bind: 'error', fix: 'safe', source: 'RFC 7553 §4.4',
    summary: 'Missing quotation marks around a text',
    messages: {
      unquoted: '{value} isn\'t quoted: BIND refuses the record.',
    },
  },
  'syn/unterminated-quote': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'RFC 1035 §5.1',
    summary: 'Unclosed quotation mark',
    messages: {
      found: 'The string starting with {text} isn\'t closed on its line: servers refuse the file.',
      lone: 'This quotation mark opens a string that isn\'t closed on its line: servers refuse the file.',
    },
  },
  'syn/windows-age': {
    severity: 'error', bind: 'error', fix: 'unsafe', source: 'practice',
    summary: 'Windows DNS timestamp',
    messages: {
      windows: '{text} is when the record was last refreshed: only Windows DNS reads it, other servers refuse the file.',
      refused: '{text} is a Windows DNS timestamp: other servers refuse the line.',
    },
    severities: { windows: 'information' },
  },
  'syn/windows-type': {
    severity: 'error', bind: 'error', source: 'practice',
    summary: 'Windows DNS record type',
    messages: {
      windows: '{type} makes Windows DNS ask NetBIOS name servers. No other server knows it or loads this file.',
      refused: '{type} is a Windows DNS type: other servers refuse the line.',
    },
    severities: { windows: 'information' },
  },
});
