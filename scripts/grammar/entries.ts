import type { RecordType } from '../../server/src/zone/rrtypes/fields/record-type.ts';
import { between, parenthesized, type Chains } from './chains.ts';
import type { Kinds } from './kinds.ts';
import { endOf, groups, include, scope, suffixOf, type Mode, type Rule } from './rule.ts';
import { looseShape } from './shapes.ts';
import { time, TOKEN, TOKEN_END, whole } from './text.ts';

export const CLASS = whole('(?i:IN|CH|CHAOS|HS|HESIOD|NONE|ANY|CLASS[0-9]{1,5})');
export const TYPE_NUMBER = whole(
  '(?i:TYPE(?:6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[0-5]?[0-9]{1,4}))',
);

export function anyOf(types: readonly RecordType[]): string {
  return whole(
    `(?i:${types
      .map(({ mnemonic }) => mnemonic)
      .toSorted()
      .join('|')})`,
  );
}

/** Class and TTL, in any order, and the age that Windows writes into its files; then comes the type. */
export const beforeType: readonly Rule[] = [
  {
    match: whole('\\[(?i:AGE):([0-9]+)\\]'),
    name: scope('storage.modifier.age'),
    captures: groups('constant.numeric.age'),
  },
  { match: CLASS, name: scope('storage.modifier.class') },
  time('constant.numeric.ttl'),
];

/** What a type is coloured as: data types by their status, and question types (RFC 6895 §3.1), which no zone may hold, as wrong. */
export function typeScope({ status }: RecordType): string {
  if (status === 'meta') return 'invalid.illegal.meta-type';
  return status === 'obsolete' ? 'support.type.record.obsolete' : 'support.type.record';
}

/** From the owner name on: the rest of a record, whose type decides how its data is read. */
function headRules(mode: Mode, types: readonly RecordType[], kinds: Kinds, chains: Chains): readonly Rule[] {
  const alike = new Map<string, { readonly types: RecordType[]; readonly colour: string; readonly state: string }>();
  for (const type of types) {
    const shapes = type.fields.length === 0 ? [looseShape] : type.fields.map((field) => kinds.shapeOf(field));
    const state = chains.state(shapes, mode, true),
      colour = typeScope(type),
      key = `${colour} ${state}`;
    const group = alike.get(key) ?? { types: [], colour, state };
    group.types.push(type);
    alike.set(key, group);
  }
  const record = (match: string, colour: string, state: string): Rule => ({
    begin: match,
    beginCaptures: { 0: { name: scope(colour) } },
    end: endOf(mode),
    patterns: [include(state)],
  });
  return [
    ...between(mode, parenthesized(mode, [include('head-in-parentheses')])),
    ...beforeType,
    ...[...alike.values()].map((group) => record(anyOf(group.types), group.colour, group.state)),
    record(TYPE_NUMBER, 'support.type.record.generic', chains.state([looseShape], mode, true)),
    record(`${TOKEN}|"(?>[^"\\\\\\n]+|\\\\.)*(?:"|\\\\?$)`, 'invalid.illegal.unknown-type', `loose${suffixOf(mode)}`),
  ];
}

export function entryRules(
  types: readonly RecordType[],
  kinds: Kinds,
  chains: Chains,
): Readonly<Record<string, readonly Rule[]>> {
  return {
    // An entry that begins with white space has the owner of the one before (RFC 1035 §5.1).
    record: [
      {
        begin: `^(?:(@)${TOKEN_END}|(${TOKEN})|[ \\t]+(?=[^\\s;])|(?=[()"]))`,
        beginCaptures: groups('variable.language.origin', {
          name: 'entity.name.function.owner',
          patterns: [include('inside-name')],
        }),
        end: '$',
        patterns: [include('head')],
      },
    ],
    head: headRules('line', types, kinds, chains),
    'head-in-parentheses': headRules('parentheses', types, kinds, chains),
  };
}
