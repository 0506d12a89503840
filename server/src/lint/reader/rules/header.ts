import type { ReaderRules } from './table.ts';

/** What is told about the part of a line before the data: owner name, TTL, class and type (RFC 1035 §5.1). */
export const headerRules: ReaderRules = {
  'syn/no-owner': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'The first record of the file has no owner name.', fix: 'unsafe',
    messages: { noOwner: 'This line begins with white space, so it inherits the owner name of the record before, but there is none: servers refuse it. Write the name in the first column; "@" is the zone itself.' },
  },
  'syn/leading-space': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'White space before an owner name or a directive.', fix: 'safe',
    messages: {
      owner: 'White space stands before "{text}", so servers look for a type here instead of an owner name, and refuse the line. Begin the line with the name.',
      directive: 'White space stands before {text}, so servers look for a type here instead of a directive, and refuse the line. Begin the line with the directive.',
    },
  },
  'syn/missing-indent': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'A line without owner name that does not begin with white space.', fix: 'unsafe',
    messages: {
      refused: '"{text}" stands in the first column, so it is read as an owner name, and servers refuse "{next}" behind it. Begin the line with white space, or with the owner name.',
      served: '"{text}" stands in the first column, so it is read as an owner name: this record belongs to {name}. Begin the line with white space, or with the owner name.',
    },
    severities: { served: 'warning' },
  },
  'syn/missing-rdata': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'A record that ends too early.',
    messages: {
      type: 'The line ends behind "{text}", before its type and data: servers refuse it. Complete the record, or remove the line.',
      field: '{type} needs {label} here: the field {field} is missing. The server refuses the zone.',
    },
  },
  'syn/extra-rdata': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'A record with more fields than its type has.', fix: 'unsafe',
    messages: {
      extra: '"{text}" is one field too many for {type}: servers refuse the record. Remove it, or put ";" before it if it is a comment.',
      several: 'A record of type {type} has one value, and "{text}" is more than that: servers refuse the line. Write a record for each.',
      record: '"{text}" is another record, of type {second}, on the same line: servers read it as data of {type}, and refuse the line. Begin a new line with it.',
    },
  },
  'syn/quoted-value': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'Quotation marks around something that is no text.', fix: 'safe', severities: { owner: 'warning', directive: 'warning' },
    messages: {
      directive: '{text} stands in quotation marks: BIND takes it for the directive, while NSD and Knot refuse the line. Write it without them.',
      owner: '{text} stands in quotation marks where an owner name belongs: BIND and NSD take it, Knot refuses the line. Write the name without them.',
      emptyOwner: '{text} is no owner name: servers refuse the line. Write @ for the name of the origin, or begin the line with a space to go on with the last owner.',
      generate: '"{text}" stands in quotation marks: BIND takes them in $GENERATE around the data only, and refuses this line. Write it without them.',
      name: '"{text}" stands in quotation marks, but it is a name: servers refuse the line. Write it without them.',
      quoted: '"{value}" stands in quotation marks, but {field} is {label}: BIND refuses the record. Write it without them.',
    },
  },
  'syn/class-mismatch': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.2', summary: 'A record of another class than its zone.', fix: 'unsafe',
    messages: { soa: 'This zone is of class {class}: a server takes it only where its configuration says that class, and refuses it else. For a zone of the Internet write IN.', mismatch: 'Class {class} differs from the zone\'s: all records of a zone have one class, and servers refuse the file. Write {zone}, or leave it out.' },
  },
  'syn/class-number': {
    severity: 'warning', source: 'RFC 3597 §5', summary: 'CLASS1 in place of IN.', fix: 'safe',
    messages: { known: '{text} is the class IN: BIND and NSD take it, Knot and PowerDNS refuse the zone file. Write IN.' },
  },
  'syn/unknown-class': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §3.2.4', summary: 'A mistyped class.', fix: 'unsafe',
    messages: {
      near: '"{text}" is no class: servers refuse this line. Did you mean {near}?',
      number: '{text} is no class: their numbers end at 65535, and servers refuse this line.',
      second: '{text} is a second class before the type: servers refuse this line. Remove one of the two.',
    },
  },
  'syn/ttl-range': {
    severity: 'warning', bind: 'warning', source: 'RFC 2181 §8', summary: 'A TTL over 2147483647 seconds.', severities: { overflow: 'error' },
    messages: {
      zero: '{ttl} is more than 2147483647, the largest TTL: BIND takes it as 0, so nothing is cached.',
      overflow: '{text} is more than 32 bits hold, and the largest TTL is 2147483647: BIND refuses this line.',
    },
  },
  'syn/ttl-bad': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'A time that is none.', fix: 'unsafe',
    messages: {
      header: '"{text}" is no TTL: servers refuse this line. Did you mean {near}?',
      headerPlain: '"{text}" is no TTL: servers refuse this line. Write seconds, or units as in 1h30m.',
      apart: 'The number and the unit of a TTL stand together: servers take what is apart for two words, and refuse the line. Write {near}.',
      second: '"{text}" is a second number before the type, behind the TTL {first}: servers refuse this line. Remove one of the two.',
      timer: '"{value}" is not a time; write {field} in seconds, or with units as in 1h30m. The server refuses the zone.',
    },
  },
  'syn/ttl-units-mixed': {
    severity: 'error', bind: 'error', source: 'BIND', summary: 'A time with units whose last number has none.', fix: 'unsafe',
    messages: {
      near: 'The last number of "{text}" has no unit: servers refuse this line. Did you mean {near}?',
      plain: 'The last number of "{text}" has no unit: servers refuse this line.',
    },
  },
  'syn/no-ttl': {
    severity: 'error', bind: 'error', source: 'RFC 2308 §4', summary: 'A record without TTL, and no $TTL before it.', severities: { soaMinimum: 'warning', borrowed: 'warning', windows: 'information' }, fix: 'safe',
    messages: {
      none: 'This record has no TTL, and neither $TTL nor an earlier TTL gives one: servers refuse it. Put "$TTL 3600" at the top of the file.',
      soaMinimum: 'No $TTL stands above, so BIND takes the SOA\'s last field, {ttl} seconds, as TTL; NSD and Knot take another one. Put $TTL at the top of the file.',
      borrowed: 'This record has no TTL, and no $TTL stands above: BIND gives it that of the record before, {ttl} seconds, and warns; NSD and Knot always take 3600. Put $TTL at the top of the file.',
      windows: 'No $TTL stands above: Windows DNS, and BIND, take the SOA\'s last field, {ttl} seconds, as TTL; NSD and Knot take another one. Put $TTL at the top before those read this file.',
    },
  },
  'syn/unknown-type': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'No type, class or TTL where one belongs.', fix: 'unsafe',
    messages: {
      unknown: '"{text}" is no record type, class or TTL: servers refuse this line.',
      near: '"{text}" is no record type, class or TTL: servers refuse this line. Did you mean {near}?',
      between: '"{text}" stands between the owner name and the type {type}, but is neither TTL nor class: servers refuse this line. A name has no spaces.',
      address: '{text} is an address, and no type stands before it: servers refuse this line. Write {type} before it.',
      string: 'A string stands here, and no type before it: servers refuse this line. Write {type} before it.',
      hosts: '{text} is an address and stands where the name belongs, as in a hosts file: servers refuse this line. In a zone file the name comes first: {host} {type} {text}.',
      update: '"{text}" is a command for nsupdate: servers refuse this line. A zone file has the record alone.',
      delete: '"{text}" is a command for nsupdate: servers refuse this line. Remove it, and the record that it means.',
      preference: '"{text}" is no record type: servers refuse this line. If {preference} is the preference of a mail server, write MX before it.',
      quotedType: 'The type stands in quotation marks: servers refuse this line. Write {near} without them.',
      inRdata: '"{value}" in {field} is not a record type. The server refuses the zone.',
      inRdataNear: '"{value}" in {field} is not a record type; did you mean {near}? The server refuses the zone.',
    },
  },
  'syn/behind-type': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §5.1', summary: 'A class or a TTL behind the type, or the type twice.', fix: 'safe',
    messages: {
      class: 'The class {text} stands behind the type, where servers read it as data of {type}, and refuse the line. Write {text} {type}.',
      ttl: 'The TTL {text} stands behind the type, where servers read it as data of {type}, and refuse the line. Write {text} {type}.',
      twice: 'The type {type} stands here twice: servers read the second as its data, and refuse the line. Remove one of the two.',
    },
  },
  'syn/type-number': {
    severity: 'error', bind: 'error', source: 'RFC 3597 §5', summary: 'A type number over 65535.',
    messages: { number: '{text} is no record type: their numbers end at 65535, and servers refuse this line.' },
  },
  'syn/type-alias': {
    severity: 'error', bind: 'error', source: 'practice', summary: 'A record type that only some providers\' own editors have.', fix: 'unsafe',
    messages: {
      alias: '{type} is no type of the DNS: some providers make addresses out of it, and every server refuses it in a zone file. Use CNAME, or at the zone\'s own name A and AAAA or HTTPS.',
      provider: '{type} is no type of the DNS: it is a feature of some providers, and every server refuses it in a zone file.',
    },
  },
  'syn/obsolete-type-in-text': {
    severity: 'error', bind: 'error', source: 'RFC 1035 §3.3.4', summary: 'MD or MF, which servers refuse in zone files.', fix: 'safe',
    messages: { refused: '{type} was replaced by MX in 1986: BIND refuses the zone. Write MX {preference} and the same host.' },
  },
  'syn/type-is-known': {
    severity: 'hint', source: 'RFC 3597 §5', profile: 'strict', summary: 'TYPEnnn in place of a type\'s name.', fix: 'safe',
    messages: { known: '{text} is {type}: written with its name, the record can be read and checked.' },
  },
  'syn/windows-age': {
    severity: 'error', bind: 'error', source: 'practice', summary: 'A time stamp of Windows DNS.', severities: { windows: 'information' }, fix: 'unsafe',
    messages: {
      windows: '{text} says when the record was last renewed. Only Windows DNS reads it: other servers refuse this file.',
      refused: '{text} is a time stamp of Windows DNS: other servers refuse this line. Remove it.',
    },
  },
  'syn/windows-type': {
    severity: 'error', bind: 'error', source: 'practice', summary: 'A record type of Windows DNS.', severities: { windows: 'information' },
    messages: {
      windows: '{type} makes Windows DNS ask NetBIOS name servers. No other server knows it, and none takes this file as a secondary.',
      refused: '{type} is a type of Windows DNS: other servers refuse this line. Remove it, or name the file .dns if it is for Windows.',
    },
  },
  'syn/inherited-owner-surprise': {
    severity: 'warning', bind: 'warning', source: 'BIND', summary: 'A record inherits its owner name across $ORIGIN or $INCLUDE.', profile: 'strict', fix: 'safe',
    messages: {
      afterOrigin: 'This record belongs to {owner}, the last owner name before $ORIGIN changed. Write the owner name, so that nobody misreads it.',
      afterInclude: 'This record belongs to {owner}, the last owner name before $INCLUDE. Write the owner name, so that nobody misreads it.',
    },
  },
};
