import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { build } from 'esbuild';
import {
  circlesAmong,
  definesRule,
  floors,
  importsIn,
  importsOf,
  leaksAmong,
  rooms,
  root,
  sourceModules,
} from './imports.ts';

/** The tree holds many more; a check that suddenly sees fewer has lost its sight. */
const fewestModules = 20;

const leaksOf = (file: string, text: string): readonly string[] =>
  leaksAmong(importsIn(file, text), () => true).map((leak) => leak.fence);

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
    const missed = modules
      .flatMap((from) => (metafile.inputs[from]?.imports ?? []).map(({ path: to }) => `${from} → ${to}`))
      .filter((edge) => !seen.has(edge));
    assert.deepEqual(missed, []);
  });

  it('let no two files and no two folders of the server import each other', () => {
    const edges = sourceModules()
      .flatMap(importsOf)
      .filter(({ from, to }) => from.startsWith('server/src/') && to.startsWith('server/src/'));
    assert.deepEqual(circlesAmong(edges.filter(({ typeOnly }) => !typeOnly).map(({ from, to }) => [from, to])), []);
    assert.deepEqual(circlesAmong(edges.map(({ from, to }) => [path.posix.dirname(from), path.posix.dirname(to)])), []);
    assert.deepEqual(
      circlesAmong([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
        ['c', 'd'],
        ['e', 'e'],
      ]),
      [['a', 'b', 'c']],
    );
  });

  for (const [k, floor] of floors.entries())
    it(`stop ${floor}/ from importing what is above it, even for types`, () => {
      for (const above of floors.slice(k + 1))
        assert.ok(
          leaksOf(`server/src/${floor}/leak.ts`, `import type { Leak } from '../${above}/leak.ts';`).includes(
            'imports run down',
          ),
          above,
        );
      for (const below of floors.slice(0, k))
        assert.ok(
          !leaksOf(`server/src/${floor}/leak.ts`, `import { sound } from '../${below}/sound.ts';`).includes(
            'imports run down',
          ),
          below,
        );
      assert.ok(
        leaksOf(`server/src/${floor}/leak.ts`, "import type { Leak } from '../main-node.ts';").includes(
          'imports run down',
        ),
      );
    });

  for (const [floor, inOrder] of Object.entries(rooms))
    it(`stop the rooms of ${floor}/ from importing those above them`, () => {
      for (const [k, room] of inOrder.entries())
        for (const above of inOrder.slice(k + 1))
          assert.deepEqual(
            leaksOf(`server/src/${floor}/${room}/leak.ts`, `export type { Leak } from '../${above}/leak.ts';`),
            ['imports run down'],
          );
    });

  it('stop Node, the editor and the server in the core, even for types', () => {
    for (const floor of floors.slice(0, floors.indexOf('hosts'))) {
      const file = `server/src/${floor}/deep/leak.ts`;
      assert.deepEqual(leaksOf(file, "import { readFileSync } from 'node:fs';"), ['the core imports nothing of Node']);
      assert.deepEqual(leaksOf(file, "import fs from 'fs';"), ['the core imports nothing of Node']);
      assert.deepEqual(leaksOf(file, "import type { Range } from 'vscode-languageserver';"), [
        'the core imports no editor package',
        'only lsp/ and the two mains know the language server protocol',
      ]);
      assert.deepEqual(leaksOf(file, "export {\n  toRange,\n} from '../../lsp/ranges.ts';"), ['imports run down']);
      assert.deepEqual(leaksOf(file, "const { run } = await import('../../cli/main.ts');"), ['imports run down']);
    }
  });

  it('stop the language server from choosing its host, and files without a floor', () => {
    assert.deepEqual(
      leaksOf('server/src/lsp/server/leak.ts', "import { nodeFiles } from '../../hosts/node/node-files.ts';"),
      ['only cli/ and the mains choose the host'],
    );
    assert.deepEqual(leaksOf('server/src/cli/leak.ts', "import { nodeFiles } from '../hosts/node/node-files.ts';"), []);
    assert.ok(
      leaksOf('server/src/attic/leak.ts', "import { a } from '../text/a.ts';").includes('every file is on a floor'),
    );
  });

  it('stop whoever reads files without knowing the bounds', () => {
    for (const specifier of ['node:fs', 'fs', 'node:fs/promises'])
      assert.deepEqual(leaksOf('server/src/cli/input/leak.ts', `import { readFile } from '${specifier}';`), [
        'files are read by hosts/node/, which knows the bounds',
      ]);
    assert.deepEqual(leaksOf('server/src/hosts/node/leak.ts', "import { readFile } from 'node:fs';"), []);
  });

  it('stop sockets that a host was not asked to open', () => {
    for (const specifier of ['node:net', 'dgram', 'node:tls', 'node:https', 'node:dns/promises'])
      for (const file of ['server/src/cli/commands/leak.ts', 'client/src/leak.ts'])
        assert.ok(
          leaksOf(file, `import * as sockets from '${specifier}';`).includes(
            'sockets are opened by hosts/, which are asked to',
          ),
        );
    assert.deepEqual(leaksOf('server/src/hosts/node/leak.ts', "import { connect } from 'node:net';"), []);
  });

  it('stop a rule that leans on another rule', () => {
    const planted = "import aliased from '../mx/cname.ts';";
    assert.deepEqual(leaksOf('server/src/lint/rules/spf/leak.ts', planted), ['a rule imports no other rule']);
    assert.deepEqual(
      leaksAmong(importsIn('server/src/lint/rules/spf/leak.ts', planted), () => false),
      [],
    );
  });

  it('let the client see the message types of the server, what tells a zone, and nothing more', () => {
    const file = 'client/src/leak.ts';
    assert.deepEqual(leaksOf(file, "import type { ZoneStatus } from '../../server/src/lsp/protocol/messages.ts';"), []);
    assert.deepEqual(
      leaksOf(file, "import { claimsDbFile } from '../../server/src/config/zone-files/reads-like-zone.ts';"),
      [],
    );
    assert.deepEqual(leaksOf(file, "import { zoneStatus } from '../../server/src/lsp/protocol/messages.ts';"), [
      'the client imports only message types of the server, and what tells a zone by its text',
    ]);
    assert.deepEqual(leaksOf(file, "import type { Zone } from '../../server/src/zone/model/zone.ts';"), [
      'the client imports only message types of the server, and what tells a zone by its text',
    ]);
  });
});
