import { groups, include, scope, type Rule } from './rule.ts';
import { IPV4, IPV6 } from './text.ts';

/** Terms stand between spaces (RFC 7208 §4.6.1); the first of a string may also follow the quotation mark. */
const START = '(?<=[ "])';
const END = '(?=[ "]|$)';
const QUALIFIER = '([+?~-])?';

const operator = 'keyword.operator.separator.spf';
const mechanism = 'support.function.mechanism.spf';
const qualifier = 'keyword.operator.qualifier.spf';

/** A mechanism with what follows its name, up to the end of the term. */
function mechanismRule(names: string, colon: ':' | '', patterns: readonly Rule[]): Rule {
  return {
    begin: `${START}${QUALIFIER}(?i:(${names}))${colon === ':' ? '(:)' : '(?=[:/ "]|$)'}`,
    beginCaptures: groups(qualifier, mechanism, operator),
    end: END,
    patterns,
  };
}

/** What cannot be an address is marked where a space follows: before a quotation mark, the rest may stand in the next string. */
const notAnAddress: Rule = { match: '([^ "]+)(?= )|[^ "]+', captures: groups('invalid.illegal.address.spf') };

function prefixLength(lengths: string): Rule {
  return { match: `(/)(${lengths})${END}`, captures: groups(operator, 'constant.numeric.prefix-length.spf') };
}

const domain: Rule = { match: '[^ "%\\\\/:]+', name: scope('variable.other.domain.spf') };
const IPV4_LENGTH = '3[0-2]|[12]?[0-9]';
const IPV6_LENGTH = '12[0-8]|1[01][0-9]|[1-9]?[0-9]';

/** The terms of an SPF record (RFC 7208 §§4.6.1, 5, 6, 7), which may be cut anywhere by the end of a string. */
export const spfRules: Readonly<Record<string, readonly Rule[]>> = {
  spf: [
    { match: `(?<=")(?i:v=spf1)${END}`, name: scope('keyword.other.version.spf') },
    { match: `${START}${QUALIFIER}(?i:(all))${END}`, captures: groups(qualifier, mechanism) },
    mechanismRule('ip4', ':', [
      { match: `${IPV4}(?=[/ "]|$)`, name: scope('constant.numeric.address.ipv4.spf') },
      prefixLength(IPV4_LENGTH),
      notAnAddress,
    ]),
    mechanismRule('ip6', ':', [
      { match: `${IPV6}(?=[/ "]|$)`, name: scope('constant.numeric.address.ipv6.spf') },
      prefixLength(IPV6_LENGTH),
      notAnAddress,
    ]),
    mechanismRule('include|exists', ':', [
      include('spf-macros'),
      { match: '[^ "%\\\\]+', name: scope('variable.other.domain.spf') },
    ]),
    mechanismRule('a|mx|ptr', '', [
      {
        match: `(?=/)(?:(/)(${IPV4_LENGTH})(?=[/ "]|$))?(?:(//)(${IPV6_LENGTH}))?${END}`,
        captures: groups(
          operator,
          'constant.numeric.prefix-length.spf',
          operator,
          'constant.numeric.prefix-length.spf',
        ),
      },
      { match: ':', name: scope(operator) },
      include('spf-macros'),
      domain,
    ]),
    {
      begin: `${START}(?i:(redirect|exp))(=)`,
      beginCaptures: groups('variable.parameter.modifier.spf', 'keyword.operator.assignment.spf'),
      end: END,
      patterns: [include('spf-macros'), { match: '[^ "%\\\\]+', name: scope('variable.other.domain.spf') }],
    },
    {
      begin: `${START}([A-Za-z][A-Za-z0-9_.-]*)(=)`,
      beginCaptures: groups('variable.parameter.modifier.unknown.spf', 'keyword.operator.assignment.spf'),
      end: END,
      patterns: [include('spf-macros')],
    },
    // An unknown mechanism makes the whole record void (RFC 7208 §4.6.1). After a quotation mark it may be the rest of a word.
    {
      match: `(?<= )${QUALIFIER}([A-Za-z][^ ":/=%\\\\]*)(?=[:/ ])`,
      captures: groups(qualifier, 'invalid.illegal.mechanism.spf'),
    },
  ],
  'spf-macros': [
    {
      match: '(%\\{)([slodiphcrtvSLODIPHCRTV])([0-9]*)([rR]?)([.+,/_=-]*)(\\})',
      name: scope('meta.macro.spf'),
      captures: groups(
        'punctuation.definition.macro.begin.spf',
        'constant.other.placeholder.macro.spf',
        'constant.numeric.macro.spf',
        'keyword.operator.reverse.spf',
        'keyword.operator.delimiter.spf',
        'punctuation.definition.macro.end.spf',
      ),
    },
    { match: '%[%_-]', name: scope('constant.character.escape.spf') },
    { match: '%(?:\\{[^ "}]*\\}?)?(?=[^"])', name: scope('invalid.illegal.macro.spf') },
  ],
};
