import { between, formsRule, parenthesized, type Chains } from './chains.ts';
import { beforeType, anyOf, TYPE_NUMBER, typeScope } from './entries.ts';
import { groups, include, scope, type Rule } from './rule.ts';
import { dateShape, filenameShape, nameShape, timeShape, type Shape } from './shapes.ts';
import { quoted, TOKEN, TOKEN_END, whole } from './text.ts';
import type { RecordType } from '../../server/src/zone/rrtypes/fields/record-type.ts';

/** RFC 1035 §5.1, RFC 2308 §4; $DATE is only in BIND's dumps. */
const directives: Readonly<Record<string, readonly Shape[]>> = {
  ORIGIN: [nameShape],
  TTL: [timeShape],
  INCLUDE: [filenameShape, nameShape],
  DATE: [dateShape],
};

const keyword = 'keyword.control.directive';
const dollar = 'punctuation.definition.directive';

/** `$` and `${offset,width,base}` of $GENERATE (BIND 9 Administrator Reference Manual, "$GENERATE"); `$$` and `\$` are a dollar sign. */
const iterator: readonly Rule[] = [
  {
    match: '(\\$\\{)(-?[0-9]+)(?:(,)([0-9]+)(?:(,)([doxXnN]))?)?(\\})',
    captures: groups(
      'punctuation.definition.variable.begin',
      'constant.numeric.offset',
      'punctuation.separator.modifier',
      'constant.numeric.width',
      'punctuation.separator.modifier',
      'constant.language.base',
      'punctuation.definition.variable.end',
    ),
    name: scope('variable.parameter.iterator'),
  },
  { match: '\\$\\{[^\\s;()"}]*\\}?', name: scope('invalid.illegal.iterator') },
  { match: '\\$\\$', name: scope('constant.character.escape') },
  { match: '\\$', name: scope('variable.parameter.iterator') },
];

function generateRules(types: readonly RecordType[]): Readonly<Record<string, readonly Rule[]>> {
  const template = (match: string, colour: string, patterns: readonly Rule[]): Rule => ({
    begin: match,
    beginCaptures: { 0: { name: scope(colour) } },
    end: '$',
    patterns,
  });
  const colours = [...new Set(types.map(typeScope))];
  const range = formsRule([
    {
      match: whole('[0-9]+-[0-9]+(?:/[0-9]+)?'),
      name: 'constant.numeric.range',
      inside: [{ match: '[-/]', name: scope('keyword.operator.range') }],
    },
    { match: TOKEN, name: 'invalid.illegal.range' },
  ]);
  return {
    generate: [
      ...between('line', parenthesized('line', [])),
      { begin: range.match, beginCaptures: range.captures, end: '$', patterns: [include('generate-owner')] },
    ],
    'generate-owner': [
      ...between('line', parenthesized('line', [])),
      {
        begin: TOKEN,
        beginCaptures: {
          0: { name: scope('entity.name.function.owner'), patterns: [...iterator, include('inside-name')] },
        },
        end: '$',
        patterns: [include('generate-head')],
      },
    ],
    'generate-head': [
      ...between('line', parenthesized('line', [])),
      ...beforeType,
      ...colours.map((colour) =>
        template(anyOf(types.filter((type) => typeScope(type) === colour)), colour, [include('generate-data')]),
      ),
      template(TYPE_NUMBER, 'support.type.record.generic', [include('generate-data')]),
      template(TOKEN, 'invalid.illegal.unknown-type', [include('generate-data')]),
    ],
    'generate-data': [
      ...between('line', parenthesized('line', [include('generate-data')])),
      ...quoted(iterator),
      ...iterator,
      include('escapes'),
      { match: '(?<![^\\s()"])[0-9]+(?:\\.[0-9]+)*\\.?(?=[\\s;()"$]|$)', name: scope('constant.numeric') },
      { match: whole('@'), name: scope('variable.language.origin') },
      { match: '[^\\s;()"\\\\$]+', name: scope('variable.other.name') },
    ],
  };
}

export function directiveRules(
  types: readonly RecordType[],
  chains: Chains,
): Readonly<Record<string, readonly Rule[]>> {
  const directive = (name: string, state: string): Rule => ({
    begin: `^(\\$)(?i:${name})${TOKEN_END}`,
    beginCaptures: { 0: { name: scope(keyword) }, ...groups(dollar) },
    end: '$',
    patterns: [include(state)],
  });
  return {
    directive: [
      ...Object.entries(directives).map(([name, shapes]) => directive(name, chains.state(shapes, 'line'))),
      directive('GENERATE', 'generate'),
      {
        begin: `^\\$(?:${TOKEN})?`,
        beginCaptures: { 0: { name: scope('invalid.illegal.unknown-directive') } },
        end: '$',
        patterns: [include('loose')],
      },
    ],
    ...generateRules(types),
  };
}
