import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { build } from 'esbuild';
import { definesRule, importsIn, importsOf, leaksAmong, root, sourceModules } from './imports.ts';

/** The tree holds many more; a check that suddenly sees fewer has lost its sight. */
const fewestModules = 20;

const leaksOf = (file: string, text: string): readonly string[] => leaksAmong(importsIn(file, text), () => true).map((leak) => leak.fence);

describe('the import fences', () => {
  it('hold in the whole tree', () => {
    const modules = sourceModules();
    assert.ok(modules.length >= fewestModules, `only ${modules.length} modules were seen`);
    const edges = modules.flatMap(importsOf);
    assert.ok(edges.length >= modules.length, `only ${edges.length} imports were seen in ${modules.length} modules`);
    assert.deepEqual(
      leaksAmong(edges, definesRule).map(({ from, to, fence }) => `${fence}: ${from} → ${to}`),
      [],
    );
  });

  it('see every import that the bundler sees', async () => {
    const modules = sourceModules();
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [...modules],
      bundle: true,
      write: false,
      outdir: 'dist',
      metafile: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      logLevel: 'silent',
    });
    const seen = new Set(modules.flatMap(importsOf).map(({ from, to }) => `${from} → ${to}`));
    const missed = modules.flatMap((from) => (metafile.inputs[from]?.imports ?? []).map(({ path: to }) => `${from} → ${to}`)).filter((edge) => !seen.has(edge));
    assert.deepEqual(missed, []);
  });

  it('stop Node, the editor and the server in the core, even for types', () => {
    const file = 'server/src/zone/records/leak.ts';
    assert.deepEqual(leaksOf(file, "import { readFileSync } from 'node:fs';"), ['the core imports nothing of Node']);
    assert.deepEqual(leaksOf(file, "import fs from 'fs';"), ['the core imports nothing of Node']);
    assert.deepEqual(leaksOf(file, "import type { Range } from 'vscode-languageserver';"), [
      'the core imports no editor package',
      'only lsp/ and the two mains know the language server protocol',
    ]);
    assert.deepEqual(leaksOf(file, "export {\n  toRange,\n} from '../../lsp/ranges.ts';"), ['the core imports only itself']);
    assert.deepEqual(leaksOf('server/src/mail/spf/leak.ts', "const { run } = await import('../../cli/main.ts');"), ['the core imports only itself']);
  });

  it('stop a rule that leans on another rule', () => {
    const planted = "import aliased from '../mx/cname.ts';";
    assert.deepEqual(leaksOf('server/src/zone/lint/rules/spf/leak.ts', planted), ['a rule imports no other rule']);
    assert.deepEqual(
      leaksAmong(importsIn('server/src/zone/lint/rules/spf/leak.ts', planted), () => false),
      [],
    );
  });

  it('let the client see the message types of the server and nothing more', () => {
    const file = 'client/src/leak.ts';
    assert.deepEqual(leaksOf(file, "import type { ZoneStatus } from '../../server/src/lsp/messages.ts';"), []);
    assert.deepEqual(leaksOf(file, "import { zoneStatus } from '../../server/src/lsp/messages.ts';"), ['the client imports only message types of the server']);
    assert.deepEqual(leaksOf(file, "import type { Zone } from '../../server/src/zone/model/zone.ts';"), ['the client imports only message types of the server']);
  });
});
