import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

/** One import, re-export or dynamic import as it stands in a module. */
export interface Import {
  /** The importing file, relative to the checkout, with forward slashes. */
  readonly from: string;
  /** The imported file in the same form, or a package's specifier. */
  readonly to: string;
  readonly typeOnly: boolean;
}

export const root = path.resolve(import.meta.dirname, '../..');

const statement = /\b(?:import|export)\s+(type\s+)?[^'"`;()]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]|\brequire\s*\(\s*['"]([^'"]+)['"]/g;
const comments = /\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g;

/** The imports in a module's text. Those for types alone are seen too: a type that crosses a fence is a dependency. */
export function importsIn(from: string, text: string): readonly Import[] {
  return [...text.replace(comments, '$1').matchAll(statement)].map((match) => {
    const specifier = match[2] ?? match[3] ?? match[4] ?? '';
    const to = specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier) : specifier;
    return { from, to, typeOnly: match[1] !== undefined };
  });
}

/** The source modules of the product: every TypeScript file under client/src and server/src. */
export function sourceModules(): readonly string[] {
  return globSync('{client,server}/src/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/')).toSorted();
}

export function importsOf(module: string): readonly Import[] {
  return importsIn(module, readFileSync(path.join(root, module), 'utf8'));
}

export interface Leak extends Import {
  readonly fence: string;
}

const inCore = (file: string): boolean => /^server\/src\/(zone|mail|config)\//.test(file);
const rule = /^server\/src\/zone\/lint\/rules\/[^/]+\/[^/]+\.ts$/;
const isNode = (specifier: string): boolean => isBuiltin(specifier);
const isEditor = (specifier: string): boolean => /^vscode(-|$|\/)/.test(specifier);

const fences: readonly { readonly name: string; readonly leaks: (edge: Import, isRule: (file: string) => boolean) => boolean }[] = [
  { name: 'the core imports nothing of Node', leaks: ({ from, to }) => inCore(from) && isNode(to) },
  { name: 'the core imports no editor package', leaks: ({ from, to }) => inCore(from) && isEditor(to) },
  { name: 'the core imports only itself', leaks: ({ from, to }) => inCore(from) && /^(client|server)\//.test(to) && !inCore(to) },
  { name: 'a rule imports no other rule', leaks: ({ from, to }, isRule) => rule.test(from) && rule.test(to) && isRule(to) },
  { name: 'only lsp/ and the two mains know the language server protocol', leaks: ({ from, to }) => from.startsWith('server/') && !/^server\/src\/(lsp\/|main)/.test(from) && isEditor(to) },
  {
    name: 'the client imports only message types of the server',
    leaks: ({ from, to, typeOnly }) => from.startsWith('client/') && to.startsWith('server/') && !(typeOnly && to === 'server/src/lsp/messages.ts'),
  },
  { name: 'the server imports nothing of the client', leaks: ({ from, to }) => from.startsWith('server/') && to.startsWith('client/') },
];

/**
 * The imports that cross a fence of the architecture.
 * @param isRule tells a rule from the code that several rules of an area share.
 */
export function leaksAmong(edges: readonly Import[], isRule: (file: string) => boolean): readonly Leak[] {
  return edges.flatMap((edge) => fences.filter((fence) => fence.leaks(edge, isRule)).map((fence) => ({ ...edge, fence: fence.name })));
}

/** A file under lint/rules is a rule when it defines one. */
export function definesRule(file: string): boolean {
  return /\bdefineRule\s*\(/.test(readFileSync(path.join(root, file), 'utf8'));
}
