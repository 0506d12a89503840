// Builds everything that a release publishes into dist/release: the VSIX, the npm tarball, a list of what is in them (CycloneDX), and checksums.
// Usage: npm run release [-- TAG]   With a tag, such as v1.2.0, that must be this version's. VSIX and tarball are built twice and must be the same, octet for octet.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from './paths.ts';
import { agreement } from './release/agreement.ts';
import { billOfMaterials } from './release/bill-of-materials.ts';
import { buildNpmPackage, largestUnpacked, manifest, npmFolder, packNpm, sizeOf } from './steps/npm-package.ts';
import { run, runNode } from './steps/processes.ts';
import { packageVsix, vsixFile } from './steps/vsix.ts';

const folder = path.join(root, 'dist/release'),
  again = await mkdtemp(path.join(os.tmpdir(), 'zonewright-release-'));

async function fail(message: string): Promise<never> {
  console.error(`FAILED ${message}`);
  await rm(again, { recursive: true, force: true });
  process.exit(1);
}

const digest = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

/** Files in the VSIX have the date of the commit, in seconds since 1970. */
async function useDateOfCommit(): Promise<void> {
  const { code, output } = await run('git', ['log', '-1', '--format=%ct']);
  if (code !== 0) return fail(`the date of the commit, which the VSIX needs\n${output}`);
  process.env['SOURCE_DATE_EPOCH'] ??= output.trim();
}

/** Builds the VSIX and the tarball into a folder. Returns their names. */
async function buildInto(into: string): Promise<readonly string[]> {
  const { name, version } = await manifest(),
    vsix = `${name}-${version}.vsix`;
  const { code, output } = await runNode(['scripts/build.ts']);
  if (code !== 0) return fail(`the build\n${output}`);
  if ((await packageVsix()).failed > 0) return fail('the VSIX');
  await copyFile(vsixFile, path.join(into, vsix));
  await buildNpmPackage();
  if ((await sizeOf(npmFolder)) >= largestUnpacked)
    return fail(`the npm package is larger than ${largestUnpacked / 1000} kB`);
  return [vsix, path.basename(await packNpm(npmFolder, into))];
}

const problems = await agreement(process.argv[2]);
if (problems.length > 0) await fail(problems.join('\nFAILED '));
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await useDateOfCommit();
const files = await buildInto(folder);
await buildInto(again);
for (const file of files)
  if ((await digest(path.join(folder, file))) !== (await digest(path.join(again, file))))
    await fail(`two builds of ${file} differ`);
await rm(again, { recursive: true, force: true });
const bill = 'sbom.cdx.json';
await writeFile(path.join(folder, bill), await billOfMaterials());
const sums = await Promise.all(
  [...files, bill].map(async (file) => `${await digest(path.join(folder, file))}  ${file}\n`),
);
await writeFile(path.join(folder, 'SHA256SUMS'), sums.join(''));
process.stdout.write(sums.join(''));
