import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './imports.ts';

/** One name that a module exports. */
export interface Export {
  readonly file: string;
  readonly name: string;
  /** Listed in braces: from another module, or declared further up. */
  readonly kind: 'value' | 'type' | 'listed';
}

const comments = /\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g;
const declared = /^export\s+(?:async\s+)?(?:function\*?|const|let|class|abstract class|enum)\s+([A-Za-z_$][\w$]*)/gm;
const declaredTypes = /^export\s+(?:interface|type)\s+([A-Za-z_$][\w$]*)/gm;
const listed = /^export\s+(?:type\s+)?\{([^}]*)\}(?:\s*from\s*['"]([^'"]+)['"])?/gm;
const starred = /^export\s+\*\s+from\s*['"]([^'"]+)['"]/gm;
const imported = /\bimport\s+(?:type\s+)?(?:[\w$]+\s*,\s*)?\{([^}]*)\}\s*from\s*['"]([^'"]+)['"]/g;
const whole = /\bimport\s+(?:type\s+)?\*\s+as\s+[\w$]+\s+from\s*['"]([^'"]+)['"]/g;
const later = /\bconst\s*\{([^}]*)\}\s*=\s*await\s+import\(\s*['"]([^'"]+)['"]/g;
const otherLater = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** `a as b, type c`: the names in the other module, and here. */
const namesIn = (list: string): readonly (readonly [there: string, here: string])[] =>
  list
    .split(',')
    .map((part) => part.trim().replace(/^type\s+/, ''))
    .filter((part) => part !== '')
    .map((part) => {
      const [there = '', here = there] = part.split(/\s+as\s+|\s*:\s*/);
      return [there, here] as const;
    });

/** What modules export, and which of it others take. Text is enough: one formatter writes them all. */
export class ExportsAndUses {
  readonly exports: Export[] = [];
  private readonly texts = new Map<string, string>();
  private readonly used = new Set<string>();
  private readonly wholly = new Set<string>();

  constructor(modules: ReadonlyMap<string, string>) {
    for (const [file, text] of modules) {
      const bare = text.replace(comments, '$1');
      this.texts.set(file, bare);
      this.read(file, bare);
    }
  }

  /** Exports that no other module takes. */
  unused(): readonly Export[] {
    return this.exports.filter(({ file, name }) => this.isUnused(file, name));
  }

  isUnused(file: string, name: string): boolean {
    return !this.wholly.has(file) && !this.used.has(`${file} ${name}`);
  }

  /** How often a module's text has the name, its declaration included. */
  timesNamed(file: string, name: string): number {
    const text = this.texts.get(file);
    return text !== undefined
      ? text.split(new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`)).length - 1
      : 0;
  }

  private read(file: string, text: string): void {
    const at = (specifier: string): string => path.posix.join(path.posix.dirname(file), specifier);
    for (const [, name = ''] of text.matchAll(declared)) this.exports.push({ file, name, kind: 'value' });
    for (const [, name = ''] of text.matchAll(declaredTypes)) this.exports.push({ file, name, kind: 'type' });
    for (const [, list = '', from] of text.matchAll(listed))
      for (const [there, here] of namesIn(list)) {
        this.exports.push({ file, name: here, kind: 'listed' });
        if (from !== undefined) this.used.add(`${at(from)} ${there}`);
      }
    for (const shape of [imported, later])
      for (const [, list = '', from = ''] of text.matchAll(shape))
        for (const [there] of namesIn(list)) this.used.add(`${at(from)} ${there}`);
    for (const [, from = ''] of text.matchAll(starred)) this.wholly.add(at(from));
    for (const [, from = ''] of text.matchAll(whole)) this.wholly.add(at(from));
    const named = new Set([...text.matchAll(later)].map(([, , from = '']) => from));
    for (const [, from = ''] of text.matchAll(otherLater)) if (!named.has(from)) this.wholly.add(at(from));
  }
}

/** The product and the scripts that build and write it; without tests. */
export function productModules(): ReadonlyMap<string, string> {
  const files = globSync(['{client,server}/src/**/*.ts', 'scripts/**/*.ts'], { cwd: root });
  return new Map(
    files.map((file) => [file.replaceAll('\\', '/'), readFileSync(path.join(root, file), 'utf8')] as const),
  );
}
