import type { Filled } from '../../findings/code.ts';
import { createScanner, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { nearest } from '../../text/near-miss.ts';
import { configWords, type ConfigProblem, type PlacedText } from '../reading/places.ts';
import type { Arguments, CodeOf, Message } from '../../findings/codes/index.ts';

export type { Node };

/** jsonc-parser goes down by calling itself, so a file of brackets alone would exhaust the stack. */
const DEEPEST = 64,
  OPENING: readonly number[] = [1, 3],
  CLOSING: readonly number[] = [2, 4],
  END_OF_FILE = 17;

/** By jsonc-parser's ParseErrorCode. */
const syntaxErrors: Readonly<Record<number, Exclude<Message<'settings/syntax'>, 'deep'>>> = {
  1: 'value',
  2: 'number',
  3: 'key',
  4: 'noValue',
  5: 'colon',
  6: 'comma',
  7: 'brace',
  8: 'bracket',
  9: 'end',
  11: 'comment',
  12: 'string',
  13: 'incomplete',
  14: 'unicode',
  15: 'escape',
  16: 'character',
};

const listed = (choices: readonly string[]): string => choices.map((one) => `"${one}"`).join(', ');

/** Reads values of a JSON file with comments, and reports at their place what isn't as it should be. */
export class SettingsJson {
  readonly problems: ConfigProblem[] = [];
  private readonly file: PlacedText;

  constructor(file: PlacedText) {
    this.file = file;
  }

  /** The whole file; undefined where it is empty or no JSON at all. */
  root(): Node | undefined {
    if (nestsTooDeep(this.file.text)) {
      this.report('settings/syntax', 'deep', { offset: 0, length: 1 }, { limit: DEEPEST });
      return undefined;
    }
    const errors: ParseError[] = [];
    const root = parseTree(this.file.text, errors, { allowTrailingComma: true, allowEmptyContent: true });
    for (const { error, offset, length } of errors.slice(0, 20))
      this.report('settings/syntax', syntaxErrors[error] ?? 'other', { offset, length });
    return root;
  }

  report<C extends CodeOf<'settings'>, M extends Message<C>>(
    code: C,
    message: M,
    { offset, length }: { readonly offset: number; readonly length: number },
    ...args: Filled<Arguments<C, M>>
  ): void {
    const end = Math.min(offset + length, this.file.text.length);
    this.problems.push({ ...configWords(code, message, ...args), at: this.file.span(Math.min(offset, end), end) });
  }

  /** The members of an object; nothing, with a word, for anything else. The last of two members with one key counts. */
  members(node: Node, what: string): readonly Member[] {
    if (node.type !== 'object') {
      this.wrongType(node, what, 'an object in braces');
      return [];
    }
    const members = new Map<string, Member>();
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (key === undefined || value === undefined) continue;
      const name = String(key.value);
      if (members.has(name)) this.report('settings/duplicate-key', 'twice', key, { name });
      members.set(name, { name, key, value });
    }
    return [...members.values()];
  }

  items(node: Node, what: string): readonly Node[] {
    if (node.type === 'array') return node.children ?? [];
    this.wrongType(node, what, 'a list in brackets');
    return [];
  }

  text(node: Node, what: string): string | undefined {
    if (node.type === 'string') return String(node.value);
    this.wrongType(node, what, 'a string');
    return undefined;
  }

  flag(node: Node, what: string): boolean | undefined {
    if (node.type === 'boolean') return node.value === true;
    this.wrongType(node, what, 'true or false');
    return undefined;
  }

  oneOf<T extends string>(node: Node, what: string, choices: readonly T[]): T | undefined {
    const text = this.text(node, what);
    if (text === undefined) return undefined;
    const choice = choices.find((one) => one === text);
    if (choice === undefined) {
      const meant =
        choices.find((one) => text.length > 2 && one.startsWith(text.toLowerCase())) ?? nearest(text, choices);
      this.report('settings/bad-value', meant === undefined ? 'choose' : 'didYouMean', node, {
        value: text,
        what,
        choices: listed(choices),
        meant: meant ?? '',
      });
    }
    return choice;
  }

  unknownKey({ name, key }: Member, known: readonly string[]): void {
    const meant = nearest(name, known);
    this.report('settings/unknown-key', meant === undefined ? 'choose' : 'didYouMean', key, {
      name,
      choices: listed(known),
      meant: meant ?? '',
    });
  }

  wrongType(node: Node, what: string, wanted: string): void {
    this.report('settings/wrong-type', 'type', node, { what, wanted, found: described(node) });
  }
}

export interface Member {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
}

function described(node: Node): string {
  switch (node.type) {
    case 'object':
      return 'an object';
    case 'array':
      return 'a list';
    case 'null':
      return 'null';
    case 'string':
      return `the string "${String(node.value)}"`;
    default:
      return String(node.value);
  }
}

function nestsTooDeep(text: string): boolean {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (;;) {
    const token: number = scanner.scan();
    if (token === END_OF_FILE) return false;
    if (OPENING.includes(token) && ++depth > DEEPEST) return true;
    if (CLOSING.includes(token)) depth--;
  }
}
