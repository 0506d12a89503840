import type { ArgumentsOf, CodeRow, MessagesOf } from '../code.ts';
import { table } from './table.ts';

type Table = typeof table;

/** Area and name: `mx/no-address`. */
export type Code = keyof Table;
/** The codes of one or more areas. */
export type CodeOf<Area extends string> = Extract<Code, `${Area}/${string}`>;
/** The keys of a code's messages. */
export type Message<C extends Code> = MessagesOf<Table[C]>;
/** What a message of a code needs to be filled with. */
export type Arguments<C extends Code, M extends Message<C>> = ArgumentsOf<Table[C], M>;

export const codeTable: Readonly<Record<Code, CodeRow>> = table;
/** In the order of areas and names. */
export const allCodes: readonly Code[] = Object.keys(table) as Code[];

/** The codes of an area. */
export const codesOf = <Area extends string>(area: Area): readonly CodeOf<Area>[] =>
  allCodes.filter((code): code is CodeOf<Area> => code.startsWith(`${area}/`));

export const isCode = (text: string): text is Code => Object.hasOwn(table, text);
