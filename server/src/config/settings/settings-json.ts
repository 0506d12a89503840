import type { Severity } from '../../findings/code.ts';
import { createScanner, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { nearest } from '../../text/near-miss.ts';
import type { ConfigProblem, PlacedText } from '../reading/places.ts';
import type { CodeOf } from '../../findings/codes/index.ts';

export type { Node };

/** jsonc-parser goes down by calling itself, so a file of brackets alone would exhaust the stack. */
const DEEPEST = 64,
  OPENING: readonly number[] = [1, 3],
  CLOSING: readonly number[] = [2, 4],
  END_OF_FILE = 17;

/** By jsonc-parser's ParseErrorCode. */
const syntaxErrors: Readonly<Record<number, string>> = {
  1: "This isn't a JSON value; strings need double quotes.",
  2: "This isn't a JSON number.",
  3: 'A key in double quotes is missing here.',
  4: 'A value is missing here.',
  5: 'A ":" is missing here.',
  6: 'A "," is missing here.',
  7: 'A "}" is missing here.',
  8: 'A "]" is missing here.',
  9: 'Nothing may follow the end of the settings.',
  11: 'This comment has no "*/".',
  12: 'This string has no closing quote.',
  13: "This number isn't complete.",
  14: '"\\u" needs four hexadecimal digits.',
  15: 'This isn\'t a JSON escape; write "\\\\" for a backslash.',
  16: "JSON doesn't allow this character; write it as an escape.",
};

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
      this.report(
        'settings/syntax',
        'error',
        `The settings are nested more than ${DEEPEST} deep, so none of them are read.`,
        { offset: 0, length: 1 },
      );
      return undefined;
    }
    const errors: ParseError[] = [];
    const root = parseTree(this.file.text, errors, { allowTrailingComma: true, allowEmptyContent: true });
    for (const { error, offset, length } of errors.slice(0, 20))
      this.report(
        'settings/syntax',
        'error',
        `${syntaxErrors[error] ?? "This isn't valid JSON."} The part that can't be read is ignored.`,
        { offset, length },
      );
    return root;
  }

  report(
    code: CodeOf<'config' | 'settings' | 'suppression'>,
    severity: Severity,
    message: string,
    { offset, length }: { readonly offset: number; readonly length: number },
  ): void {
    const end = Math.min(offset + length, this.file.text.length);
    this.problems.push({ code, severity, message, at: this.file.span(Math.min(offset, end), end) });
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
      if (members.has(name))
        this.report('settings/duplicate-key', 'warning', `"${name}" is set twice here, and the later one counts.`, key);
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
      this.report(
        'settings/bad-value',
        'error',
        `"${text}" isn't a valid ${what}, so it has no effect. ${meant === undefined ? `Choose from ${choices.map((one) => `"${one}"`).join(', ')}.` : `Did you mean "${meant}"?`}`,
        node,
      );
    }
    return choice;
  }

  unknownKey({ name, key }: Member, known: readonly string[]): void {
    const meant = nearest(name, known);
    this.report(
      'settings/unknown-key',
      'warning',
      `There's no setting "${name}" here, so it has no effect. ${meant === undefined ? `Choose from ${known.map((one) => `"${one}"`).join(', ')}.` : `Did you mean "${meant}"?`}`,
      key,
    );
  }

  wrongType(node: Node, what: string, wanted: string): void {
    this.report(
      'settings/wrong-type',
      'error',
      `${what} must be ${wanted}, not ${described(node)}, so it has no effect.`,
      node,
    );
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
