// Builds the program as one file for machines without Node: dist/zonewright, or dist/zonewright.exe, for the platform that this
// runs on. It's the Node that package.json names, with the program inside (nodejs.org/api/single-executable-applications.html).
import { spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { inject } from 'postject';
import { root } from './paths.ts';
import { manifest } from './steps/npm-package.ts';
import { runNode } from './steps/processes.ts';

/** A mark in Node's binary, which says whether there's a program inside. It's the same in every Node. */
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
const macOS = process.platform === 'darwin';

const built = path.join(root, 'dist', process.platform === 'win32' ? 'zonewright.exe' : 'zonewright');

/** The program in one CommonJS script, which is what an executable can run. */
async function bundleInto(file: string): Promise<void> {
  const { version } = await manifest();
  await build({
    absWorkingDir: root,
    entryPoints: ['server/src/main-executable.ts'],
    outfile: file,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    logLevel: 'warning',
    define: { ZONEWRIGHT_VERSION: JSON.stringify(version) },
    plugins: [
      {
        name: 'parts of the executable',
        setup: ({ onResolve }) =>
          onResolve({ filter: /\/parts\.ts$/ }, () => ({
            path: path.join(root, 'server/src/main-executable-parts.ts'),
          })),
      },
    ],
  });
}

function codesign(args: readonly string[]): void {
  const { status, stderr } = spawnSync('codesign', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`codesign ${args.join(' ')} failed:\n${stderr}`);
}

/** Builds the executable into a file. */
export async function buildExecutable(executable: string): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zonewright-executable-'));
  try {
    const program = path.join(folder, 'program.cjs'),
      blob = path.join(folder, 'program.blob'),
      configuration = path.join(folder, 'configuration.json');
    await bundleInto(program);
    await writeFile(
      configuration,
      JSON.stringify({
        main: program,
        output: blob,
        disableExperimentalSEAWarning: true,
        assets: { program },
      }),
    );
    const { code, output } = await runNode(['--experimental-sea-config', configuration]);
    if (code !== 0) throw new Error(`Node didn't pack the program:\n${output}`);
    await rm(executable, { force: true });
    await copyFile(process.execPath, executable);
    await chmod(executable, 0o755);
    // Node's own signature doesn't hold any more; macOS runs nothing with a wrong one.
    if (macOS) codesign(['--remove-signature', executable]);
    await inject(executable, 'NODE_SEA_BLOB', await readFile(blob), {
      sentinelFuse: fuse,
      ...(macOS ? { machoSegmentName: 'NODE_SEA' } : {}),
    });
    if (macOS) codesign(['--sign', '-', executable]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  await buildExecutable(built);
  const { size } = await stat(built);
  console.log(`${path.relative(root, built)} has ${Math.round(size / 1e6)} MB`);
}
