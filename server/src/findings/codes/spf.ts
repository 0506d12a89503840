import { codes } from '../code.ts';

export const spfCodes = codes({
  'spf/a-ip': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §5.3',
    summary: 'IP address after "a"',
    messages: {
      address: '"a" takes a name, but {found} is an address, so receivers return permerror.',
    },
  },
  'spf/a-no-address': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7208 §4.6.4',
    summary: '"a" for a name without an address',
    messages: {
      none: '{target} has no address, so "{found}" matches nothing and costs one of {limit} lookups and one of {voidLimit} void lookups.',
    },
  },
  'spf/after-all': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7208 §5.1',
    summary: 'Mechanism after "all"',
    messages: {
      unreachable: '"{found}" comes after "{all}", which matches everything, so receivers never reach it.',
    },
  },
  'spf/all-arg': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §5.1',
    summary: 'Text after "all"',
    messages: {
      argument: '"all" takes no argument, but "{found}" follows, so receivers return permerror.',
    },
  },
  'spf/all-missing': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7208 §4.7',
    summary: 'SPF record without "all" or "redirect"',
    messages: {
      missing:
        'The record has no "all" or "redirect", so mail from all other hosts is neutral, as if there were no record.',
    },
  },
  'spf/all-twice': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 7208 §5.1',
    summary: 'Second "all" in a record',
    messages: {
      second: '"{found}" never counts: "{all}" before it matches everything.',
    },
  },
  'spf/at-wrong-name': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7208 §3',
    summary: 'SPF record below its domain',
    messages: {
      below: 'Receivers look for SPF at {domain}, which has none, and not at {owner}.',
    },
  },
  'spf/cidr-dual': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §5.3',
    summary: 'Invalid or misplaced prefix length after a name',
    messages: {
      range4: '"{found}" isn\'t an IPv4 prefix length (0 to 32), so receivers return permerror.',
      range6: '"{found}" isn\'t an IPv6 prefix length (0 to 128), so receivers return permerror.',
      zeros: '"{found}" has leading zeros, which SPF forbids, so receivers return permerror.',
      slashes: '"{found}" isn\'t a prefix length (/24, //64 or /24//64), so receivers return permerror.',
      notHere: '"{name}" takes no prefix length, but "{found}" follows, so receivers return permerror.',
      space: 'The space splits "{found}" in two, so receivers return permerror.',
      zero: '"{found}" matches every address as soon as the name has one.',
    },
  },
  'spf/control': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §4.6.1',
    summary: 'Control character in an SPF record',
    messages: {
      control: 'Only spaces separate terms, not the control character {found}, so receivers return permerror.',
    },
  },
  'spf/domain-spec-nolabel': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §7.1',
    summary: 'Invalid domain name in a term',
    messages: {
      single: '"{found}" is a single label, but a full name has at least two, so receivers return permerror.',
      numeric: '"{found}" ends in a number, which can\'t be a top-level domain, so receivers return permerror.',
      address: '"{name}" takes a name, but {found} is an address, so receivers return permerror.',
      port: '"{found}" has a port, which SPF doesn\'t allow, so receivers return permerror.',
      url: '"{found}" is a URL, not a name, so receivers return permerror.',
      quote: '"{found}" has a quotation mark in the name, so receivers return permerror.',
      afterMacro: '"{found}" lacks a dot between the macro and the top-level domain, so receivers return permerror.',
      ending: '"{found}" doesn\'t end in a top-level domain, so receivers return permerror.',
      urlName: '"{found}" is a URL, not a name: receivers find nothing there, so the term authorizes nothing.',
      mailbox: '"{found}" is a mail address, not a name: receivers find nothing there, so the term authorizes nothing.',
      emptyLabel: '"{found}" has an empty label and can\'t be looked up; what receivers do then is undefined.',
      longLabel:
        '"{found}" has a label of more than 63 octets and can\'t be looked up; what receivers do then is undefined.',
    },
  },
  'spf/double-space': {
    severity: 'hint',
    profile: 'all',
    fix: 'unsafe',
    source: 'RFC 7208 §4.6.1',
    summary: 'Extra space between terms',
    messages: {
      spaces: '{count} spaces separate these terms; one is enough.',
    },
  },
  'spf/duplicate-include': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 7208 §4.6.4',
    summary: 'Duplicate include',
    messages: {
      second: '"{found}" repeats "{other}": it decides nothing, but costs its lookups again.',
    },
  },
  'spf/duplicate-mechanism': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 7208 §4.6.2',
    summary: 'Duplicate mechanism',
    messages: {
      second: '"{found}" never decides anything: "{other}" before it matches the same hosts.',
    },
  },
  'spf/empty-arg': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 7208 §12',
    summary: 'Term without its argument',
    messages: {
      empty: 'Nothing follows "{found}", so receivers return permerror.',
      missing: '"{name}" needs {what}, as in {example}; without it receivers return permerror.',
    },
  },
  'spf/en-dash': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §4.6.1',
    summary: 'Typographic dash or tilde in place of a qualifier',
    messages: {
      dash: '"{found}" is {name}, not the keyboard\'s "{expected}", so receivers return permerror.',
    },
  },
  'spf/exists-no-address': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7208 §5.7',
    summary: '"exists" for a name without an A record',
    messages: {
      none: '{target} has no A record, so "{found}" matches nothing and costs one of {limit} lookups and one of {voidLimit} void lookups.',
    },
  },
  'spf/exp-target': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7208 §6.2',
    summary: 'Unusable explanation for "exp"',
    messages: {
      none: '{target} has no TXT record, so receivers have no explanation to show.',
      several: '{target} has several TXT records, so receivers use none as an explanation.',
      broken: "The text at {target} isn't a valid explanation, so receivers don't show it.",
    },
  },
  'spf/exp-twice': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 7208 §6',
    summary: 'Second "exp" in a record',
    messages: {
      second: 'A record can have only one "exp"; with two, receivers return permerror.',
    },
  },
  'spf/include-loop': {
    severity: 'error',
    source: 'RFC 7208 §4.6.4',
    summary: 'Include loop',
    messages: {
      loop: 'The record of {target} leads back here, so receivers that reach it return permerror.',
    },
  },
  'spf/include-missing-domain': {
    severity: 'error',
    source: 'RFC 7208 §5.2',
    summary: 'Include without a domain',
    messages: {
      missing: '"include" names no domain, so receivers return permerror.',
    },
  },
  'spf/include-multiple': {
    severity: 'error',
    source: 'RFC 7208 §4.5',
    summary: 'Include of a name with several SPF records',
    messages: {
      several: '{target} has several SPF records, so receivers that reach "{found}" return permerror.',
    },
  },
  'spf/include-no-spf': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 7208 §5.2',
    summary: 'Include of a name without a valid SPF record',
    messages: {
      none: '{target} has no SPF record, so receivers that reach "{found}" return permerror.',
      broken: 'The SPF record of {target} is invalid, so receivers that reach "{found}" return permerror.',
    },
  },
  'spf/include-self': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 7208 §4.6.4',
    summary: 'Record that includes itself',
    messages: {
      self: '"{found}" includes this very record, so receivers that reach it return permerror.',
    },
  },
  'spf/ip-covered': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 7208 §5.6',
    summary: 'Network already covered by another mechanism',
    messages: {
      earlier: '"{found}" never decides anything: "{other}" before it covers all of it.',
      later: '"{found}" isn\'t needed: "{other}" covers all of it.',
    },
  },
  'spf/ip-hostbits': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 7208 §5.6',
    summary: 'Network with host bits set',
    messages: {
      bits: '{found} means the whole network {expected}; for a single address the length is /{bits}.',
    },
  },
  'spf/ip-huge': {
    severity: 'warning',
    source: 'practice',
    summary: 'Network too large for one sender',
    messages: {
      huge: '"{found}" lets {count} addresses send as this domain, far more than any one sender owns.',
    },
  },
  'spf/ip-private': {
    severity: 'warning',
    source: 'RFC 6890 §2.2',
    summary: 'Address that never sends on the internet',
    messages: {
      special: '{found} is {what}: receivers on the internet never see mail from there, so this matches nothing.',
    },
  },
  'spf/ip4-cidr': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §5.6',
    summary: 'Invalid IPv4 prefix length',
    messages: {
      range: '"{found}" isn\'t an IPv4 prefix length (0 to 32), so receivers return permerror.',
      zeros: '"{found}" has leading zeros, which SPF forbids, so receivers return permerror.',
      netmask: '"{found}" is a netmask, but SPF takes a prefix length, so receivers return permerror.',
      double: '"ip4" takes one slash, not "{found}", so receivers return permerror.',
      syntax: '"{found}" isn\'t a prefix length, so receivers return permerror.',
      zero: '"{found}" matches every IPv4 address on the internet.',
    },
  },
  'spf/ip4-is-v6': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §5.6',
    summary: 'IPv6 address after "ip4"',
    messages: {
      version: '{found} is an IPv6 address, but "ip4" takes IPv4, so receivers return permerror.',
    },
  },
  'spf/ip4-syntax': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §5.6',
    summary: 'Invalid IPv4 address after "ip4"',
    messages: {
      wildcard: '"{found}" has a wildcard, which SPF doesn\'t allow, so receivers return permerror.',
      short: '"{found}" is only part of an IPv4 address, so receivers return permerror.',
      range: '"{found}" is a range, which SPF doesn\'t allow, so receivers return permerror.',
      octet: '"{found}" has a number over 255, so receivers return permerror.',
      zeros: '"{found}" has leading zeros, which SPF forbids, so receivers return permerror.',
      port: '"{found}" has a port, which SPF doesn\'t allow, so receivers return permerror.',
      hostname: '"{found}" is a name, not an address, so receivers return permerror.',
      syntax: '"{found}" isn\'t an IPv4 address, so receivers return permerror.',
    },
  },
  'spf/ip6-cidr': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §5.6',
    summary: 'Invalid IPv6 prefix length',
    messages: {
      range: '"{found}" isn\'t an IPv6 prefix length (0 to 128), so receivers return permerror.',
      zeros: '"{found}" has leading zeros, which SPF forbids, so receivers return permerror.',
      double: '"ip6" takes one slash, not "{found}", so receivers return permerror.',
      syntax: '"{found}" isn\'t a prefix length, so receivers return permerror.',
      zero: '"{found}" matches every IPv6 address on the internet.',
    },
  },
  'spf/ip6-is-v4': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §5.6',
    summary: 'IPv4 address after "ip6"',
    messages: {
      version: '{found} is an IPv4 address, but "ip6" takes IPv6, so receivers return permerror.',
      mapped: '{found} is an IPv4 address in IPv6 form: receivers treat such connections as IPv4, so it never matches.',
    },
  },
  'spf/ip6-syntax': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §5.6',
    summary: 'Invalid IPv6 address after "ip6"',
    messages: {
      brackets: '"{found}" is in brackets, which SPF doesn\'t allow, so receivers return permerror.',
      hostname: '"{found}" is a name, not an address, so receivers return permerror.',
      syntax: '"{found}" isn\'t an IPv6 address, so receivers return permerror.',
    },
  },
  'spf/lookup-limit': {
    severity: 'error',
    source: 'RFC 7208 §4.6.4',
    summary: 'More DNS lookups than receivers allow',
    messages: {
      exact:
        'Up to here the record costs {count} lookups, {total} in all, but receivers allow {limit} and then return permerror.',
      atLeast:
        'Up to here the record costs at least {count} lookups, not counting {unresolved}; receivers allow {limit} and then return permerror.',
    },
  },
  'spf/lookup-near-limit': {
    severity: 'warning',
    source: 'RFC 7208 §4.6.4',
    summary: 'DNS lookups close to the limit',
    messages: {
      exact:
        'The record costs {total} of {limit} lookups: one more include, or a change in an included record, may exceed the limit.',
      atLeast:
        'The record costs at least {total} of {limit} lookups, not counting {unresolved}, and may exceed the limit already.',
    },
  },
  'spf/macro-in-ip': {
    severity: 'error',
    source: 'RFC 7208 §5.6',
    summary: 'Macro after "ip4" or "ip6"',
    messages: {
      macro: '"{name}" takes an address, not the macro "{found}", so receivers return permerror.',
    },
  },
  'spf/macro-p': {
    severity: 'warning',
    source: 'RFC 7208 §7.2',
    summary: 'Discouraged macro %{p}',
    messages: {
      discouraged:
        '"{found}" makes receivers verify the PTR name of the sending address with up to {lookups} lookups; RFC 7208 says not to use it.',
    },
  },
  'spf/macro-syntax': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §7.1',
    summary: 'Invalid macro',
    messages: {
      stray: '"{found}" isn\'t a macro (after "%" comes {, %, _ or -), so receivers return permerror.',
      parentheses: 'Macros use braces ({expected}), not parentheses ({found}), so receivers return permerror.',
      unclosed: 'The macro "{found}" has no closing brace, so receivers return permerror.',
      letter: '"{found}" has none of the macro letters s l o d i p v h, so receivers return permerror.',
      zero: '"{found}" keeps 0 parts, which the grammar forbids, so receivers return permerror.',
      transformer:
        '"{found}" isn\'t a macro: a number, r and delimiters (. - + , / _ =) follow the letter in that order. Receivers return permerror.',
      expOnly: '"{found}" is allowed in explanation texts only, so receivers return permerror.',
    },
  },
  'spf/mechanism-eq': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §4.6.1',
    summary: 'Mechanism with "=" instead of ":"',
    messages: {
      ignored:
        '"{found}" has "=" instead of ":", so receivers ignore it as an unknown modifier and it authorizes nothing.',
      broken: '"{found}" has "=" instead of ":", so receivers return permerror.',
    },
  },
  'spf/multiple': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 7208 §4.5',
    summary: 'Several SPF records at one name',
    messages: {
      second: '{name} has a second SPF record, so receivers use none and return permerror.',
    },
  },
  'spf/mx-host-not-covered': {
    severity: 'hint',
    fix: 'unsafe',
    source: 'practice',
    summary: 'Own MX host missing from the SPF record',
    messages: {
      refused:
        'This record refuses mail of {domain} from its own MX host {host} ({address}); most MX hosts send bounces and replies.',
    },
  },
  'spf/mx-ip': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §5.4',
    summary: 'IP address after "mx"',
    messages: {
      address: '"mx" takes a domain, but {found} is an address, so receivers return permerror.',
    },
  },
  'spf/mx-no-mx': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7208 §5.4',
    summary: '"mx" for a domain without a mail host',
    messages: {
      none: '{target} has no MX record that names a host, so "{found}" matches nothing and costs one of {limit} lookups.',
      noAddress:
        'A mail host of {target} has no address, so "{found}" causes a void lookup, of which receivers allow {voidLimit}.',
    },
  },
  'spf/mx-over-10': {
    severity: 'error',
    source: 'RFC 7208 §4.6.4',
    summary: '"mx" for a domain with too many MX records',
    messages: {
      many: '{target} has more than {limit} MX records, so receivers that reach "{found}" return permerror.',
    },
  },
  'spf/neutral-all': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7208 §8.2',
    summary: 'Neutral "?all"',
    messages: {
      neutral: '"{found}" neither allows nor forbids other hosts, as if there were no record.',
    },
  },
  'spf/no-record': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7208 §3',
    summary: 'Mail domain without an SPF record',
    messages: {
      missing:
        '{domain} takes mail but has no SPF record: any host can send as it, and large providers refuse mail with neither SPF nor DKIM.',
    },
  },
  'spf/non-ascii': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §3.1',
    summary: 'Non-ASCII character in an SPF record',
    messages: {
      character: '"{found}" isn\'t an ASCII character, so receivers return permerror.',
    },
  },
  'spf/none-for-mx-host': {
    severity: 'hint',
    profile: 'all',
    fix: 'unsafe',
    source: 'RFC 7208 §2.3',
    summary: 'Mail host without an SPF record of its own',
    messages: {
      missing:
        '{host} has no SPF record, so any host can greet with its name, which receivers check too (for bounces, only that).',
    },
  },
  'spf/parked': {
    severity: 'hint',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 7208 §10.1.2',
    summary: 'Parked name without an SPF record',
    messages: {
      parked: '{domain} takes no mail, but without "v=spf1 -all" any host can send as it.',
    },
  },
  'spf/plus-all': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 7208 §5.1',
    summary: 'SPF record that authorizes every host',
    messages: {
      everyone: '"{found}" lets every host on the internet send as this domain.',
    },
  },
  'spf/provider-legacy': {
    severity: 'information',
    source: 'practice',
    summary: 'Outdated include of a provider',
    messages: {
      legacy: '"{found}" is an old name of {provider} and may stop working. {advice}',
    },
  },
  'spf/provider-retired': {
    severity: 'warning',
    source: 'practice',
    summary: 'Include of a discontinued service',
    messages: {
      retired: '"{found}" authorizes hosts that no longer send for you. {advice}',
    },
  },
  'spf/provider-typo': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'practice',
    summary: 'Mistyped SPF name of a provider',
    messages: {
      typo: "{target} differs from {provider}'s {meant} by a letter or two: the provider's hosts aren't authorized, and without an SPF record there receivers return permerror.",
    },
  },
  'spf/ptr': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7208 §5.5',
    summary: 'Discouraged mechanism "ptr"',
    messages: {
      discouraged:
        '"{found}" is slow and burdens the .arpa servers, and some receivers skip it; RFC 7208 says not to use it.',
    },
  },
  'spf/qualifier-double': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §4.6.1',
    summary: 'Several qualifiers before one mechanism',
    messages: {
      several: 'A mechanism takes one qualifier, not "{found}", so receivers return permerror.',
    },
  },
  'spf/redirect-empty': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 7208 §6.1',
    summary: 'Redirect without a domain',
    messages: {
      empty: 'Nothing follows "{found}", so receivers return permerror.',
    },
  },
  'spf/redirect-ip': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 7208 §6.1',
    summary: 'IP address as a redirect target',
    messages: {
      address: '"redirect" takes a domain, but {found} is an address, so receivers return permerror.',
    },
  },
  'spf/redirect-loop': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 7208 §4.6.4',
    summary: 'Redirect loop',
    messages: {
      self: '"{found}" leads back to this very record, so mail that no other term matches gets permerror.',
      loop: 'The record of {target} leads back here, so mail that no other term matches gets permerror.',
    },
  },
  'spf/redirect-nodata': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 7208 §6.1',
    summary: 'Redirect to a name without a valid SPF record',
    messages: {
      none: '{target} has no SPF record, so mail that no term matches gets permerror.',
      several: '{target} has several SPF records, so mail that no term matches gets permerror.',
      broken: 'The SPF record of {target} is invalid, so mail that no term matches gets permerror.',
    },
  },
  'spf/redirect-twice': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §6',
    summary: 'Second "redirect" in a record',
    messages: {
      second: 'A record can have only one "redirect"; with two, receivers return permerror.',
    },
  },
  'spf/redirect-with-all': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7208 §6.1',
    summary: 'Redirect next to "all"',
    messages: {
      ignored: 'Receivers ignore "{found}" because "{all}" matches everything first.',
    },
  },
  'spf/senderid': {
    severity: 'warning',
    source: 'RFC 6686 §6',
    summary: 'Obsolete Sender ID record',
    messages: {
      senderId: '"{found}" begins a Sender ID record (RFC 4406, historic), which receivers ignore.',
    },
  },
  'spf/space-after-colon': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §12',
    summary: 'Space inside a term',
    messages: {
      space: 'The space splits "{found}" into two invalid terms, so receivers return permerror.',
    },
  },
  'spf/space-after-qualifier': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §4.6.1',
    summary: 'Space after a qualifier',
    messages: {
      space: 'The space splits "{found}" in two, so receivers return permerror.',
    },
  },
  'spf/strings-join': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §3.3',
    summary: 'Missing space where two strings join',
    messages: {
      glued: 'The strings join without a space, so receivers read "{found}".',
    },
  },
  'spf/subdomain-missing': {
    severity: 'hint',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 7208 §4.4',
    summary: 'Mail subdomain without its own SPF record',
    messages: {
      missing:
        "{name} takes mail but has no SPF record, and the parent domain's doesn't apply: any host can send as it.",
    },
  },
  'spf/term-separator': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §4.6.1',
    summary: 'Separator other than a space between terms',
    messages: {
      separator: 'Only spaces separate terms, not "{found}", so receivers return permerror.',
      glued: 'A space is missing in "{found}", so receivers return permerror.',
      swallowed:
        'Only spaces separate terms: with "{found}", receivers read "{term}" as a single term with one long name.',
    },
  },
  'spf/too-long': {
    severity: 'warning',
    source: 'RFC 7208 §3.4',
    summary: 'Record too long for one UDP answer',
    messages: {
      over450:
        'The record has {length} octets: with its name and other TXT records the answer may exceed {limit} octets, and some receivers miss it.',
      over512:
        "The record has {length} octets, so the answer exceeds {limit} octets, and receivers that can't take more miss it.",
    },
  },
  'spf/trailing-space': {
    severity: 'hint',
    profile: 'all',
    fix: 'unsafe',
    source: 'RFC 7208 §4.5',
    summary: 'Trailing space',
    messages: {
      spaces: 'The record ends in a space, which does no harm.',
    },
  },
  'spf/type99': {
    severity: 'warning',
    bind: 'warning',
    fix: 'safe',
    source: 'RFC 7208 §3.1',
    summary: 'Obsolete SPF record type',
    messages: {
      alone: "Receivers query TXT records only, so they don't see this record and {name} has no SPF.",
      beside: 'Receivers query TXT records only; {name} already has its SPF record as TXT, so this one does nothing.',
    },
  },
  'spf/unknown-mechanism': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §4.6.1',
    summary: 'Unknown SPF mechanism',
    messages: {
      didYouMean: '"{found}" isn\'t an SPF mechanism, so receivers return permerror. Did you mean "{expected}"?',
      unknown: '"{found}" isn\'t an SPF mechanism, so receivers return permerror.',
      noName: '"{found}" has no mechanism name, so receivers return permerror.',
      bareAddress: 'The address {found} lacks "{expected}:" before it, so receivers return permerror.',
      bareDomain: '"{found}" is a name without a mechanism such as "include:" or "a:", so receivers return permerror.',
      modifierColon: 'The modifier "{found}" takes "=", not ":", so receivers return permerror.',
    },
  },
  'spf/unknown-modifier': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7208 §6',
    summary: 'Misspelled or misplaced modifier',
    messages: {
      didYouMean: 'Receivers ignore the unknown modifier "{found}". Did you mean "{expected}"?',
      otherRecord: '"{found}" begins another kind of record, which receivers ignore here as an unknown modifier.',
    },
  },
  'spf/unknown-provider': {
    severity: 'information',
    profile: 'all',
    source: 'practice',
    summary: 'Include of an unknown name',
    messages: {
      unknown:
        "Can't check what {target} authorizes or costs: it isn't in this workspace and isn't a known provider's.",
    },
  },
  'spf/unneeded-a': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7208 §4.6.4',
    summary: '"a" in a domain without an address',
    messages: {
      none: '{target} itself has no address, so "{found}" matches nothing and costs one of {limit} lookups and one of {voidLimit} void lookups.',
    },
  },
  'spf/unneeded-mx': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 7208 §4.6.4',
    summary: '"mx" in a domain without a mail host',
    messages: {
      none: '{target} has no MX record that names a host, so "{found}" matches nothing and costs one of {limit} lookups.',
    },
  },
  'spf/version-typo': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 7208 §4.5',
    summary: 'Missing or misspelled v=spf1',
    messages: {
      leading: '"{found}" before v=spf1 hides the record, so receivers see no SPF here.',
      separator: '"{found}" follows v=spf1 instead of a space, so receivers see no SPF here.',
      noSpace: 'The space between v=spf1 and "{found}" is missing, so receivers see no SPF here.',
      number: '"{found}" isn\'t an SPF version (only v=spf1 is), so receivers see no SPF here.',
      spelling: '"{found}" isn\'t v=spf1, so receivers see no SPF here.',
      repeated: 'Receivers ignore this second v=spf1 as an unknown modifier; two records were probably joined.',
    },
  },
  'spf/void-limit': {
    severity: 'error',
    source: 'RFC 7208 §4.6.4',
    summary: 'More void DNS lookups than receivers allow',
    messages: {
      voids:
        '{count} lookups of this record and its includes find nothing, but receivers allow {voidLimit} and then return permerror.',
    },
  },
});
