import type { ReaderRules } from './table.ts';

/** What is told about the part of a line before the data: owner name, TTL, class and type (RFC 1035 §5.1). */
export const headerRules: ReaderRules = {
  'syn/no-owner': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'First record of the file without an owner name', fix: 'unsafe',
    messages: { noOwner: `This line is indented, but there's no earlier owner name to inherit: servers refuse it.` },
  },
  'syn/leading-space': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Indented owner name or directive', fix: 'safe',
    messages: {
      owner: '"{text}" is indented, so servers expect a type instead of an owner name and refuse the line.',
      directive: '{text} is indented, so servers expect a type instead of a directive and refuse the line.',
    },
  },
  'syn/missing-indent': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Unindented line without an owner name', fix: 'unsafe',
    messages: {
      refused: `"{text}" is in the first column, so it's read as an owner name, and servers refuse "{next}".`,
      served: `"{text}" is in the first column, so it's read as an owner name: this record belongs to {name}.`,
    },
    severities: { served: 'warning' },
  },
  'syn/missing-rdata': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Incomplete record',
    messages: {
      type: 'The record ends after "{text}": its type and data are missing.',
      field: 'This {type} record has no {field} ({label}): BIND refuses the zone.',
    },
  },
  'syn/extra-rdata': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Record with too many fields', fix: 'unsafe',
    messages: {
      extra: '"{text}" is one field too many for {type}: servers refuse the record.',
      several: 'Each {type} record holds one value, so servers refuse "{text}" and the line with it.',
      record: '"{text}" is a second record ({second}) on this line: servers read it as {type} data and refuse the line.',
    },
  },
  'syn/quoted-value': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Quotation marks around something other than text', fix: 'safe', severities: { owner: 'warning', directive: 'warning' },
    messages: {
      directive: '{text} is quoted: BIND still reads the directive, but NSD and Knot refuse the line.',
      owner: 'The owner name {text} is quoted: BIND and NSD accept it, but Knot refuses the line.',
      emptyOwner: `{text} isn't a valid owner name: servers refuse the line.`,
      generate: '"{text}" is quoted: BIND allows quotes in $GENERATE only around the data, and refuses this line.',
      name: '"{text}" is a name in quotation marks: servers refuse the line.',
      quoted: '"{value}" is quoted, but the {field} is {label}: BIND refuses the record.',
    },
  },
  'syn/class-mismatch': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.2', summary: 'Record in a different class than its zone', fix: 'unsafe',
    messages: { soa: 'This zone is in class {class}: servers refuse it unless their configuration sets that class.', mismatch: `Class {class} isn't the zone's class, {zone}: servers refuse the file.` },
  },
  'syn/class-number': {
    severity: 'warning', source: 'RFC 3597 §5', summary: 'CLASS1 instead of IN', fix: 'safe',
    messages: { known: '{text} means IN: BIND and NSD accept it, but Knot and PowerDNS refuse the zone file.' },
  },
  'syn/unknown-class': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §3.2.4', summary: 'Unknown class', fix: 'unsafe',
    messages: {
      near: `"{text}" isn't a class: servers refuse the line. Did you mean {near}?`,
      number: `{text} isn't a class: class numbers end at 65535, so servers refuse the line.`,
      second: '{text} is a second class before the type: servers refuse the line.',
    },
  },
  'syn/ttl-range': {
    severity: 'warning', bind: 'warning', source: 'RFC 2181 §8', summary: 'TTL over 2147483647 seconds', severities: { overflow: 'error' },
    messages: {
      zero: 'TTL {ttl} is over the maximum of 2147483647: BIND treats it as 0.',
      overflow: '{text} is over 32 bits, and a TTL is at most 2147483647: BIND refuses the line.',
    },
  },
  'syn/ttl-bad': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Invalid TTL or time', fix: 'unsafe',
    messages: {
      header: `"{text}" isn't a valid TTL: servers refuse the line. Did you mean {near}?`,
      headerPlain: `"{text}" isn't a valid TTL: servers refuse the line.`,
      apart: 'The space inside this TTL splits it into two words: servers refuse the line.',
      second: '"{text}" is a second number before the type, after TTL {first}: servers refuse the line.',
      timer: `"{value}" isn't a valid time for {field}: BIND refuses the zone.`,
    },
  },
  'syn/ttl-units-mixed': {
    severity: 'error', bind: 'error', source: 'BIND', summary: 'Missing unit on the last number of a time', fix: 'unsafe',
    messages: {
      near: 'The last number in "{text}" has no unit: servers refuse the line. Did you mean {near}?',
      plain: 'The last number in "{text}" has no unit: servers refuse the line.',
    },
  },
  'syn/no-ttl': {
    severity: 'error', bind: 'error', source: 'RFC 2308 §4', summary: 'Record without a TTL or an earlier $TTL', severities: { soaMinimum: 'warning', borrowed: 'warning', windows: 'information' }, fix: 'safe',
    messages: {
      none: 'This record has no TTL, and no $TTL or earlier TTL gives one: servers refuse it.',
      soaMinimum: `There's no $TTL above, so BIND uses the last SOA field, {ttl} seconds; NSD and Knot don't.`,
      borrowed: `There's no TTL here and no $TTL above: BIND warns and reuses the last TTL ({ttl}), NSD and Knot use 3600.`,
      windows: `There's no $TTL above: Windows DNS and BIND use the last SOA field, {ttl} seconds; NSD and Knot don't.`,
    },
  },
  'syn/unknown-type': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Unknown or missing record type', fix: 'unsafe',
    messages: {
      unknown: `"{text}" isn't a record type, class or TTL: servers refuse the line.`,
      near: `"{text}" isn't a record type, class or TTL: servers refuse the line. Did you mean {near}?`,
      between: '"{text}", between owner name and {type}, is neither TTL nor class: servers refuse the line.',
      address: '{text} is an address without a type before it: servers refuse the line.',
      string: 'This string has no type before it: servers refuse the line.',
      hosts: '{text} is an address in the place of a name, as in a hosts file: servers refuse the line.',
      update: '"{text}" is an nsupdate command: servers refuse the line.',
      delete: '"{text}" is an nsupdate command: servers refuse the line.',
      preference: `"{text}" isn't a record type: servers refuse the line. Is MX missing before {preference}?`,
      quotedType: 'The type {near} is in quotation marks: servers refuse the line.',
      inRdata: `"{value}" in {field} isn't a record type: BIND refuses the zone.`,
      inRdataNear: `"{value}" in {field} isn't a record type (did you mean {near}?): BIND refuses the zone.`,
    },
  },
  'syn/behind-type': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Class or TTL after the type, or a repeated type', fix: 'safe',
    messages: {
      class: 'Class {text} comes after the type: servers read it as {type} data and refuse the line.',
      ttl: 'TTL {text} comes after the type: servers read it as {type} data and refuse the line.',
      twice: 'The type {type} is repeated: servers read the second one as data and refuse the line.',
    },
  },
  'syn/type-number': {
    severity: 'error', bind: 'error', source: 'RFC 3597 §5', summary: 'Type number over 65535',
    messages: { number: `{text} isn't a record type: type numbers end at 65535, so servers refuse the line.` },
  },
  'syn/type-alias': {
    severity: 'error', bind: 'error', source: 'practice', summary: `Record type of a DNS provider's own`, fix: 'unsafe',
    messages: {
      alias: `{type} isn't a DNS record type but a provider's way to publish addresses: every server refuses it.`,
      provider: `{type} isn't a DNS record type but a feature of some providers: every server refuses it.`,
    },
  },
  'syn/obsolete-type-in-text': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §3.3.4', summary: 'MD or MF in a zone file', fix: 'safe',
    messages: { refused: 'MX replaced {type} in 1986: BIND refuses the zone.' },
  },
  'syn/type-is-known': {
    severity: 'hint', source: 'RFC 3597 §5', profile: 'strict', summary: `TYPEnnn instead of the type's name`, fix: 'safe',
    messages: { known: '{text} is {type}: under its name, the record can be read and checked.' },
  },
  'syn/windows-age': {
    severity: 'error', bind: 'error', source: 'practice', summary: 'Windows DNS timestamp', severities: { windows: 'information' }, fix: 'unsafe',
    messages: {
      windows: '{text} is when the record was last refreshed: only Windows DNS reads it, other servers refuse the file.',
      refused: '{text} is a Windows DNS timestamp: other servers refuse the line.',
    },
  },
  'syn/windows-type': {
    severity: 'error', bind: 'error', source: 'practice', summary: 'Windows DNS record type', severities: { windows: 'information' },
    messages: {
      windows: '{type} makes Windows DNS ask NetBIOS name servers. No other server knows it or loads this file.',
      refused: '{type} is a Windows DNS type: other servers refuse the line.',
    },
  },
  'syn/inherited-owner-surprise': {
    severity: 'warning', bind: 'warning', source: 'BIND', summary: 'Owner name inherited across $ORIGIN or $INCLUDE', profile: 'strict', fix: 'safe',
    messages: {
      afterOrigin: 'This record inherits {owner}, the last owner name before $ORIGIN changed.',
      afterInclude: 'This record inherits {owner}, the last owner name before $INCLUDE.',
    },
  },
};
