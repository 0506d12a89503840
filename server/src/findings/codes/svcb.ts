import { codes } from '../code.ts';

export const svcbCodes = codes({
  'svcb/alias-chain': {
    severity: 'warning',
    source: 'RFC 9460 §3',
    summary: 'Long chain of SVCB or HTTPS aliases',
    messages: {
      long: '{name} starts a chain of more than {most} {type} aliases, so clients give up before its end.',
    },
  },
  'svcb/alias-dot': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 9460 §2.5.1',
    summary: 'SVCB or HTTPS record for an unavailable service',
    messages: {
      none: 'Priority 0 with target "." says that this service isn\'t available at {name}.',
    },
  },
  'svcb/alias-loop': {
    severity: 'warning',
    source: 'RFC 9460 §2.4.2',
    summary: 'Loop of SVCB or HTTPS aliases',
    messages: {
      self: 'This record makes {name} an alias of itself, so clients find no service.',
      loop: '{name} leads back to itself through {via}, so clients find no service.',
    },
  },
  'svcb/alias-mixed': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 9460 §2.4.1',
    summary: 'SVCB or HTTPS service record next to an alias',
    messages: {
      mixed: 'Another {type} record makes {name} an alias (priority 0), so clients ignore this one.',
    },
  },
  'svcb/alias-multiple': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 9460 §2.4.2',
    summary: 'Several SVCB or HTTPS aliases at one name',
    messages: {
      several: '{name} is already an alias of {first} for this type: clients pick one at random.',
    },
  },
  'svcb/alias-params': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 9460 §2.4.2',
    summary: 'SVCB or HTTPS alias with parameters',
    messages: {
      ignored: 'Priority 0 makes this record an alias of {target}, so clients ignore its parameters.',
    },
  },
  'svcb/alpn-empty': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 9460 §7.1.1',
    summary: 'Empty protocol in a list of protocols',
    messages: {
      none: '{key} names no protocol: BIND refuses the zone.',
      item: 'The {key} list has an empty item: BIND refuses the zone.',
    },
  },
  'svcb/alpn-too-long': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 9460 §7.1.1',
    summary: 'Protocol over 255 octets',
    messages: {
      tooLong: 'This {key} item is {length} octets long, but at most 255 fit: BIND refuses the zone.',
    },
  },
  'svcb/alpn-unknown': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 9460 §7.1',
    summary: 'Unknown protocol in alpn',
    messages: {
      near: '"{written}" isn\'t a known protocol: clients ignore it, and the record too if it has no other.',
    },
  },
  'svcb/auto-mandatory': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 9460 §8',
    summary: 'Needless key in the mandatory list',
    messages: {
      anyway: '{key} is mandatory for every HTTPS client anyway: listing it only makes answers longer.',
    },
  },
  'svcb/dns-dohpath': {
    severity: 'error',
    source: 'RFC 9461 §5',
    summary: 'DNS over HTTPS without dohpath',
    messages: {
      missing:
        '{alpn} means DNS over HTTPS, which needs dohpath: clients ignore the record, and newer BIND versions refuse the zone.',
    },
  },
  'svcb/dns-no-alpn': {
    severity: 'error',
    source: 'RFC 9461 §4.1',
    summary: 'SVCB record of a DNS resolver without alpn',
    messages: {
      missing: 'This resolver record has no alpn: clients ignore it, and newer BIND versions refuse the zone.',
    },
  },
  'svcb/dohpath-template': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 9461 §5',
    summary: 'Invalid dohpath template',
    messages: {
      template: '"{value}" isn\'t a URI template that starts with "/" and contains dns: BIND refuses the zone.',
    },
  },
  'svcb/ech-base64': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 9848 §3',
    summary: 'Invalid base64 in ech',
    messages: {
      character: '"{character}" isn\'t a base64 character: BIND refuses the zone.',
      incomplete: 'This base64 is cut off or mistyped (an incomplete octet at its end): BIND refuses the zone.',
    },
  },
  'svcb/ech-empty': {
    severity: 'warning',
    source: 'RFC 9848 §3',
    summary: 'Empty ech parameter',
    messages: {
      empty: "ech has no value: BIND and NSD accept it, Knot and PowerDNS refuse the record, and clients can't use it.",
    },
  },
  'svcb/for-mail': {
    severity: 'warning',
    source: 'RFC 9460 §2.3',
    summary: 'SVCB record for a mail service',
    messages: {
      unused: 'Mail programs ask for SRV records at {service}, never for SVCB.',
    },
  },
  'svcb/hint-mismatch': {
    severity: 'warning',
    source: 'RFC 9460 §7.3',
    summary: "Address hint that differs from the target's addresses",
    messages: {
      stale:
        "{key} has {address}, which isn't an address of {target} in this zone: clients may reach an old server or none.",
    },
  },
  'svcb/hint-unreachable': {
    severity: 'warning',
    source: 'RFC 9460 §7.3',
    summary: 'Address hint unreachable from the internet',
    messages: {
      hint: "The hint {address} is {kind}: clients on the internet that use it can't connect.",
    },
  },
  'svcb/ipv4hint': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 9460 §7.3',
    summary: 'Invalid IPv4 hint',
    messages: {
      missing: '{key} has an empty item: BIND refuses the zone.',
      otherFamily: '{address} is an IPv6 address, which belongs in ipv6hint: BIND refuses the zone.',
      notAddress: '"{address}" isn\'t an IPv4 address: BIND refuses the zone.',
    },
  },
  'svcb/ipv6hint': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 9460 §7.3',
    summary: 'Invalid IPv6 hint',
    messages: {
      missing: '{key} has an empty item: BIND refuses the zone.',
      otherFamily: '{address} is an IPv4 address, which belongs in ipv4hint: BIND refuses the zone.',
      notAddress: '"{address}" isn\'t an IPv6 address: BIND refuses the zone.',
    },
  },
  'svcb/key-duplicate': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 9460 §2.1',
    summary: 'Repeated parameter key',
    messages: {
      twice: 'The key {key} is already in this record: BIND refuses the zone.',
    },
  },
  'svcb/key-number': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 9460 §2.1',
    summary: 'Invalid key number',
    messages: {
      number: '"{key}" isn\'t "key" and a plain number up to 65535: BIND refuses the zone.',
    },
  },
  'svcb/key-portable': {
    severity: 'warning',
    profile: 'all',
    fix: 'safe',
    source: 'RFC 9460 §2.1',
    summary: 'Parameter name unknown to some servers',
    messages: {
      unknown: 'The parameter {name} is unknown to {servers}: they refuse the record.',
    },
  },
  'svcb/key-unknown': {
    severity: 'error',
    bind: 'error',
    fix: 'safe',
    source: 'RFC 9460 §2.1',
    summary: 'Unregistered parameter key',
    messages: {
      unknown: '"{name}" isn\'t a parameter key: BIND refuses the zone.',
      near: '"{name}" isn\'t a parameter key (did you mean {near}?): BIND refuses the zone.',
      capitals:
        '"{name}" isn\'t lower case, so BIND reads the value as raw octets, which {near} can\'t have. BIND refuses the zone.',
    },
  },
  'svcb/mandatory-dup': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 9460 §8',
    summary: 'Repeated key in the mandatory list',
    messages: {
      twice: 'mandatory lists {name} twice: BIND refuses the zone.',
    },
  },
  'svcb/mandatory-missing': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 9460 §8',
    summary: 'Mandatory key missing from the record',
    messages: {
      missing: 'mandatory lists {name}, which is missing: clients would ignore the record, and BIND refuses the zone.',
    },
  },
  'svcb/mandatory-self': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 9460 §8',
    summary: 'The key mandatory in its own list',
    messages: {
      self: "mandatory can't list itself: BIND refuses the zone.",
    },
  },
  'svcb/no-default-alpn-without-alpn': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 9460 §7.1.1',
    summary: 'no-default-alpn without alpn',
    messages: {
      alone:
        'no-default-alpn without alpn leaves no protocol: clients would ignore the record, and BIND refuses the zone.',
    },
  },
  'svcb/ohttp-with-value': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 9540 §4',
    summary: 'ohttp with a value',
    messages: {
      notEmpty: 'ohttp takes no value, but has "{value}": BIND refuses the zone.',
    },
  },
  'svcb/port': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 9460 §7.2',
    summary: 'Invalid port',
    messages: {
      notNumber: '"{value}" isn\'t a port: BIND refuses the zone.',
      range: '"{value}" isn\'t between 0 and 65535: BIND refuses the zone.',
    },
  },
  'svcb/priority-range': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 9460 §2.1',
    summary: 'Invalid SVCB or HTTPS priority',
    messages: {
      range: '"{value}" is out of range for {field} ({min} to {max}): BIND refuses the zone.',
      notNumber: '"{value}" isn\'t a number for {field} ({min} to {max}): BIND refuses the zone.',
    },
  },
  'svcb/target-cname': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 1034 §3.6.2',
    summary: 'CNAME at the target of an SVCB or HTTPS record',
    messages: {
      alias: '{target} is an alias of {canonical}: clients follow it, but every connection costs one more lookup.',
    },
  },
  'svcb/target-no-address': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 9460 §3',
    summary: 'SVCB or HTTPS target without an address',
    messages: {
      service: "{target} has no A or AAAA record in this zone, so clients can't connect.",
      alias: '{target} has no address and no {type} record in this zone, so this alias leads nowhere.',
    },
  },
  'svcb/target-quoted': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 9460 §2.1',
    summary: 'SVCB or HTTPS target in quotation marks',
    messages: {
      quoted:
        '{written} is quoted: BIND and NSD accept it, Knot refuses the record, and PowerDNS makes the quotes part of the name.',
    },
  },
  'svcb/target-self': {
    severity: 'hint',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 9460 §2.5.2',
    summary: 'SVCB or HTTPS target equal to its owner',
    messages: {
      self: '{name} is the record\'s own name: "." is shorter, and PowerDNS reports an error.',
    },
  },
  'svcb/tls-supported-groups': {
    severity: 'error',
    bind: 'error',
    source: 'draft-ietf-tls-key-share-prediction §3.1',
    summary: 'Invalid list of TLS groups',
    messages: {
      notGroup: '"{group}" isn\'t the number of a TLS group (0 to 65535): BIND refuses the zone.',
      twice: 'Group {group} is in the list twice: BIND refuses the zone.',
    },
  },
  'svcb/value-syntax': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 9460 §7',
    summary: 'Invalid parameter value',
    messages: {
      notEmpty: '{key} takes no value, but has "{value}": BIND refuses the zone.',
      emptyItem: 'The {key} list has an empty item: BIND refuses the zone.',
      wire: "The value of {key} isn't valid data for {name}: BIND refuses the zone.",
    },
  },
  'svcb/unusable': {
    severity: 'warning',
    source: 'RFC 9460 §7.2, §14.3.2',
    summary: "Parameter that clients can't use",
    messages: {
      portZero: "No service listens on port 0, so clients can't connect.",
      invalidKey: 'key65535 is reserved as invalid, so clients ignore the whole record.',
      alpnBlank: '"{id}" has a blank, which belongs to the protocol\'s name: clients know no such protocol.',
      cutOff: '"{rest}" comes after the semicolon and is a comment: the parameters in it aren\'t published.',
      echLength: "The ECH configuration says that it has {expected} octets but has {actual}, so clients can't use it.",
    },
  },
});
