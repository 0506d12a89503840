import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { rulePage } from '../../../server/src/lsp/server/rule-page.ts';

const { repository } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../../package.json'), 'utf8')) as {
  readonly repository?: string | { readonly url: string };
};

describe('the page that a finding links to', () => {
  it("is the rule's own", () => {
    assert.match(rulePage('mx/no-address') ?? '', /^https:.*\/docs\/rules\/mx\/no-address\.md$/);
    assert.match(rulePage('suppression/unused') ?? '', /\/docs\/rules\/suppression\/unused\.md$/);
    assert.equal(rulePage('mx/no-such-rule'), undefined);
  });

  it('lies in the repository that package.json names', {
    skip: repository === undefined ? 'package.json names no repository' : false,
  }, () => {
    const url = typeof repository === 'string' ? repository : (repository?.url ?? '');
    assert.ok(rulePage('mx/no-address')?.startsWith(url.replace(/^git\+/, '').replace(/\.git$/, '')), url);
  });
});
