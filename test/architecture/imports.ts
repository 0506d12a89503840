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

const statement =
  /\b(?:import|export)\s+(type\s+)?[^'"`;()]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]|\brequire\s*\(\s*['"]([^'"]+)['"]/g;
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
  return globSync('{client,server}/src/**/*.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
}

export function importsOf(module: string): readonly Import[] {
  return importsIn(module, readFileSync(path.join(root, module), 'utf8'));
}

export interface Leak extends Import {
  readonly fence: string;
}

/** The floors of server/src from the ground up. A file imports from its own floor and from those below it. The mains are on top of all. */
export const floors = [
  'text',
  'names',
  'findings',
  'mail',
  'config',
  'zone',
  'lint',
  'workspace',
  'ide',
  'live',
  'hosts',
  'lsp',
  'cli',
] as const;
/** The rooms of floors that have an order of their own, from the ground up. */
export const rooms = {
  mail: ['dns', 'grammar', 'providers'],
  zone: ['rrtypes', 'syntax', 'records', 'model', 'format'],
  lint: ['engine', 'kit', 'reader', 'rules'],
  lsp: ['protocol', 'server', 'features'],
} as const;
/** Up to this floor nothing knows Node, the DOM or an editor. */
const lastOfCore = 'live';

const floorNames: readonly string[] = floors;
const floorOf = (file: string): number => {
  const floor = /^server\/src\/([^/]+)\//.exec(file)?.[1];
  return floor === undefined ? floors.length : floorNames.indexOf(floor);
};
const roomOf = (file: string): readonly [floor: string, room: number] => {
  const [, floor = '', room = ''] = /^server\/src\/([^/]+)\/([^/]+)\//.exec(file) ?? [];
  const known: readonly string[] = floor in rooms ? rooms[floor as keyof typeof rooms] : [];
  // What has no place among the rooms is on top of them, as the file that assembles a floor is.
  return [floor, known.includes(room) ? known.indexOf(room) : known.length];
};
const inServer = (file: string): boolean => file.startsWith('server/src/');
const inCore = (file: string): boolean => inServer(file) && floorOf(file) <= floorNames.indexOf(lastOfCore);
const rule = /^server\/src\/lint\/rules\/[^/]+\/[^/]+\.ts$/;
const isNode = (specifier: string): boolean => isBuiltin(specifier);
const isEditor = (specifier: string): boolean => /^vscode(-|$|\/)/.test(specifier);

function runsUp({ from, to }: Import): boolean {
  const [floor, room] = roomOf(from),
    [otherFloor, otherRoom] = roomOf(to);
  return floorOf(from) < floorOf(to) || (floor === otherFloor && floor in rooms && room < otherRoom);
}

const fences: readonly {
  readonly name: string;
  readonly leaks: (edge: Import, isRule: (file: string) => boolean) => boolean;
}[] = [
  { name: 'imports run down', leaks: (edge) => inServer(edge.from) && inServer(edge.to) && runsUp(edge) },
  { name: 'every file is on a floor', leaks: ({ from }) => inServer(from) && floorOf(from) < 0 },
  { name: 'the core imports nothing of Node', leaks: ({ from, to }) => inCore(from) && isNode(to) },
  { name: 'the core imports no editor package', leaks: ({ from, to }) => inCore(from) && isEditor(to) },
  {
    name: 'a rule imports no other rule',
    leaks: ({ from, to }, isRule) => rule.test(from) && rule.test(to) && isRule(to),
  },
  {
    name: 'only lsp/ and the two mains know the language server protocol',
    leaks: ({ from, to }) => from.startsWith('server/') && !/^server\/src\/(lsp\/|main)/.test(from) && isEditor(to),
  },
  {
    name: 'files are read by hosts/node/, which knows the bounds',
    leaks: ({ from, to }) =>
      inServer(from) &&
      !inCore(from) &&
      /^(node:)?fs(\/promises)?$/.test(to) &&
      !/^server\/src\/(hosts\/node\/|cli\/process\/parts\.ts$)/.test(from),
  },
  {
    name: 'sockets are opened by hosts/, which are asked to',
    leaks: ({ from, to }) =>
      !/^server\/src\/hosts\//.test(from) &&
      /^(node:)?(dgram|dns(\/promises)?|http2?|https|inspector|net|tls)$/.test(to) &&
      (inServer(from) || from.startsWith('client/')),
  },
  {
    name: 'only cli/ and the mains choose the host',
    leaks: ({ from, to }) => to.startsWith('server/src/hosts/') && !/^server\/src\/(hosts\/|cli\/|main)/.test(from),
  },
  {
    name: 'the client imports only message types of the server, and what tells a zone by its text',
    leaks: ({ from, to, typeOnly }) =>
      from.startsWith('client/') &&
      to.startsWith('server/') &&
      to !== 'server/src/config/zone-files/reads-like-zone.ts' &&
      !(typeOnly && to === 'server/src/lsp/protocol/messages.ts'),
  },
  {
    name: 'the server imports nothing of the client',
    leaks: ({ from, to }) => from.startsWith('server/') && to.startsWith('client/'),
  },
];

/**
 * The imports that cross a fence of the architecture.
 * @param isRule tells a rule from the code that several rules of an area share.
 */
export function leaksAmong(edges: readonly Import[], isRule: (file: string) => boolean): readonly Leak[] {
  return edges.flatMap((edge) =>
    fences.filter((fence) => fence.leaks(edge, isRule)).map((fence) => ({ ...edge, fence: fence.name })),
  );
}

/** A file under lint/rules is a rule when it defines one. */
export function definesRule(file: string): boolean {
  return /\bdefineRule\s*\(/.test(readFileSync(path.join(root, file), 'utf8'));
}

/** Groups of places that reach one another: the circles of a graph, each once. */
export function circlesAmong(edges: Iterable<readonly [from: string, to: string]>): readonly (readonly string[])[] {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of edges) {
    if (from === to) continue;
    next.set(from, (next.get(from) ?? new Set()).add(to));
  }
  const order = new Map<string, number>(),
    lowest = new Map<string, number>(),
    stack: string[] = [],
    circles: (readonly string[])[] = [];
  const visit = (place: string): number => {
    let low = order.size;
    order.set(place, low);
    lowest.set(place, low);
    stack.push(place);
    for (const other of next.get(place) ?? [])
      low = Math.min(low, order.has(other) ? (stack.includes(other) ? (order.get(other) ?? low) : low) : visit(other));
    lowest.set(place, low);
    if (low === order.get(place)) {
      const circle = stack.splice(stack.indexOf(place));
      if (circle.length > 1) circles.push(circle.toSorted());
    }
    return low;
  };
  for (const place of next.keys()) if (!order.has(place)) visit(place);
  return circles;
}
