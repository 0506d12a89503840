/** The command line as a person runs it: bundled as `npm run build` does it, in a process of its own. */

import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { build, type BuildOptions } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'zonewright-cli-'));
after(() => rmSync(folder, { recursive: true }));

async function bundled(): Promise<string> {
  const shared = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
    mainFields: ['module', 'main'],
  } satisfies BuildOptions;
  const require =
    "import { createRequire as zonewrightRequire } from 'node:module'; const require = zonewrightRequire(import.meta.url);";
  await build({ ...shared, entryPoints: ['server/src/cli/main.ts'], outfile: path.join(folder, 'dist/cli.js') });
  await build({
    ...shared,
    entryPoints: ['server/src/cli/run.ts'],
    outfile: path.join(folder, 'dist/cli-run.js'),
    banner: { js: require },
  });
  copyFileSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  return path.join(folder, 'dist/cli.js');
}

let cli: Promise<string> | undefined;

/** The bundled program. */
export function cliFile(): Promise<string> {
  return (cli ??= bundled());
}

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string;
  /** Milliseconds after which the program is killed, so that the test fails. */
  readonly patience?: number;
  /** The user that the program runs as. */
  readonly uid?: number;
  /** Another Node than the one that runs the tests. */
  readonly node?: string;
  /** Options of Node's own. */
  readonly nodeOptions?: readonly string[];
}

export async function zonewright(
  args: readonly string[],
  { cwd = folder, input = '', node = process.execPath, nodeOptions = [], patience = 120_000, uid }: RunOptions = {},
): Promise<Ran> {
  const file = await cliFile();
  return new Promise((resolve, reject) => {
    const child = spawn(node, [...nodeOptions, file, ...args], {
      cwd,
      stdio: 'pipe',
      timeout: patience,
      killSignal: 'SIGKILL',
      ...(uid === undefined ? {} : { uid }),
      env: { ...process.env, NODE_COMPILE_CACHE: undefined, NODE_DISABLE_COMPILE_CACHE: '1' },
    });
    let out = '',
      err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out, err }));
    child.stdin.end(input);
  });
}

/** A folder with these files, by path. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const made = mkdtempSync(path.join(folder, 'files-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(made, name)), { recursive: true });
    writeFileSync(path.join(made, name), content);
  }
  return made;
}

const head =
  '$TTL 1h\n@ SOA ns1 hostmaster 2024010101 7200 3600 1209600 3600\n  NS ns1\n  NS ns2.example.net.\nns1 A 192.0.2.1\n';

/** A zone without a fault, and more lines. */
export const zoneWith = (...lines: readonly string[]): string => head + lines.map((line) => `${line}\n`).join('');

export interface JsonFinding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly related: readonly { readonly file: string; readonly message: string }[];
  readonly fix: string;
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly why?: string;
    readonly edits: readonly {
      readonly file: string;
      readonly range: JsonFinding['range'];
      readonly newText: string;
      readonly snippet?: true;
    }[];
  }[];
}

export interface JsonReport {
  readonly files: readonly {
    readonly file: string;
    readonly zone: string | null;
    readonly findings: readonly JsonFinding[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

/** What `check --format json` says. */
export async function checked(
  args: readonly string[],
  options: RunOptions = {},
): Promise<JsonReport & { readonly status: number | null }> {
  const { out, err, status } = await zonewright(['check', '--format', 'json', ...args], options);
  if (out === '') throw new Error(`no report: ${err}`);
  return { ...(JSON.parse(out) as JsonReport), status };
}

export const codes = ({ files }: JsonReport): readonly string[] =>
  files.flatMap(({ findings }) => findings.map(({ code }) => code));
