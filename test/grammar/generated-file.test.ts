import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { createKinds } from '../../scripts/grammar/kinds.ts';
import { grammarFile } from '../../scripts/grammar/zone.ts';
import { allTypes } from '../../server/src/zone/rrtypes/registry/registry.ts';
import { zoneTokenizer } from './tokenizer.ts';

const file = path.join(import.meta.dirname, '../../syntaxes/dns-zone.tmLanguage.json');

describe('the grammar', () => {
  it('is what the record-type registry gives', () => {
    assert.ok(
      readFileSync(file, 'utf8') === grammarFile(allTypes),
      'syntaxes/dns-zone.tmLanguage.json is stale: run "npm run docs"',
    );
  });
});

describe('each kind of field', () => {
  const { knows } = createKinds();
  for (const kind of new Set(allTypes.flatMap(({ fields }) => fields.map((field) => field.kind.id)))) {
    it(`${kind} has colours of its own`, () =>
      assert.ok(knows(kind), 'until scripts/grammar/kinds.ts names it, it is coloured by the looks of its tokens'));
  }
});

describe('the example of each record type', async () => {
  const read = await zoneTokenizer();
  for (const type of allTypes) {
    it(`${type.mnemonic} is coloured without anything wrong in it`, () => {
      for (const line of type.example.split('\n')) {
        const wrong = (read([line])[0] ?? []).filter(({ scopes }) =>
          scopes.some((scope) => scope.startsWith('invalid.illegal')),
        );
        assert.deepEqual(wrong, type.status === 'meta' ? wrong : [], line);
      }
    });
  }
});
