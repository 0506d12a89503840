import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { root } from '../../../scripts/paths.ts';
import { agreement, disagreements } from '../../../scripts/release/agreement.ts';
import { billOfMaterials } from '../../../scripts/release/bill-of-materials.ts';

describe('versions', () => {
  it('agree in this checkout', async () => {
    assert.deepEqual(await agreement(undefined), []);
  });

  const good = {
    version: '1.2.0',
    changelog: '# Changelog\n\n## 1.2.0 - 2027-01-02\n\n## 1.1.0 - 2026-12-01\n',
    pinned: { 'docs/ci.md': 'npx zonewright@1.2.0 check, zonewright/zonewright@v1.2.0' },
    tag: 'v1.2.0',
  };

  it('agree if the tag, the changelog and what is pinned say the same', () => {
    assert.deepEqual(disagreements(good), []);
  });

  for (const [what, changed, problem] of [
    ['another tag', { tag: 'v1.3.0' }, /The tag is v1\.3\.0, but/],
    ['a changelog without the version', { changelog: '## Unreleased\n' }, /no section "## 1\.2\.0"/],
    ['a section without a date', { changelog: '## 1.2.0\n' }, /has no date/],
    [
      'a newer version in the changelog',
      { changelog: '## 1.3.0 - 2027-02-01\n## 1.2.0 - 2027-01-02\n' },
      /newest version in CHANGELOG\.md is 1\.3\.0/,
    ],
    [
      'an older version in the guides',
      { pinned: { 'docs/ci.md': 'zonewright@1.1.0' } },
      /docs\/ci\.md names zonewright@1\.1\.0/,
    ],
    ["a version that isn't semantic", { version: '1.2', tag: 'v1.2' }, /isn't a semantic version/],
  ] as const)
    it(`disagree because of ${what}`, () => {
      assert.ok(disagreements({ ...good, ...changed }).some((sentence) => problem.test(sentence)));
    });
});

describe('the bill of materials', () => {
  it('names each package in the bundles with its licence and the hash of the lock file, the same each time', async () => {
    const text = await billOfMaterials(),
      { bomFormat, components } = JSON.parse(text) as {
        readonly bomFormat: string;
        readonly components: readonly {
          readonly name: string;
          readonly purl: string;
          readonly licenses: readonly object[];
          readonly hashes?: readonly object[];
        }[];
      };
    assert.equal(bomFormat, 'CycloneDX');
    for (const name of ['commander', 'vscode-languageserver', 'vscode-languageclient', 'tldts', '@noble/curves'])
      assert.ok(
        components.some((component) => component.name === name),
        name,
      );
    assert.deepEqual(
      components
        .filter(({ hashes, licenses }) => hashes === undefined || licenses.length === 0)
        .map(({ purl }) => purl),
      [],
    );
    assert.equal(await billOfMaterials(), text);
  });
});

describe('the release workflow', () => {
  interface Job {
    readonly permissions?: Readonly<Record<string, string>>;
    readonly steps: readonly { readonly run?: string; readonly uses?: string }[];
  }
  const { on, permissions, jobs } = parse(readFileSync(path.join(root, '.github/workflows/release.yml'), 'utf8')) as {
    readonly on: { readonly push: { readonly tags: readonly string[] } };
    readonly permissions: object;
    readonly jobs: Readonly<Record<string, Job>>;
  };
  const commands = Object.values(jobs)
    .flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []))
    .join('\n');

  it("runs on a version's tag, after the tests, and publishes with provenance", () => {
    assert.deepEqual(on.push.tags, ['v*']);
    assert.deepEqual(permissions, { contents: 'read' });
    assert.match(commands, /npm ci\nnpm test\nnpm run release -- "\$GITHUB_REF_NAME"/);
    assert.match(commands, /npm publish .*--provenance/);
    assert.match(commands, /vsce@3 publish/);
    assert.match(commands, /ovsx@0\.10 publish/);
    assert.equal(jobs['publish']?.permissions?.['id-token'], 'write');
  });

  it('puts no expression of the event into a command', () => {
    assert.doesNotMatch(commands, /\$\{\{/);
  });
});
