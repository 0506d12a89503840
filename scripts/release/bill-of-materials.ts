import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { builtinModules } from 'node:module';
import { build } from 'esbuild';
import { noticesOf } from '../notices.ts';
import { root } from '../paths.ts';
import { manifest, repository } from '../steps/npm-package.ts';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
}

/** The packages whose code is in what is published, as CycloneDX 1.6. The same for the same sources: without a date or a random number. */
export async function billOfMaterials(): Promise<string> {
  const own = await manifest(),
    { packages } = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')) as {
      readonly packages: Readonly<Record<string, Locked>>;
    };
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [
      'server/src/main.ts',
      'server/src/cli/run.ts',
      'server/src/main-library.ts',
      'client/src/extension-node.ts',
      'client/src/extension-browser.ts',
      'client/src/mail-path/webview/panel.ts',
    ],
    bundle: true,
    write: false,
    outdir: 'dist',
    metafile: true,
    platform: 'neutral',
    format: 'esm',
    mainFields: ['module', 'main'],
    conditions: ['node', 'browser'],
    external: ['vscode', 'node:*', ...builtinModules.filter((name) => name !== 'punycode')],
    logLevel: 'error',
  });
  const components = noticesOf(Object.keys(metafile.inputs)).map(({ name, version, license }) => {
    const locked = Object.entries(packages).find(
        ([place, one]) => place.endsWith(`node_modules/${name}`) && one.version === version,
      )?.[1],
      purl = purlOf(name, version);
    const content =
      locked?.integrity?.startsWith('sha512-') === true
        ? Buffer.from(locked.integrity.slice('sha512-'.length), 'base64').toString('hex')
        : undefined;
    return {
      type: 'library',
      'bom-ref': purl,
      name,
      version,
      licenses: [{ license: { id: license } }],
      purl,
      ...(content === undefined ? {} : { hashes: [{ alg: 'SHA-512', content }] }),
    };
  });
  const purl = purlOf(own.name, own.version);
  return `${JSON.stringify(
    {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: {
        component: {
          type: 'application',
          'bom-ref': purl,
          name: own.name,
          version: own.version,
          description: own.description,
          licenses: [{ license: { id: own.license } }],
          purl,
          externalReferences: [{ type: 'vcs', url: repository }],
        },
      },
      components,
      dependencies: [{ ref: purl, dependsOn: components.map((component) => component['bom-ref']) }],
    },
    null,
    2,
  )}\n`;
}

const purlOf = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`;
