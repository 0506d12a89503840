import { endOf, include, scope, type Mode, type Rule } from './rule.ts';
import { TIME, timeUnits, TOKEN, whole } from './text.ts';

/** One way to write a field: a regular expression without capturing groups, and what its match is coloured as. */
export interface Form {
  readonly match: string;
  readonly name?: string;
  readonly inside?: readonly Rule[];
}

/** How a field is coloured: as one token in one of several forms, the first that matches; or as all that is left. */
export type Shape = OneToken | Rest;

export const wrong = (what: string): Form => ({ match: TOKEN, name: `invalid.illegal.${what}` });
export const quotedToken: Form = { match: '"(?>[^"\\\\\\n]+|\\\\.)*(?:"|\\\\?$)', inside: [include('string')] };

interface OneToken {
  readonly id: string;
  readonly forms: readonly Form[];
}
interface Rest {
  readonly id: string;
  readonly rest: (mode: Mode) => readonly Rule[];
  /** Any token is good text, `\#` too unless a number follows it. */
  readonly text?: true;
}

/** A field of one token, in one of these forms. */
export const oneToken = (id: string, ...forms: readonly Form[]): OneToken => ({ id, forms });
/** A field that takes all tokens that are left. */
export const rest = (id: string, ...rules: readonly Rule[]): Rest => ({ id, rest: () => rules });

const origin: Form = { match: whole('@'), name: 'variable.language.origin' };
const number: Form = { match: whole('[0-9]+'), name: 'constant.numeric' };
const plain: Form = { match: TOKEN, inside: [include('unquoted-string')] };

export const nameShape = oneToken('name', origin, quotedToken, {
  match: TOKEN,
  name: 'variable.other.name',
  inside: [include('inside-name')],
});
export const timeShape = oneToken(
  'time',
  { match: whole(TIME), name: 'constant.numeric.time', inside: [timeUnits] },
  quotedToken,
  wrong('time'),
);
export const numberShape = oneToken('number', number, quotedToken, wrong('number'));
export const hexShape = rest(
  'hex',
  { match: whole('[0-9A-Fa-f]+'), name: scope('constant.numeric.hex') },
  include('string'),
  { match: TOKEN, name: scope('invalid.illegal.hex') },
);
export const anyTokenShape = oneToken('string', quotedToken, plain);
export const filenameShape = oneToken('filename', quotedToken, {
  match: TOKEN,
  name: 'string.unquoted.filename',
  inside: [include('escapes')],
});
export const dateShape = oneToken(
  'dump-date',
  { match: whole('[0-9]{14}'), name: 'constant.numeric.date' },
  wrong('date'),
);
export const byLooksShape = oneToken(
  'any',
  quotedToken,
  number,
  { match: whole('[A-Za-z][A-Za-z0-9-]*'), name: 'constant.language.mnemonic' },
  plain,
);
export const looseShape = rest('loose', include('by-looks'));

/** The names of the families of TXT records whose strings are coloured by their meaning, in the order in which they are tried. */
export type TextFamily = { readonly id: string; readonly start: string };

/** Strings, of which the first may say that they belong to SPF, DKIM and so on; that family then holds to the end of the record. */
export function stringsShape(families: readonly TextFamily[]): Shape {
  return {
    id: 'strings',
    text: true,
    rest: (mode) => [
      ...families.map(
        ({ id, start }): Rule => ({
          begin: `(?="${start})`,
          end: endOf(mode),
          patterns: [include(`${id}-strings${mode === 'line' ? '' : '-in-parentheses'}`)],
        }),
      ),
      include('string'),
      include('unquoted-string'),
    ],
  };
}
