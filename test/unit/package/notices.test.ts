import assert from 'node:assert/strict';
import { builtinModules } from 'node:module';
import { it } from 'node:test';
import { build } from 'esbuild';
import { noticesOf, noticesText } from '../../../scripts/notices.ts';
import { root } from '../../../scripts/paths.ts';

it('each package in the language server and the command line is named with its licence', async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['server/src/main.ts', 'server/src/cli/run.ts'],
    bundle: true,
    write: false,
    outdir: 'dist',
    metafile: true,
    platform: 'neutral',
    format: 'esm',
    mainFields: ['module', 'main'],
    conditions: ['node', 'browser'],
    external: ['node:*', ...builtinModules.filter((name) => name !== 'punycode')],
    logLevel: 'silent',
  });
  const notices = noticesOf(Object.keys(metafile.inputs)),
    names = notices.map(({ name }) => name);
  for (const name of ['@noble/curves', 'ipaddr.js', 'tldts', 'vscode-languageserver', 'dns-zonefile'])
    assert.ok(names.includes(name), name);
  assert.equal(new Set(notices.map(({ name, version }) => `${name} ${version}`)).size, notices.length);
  assert.deepEqual(
    notices.filter(({ text, license }) => text === undefined && license === 'see below').map(({ name }) => name),
    [],
    'each says under which licence it is',
  );
  assert.match(noticesText(notices), /Permission is hereby granted/);
});
