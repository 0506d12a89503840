import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mailRecordKinds } from '../../../client/src/mail-snippets.ts';

const variantsOf = (kind: string): readonly string[] => mailRecordKinds.find((one) => one.kind === kind)?.variants.map(({ prefix }) => prefix) ?? [];

describe('the records of Insert Mail Record…', () => {
  it('each have a snippet', () => {
    assert.deepEqual(
      mailRecordKinds.filter(({ variants }) => variants.length === 0).map(({ kind }) => kind),
      [],
    );
  });

  it('have variants for Microsoft 365 and Google Workspace where a provider decides what stands there', () => {
    assert.deepEqual(variantsOf('mx'), ['mx', 'mx-microsoft365', 'mx-google']);
    assert.deepEqual(variantsOf('spf'), ['spf', 'spf-microsoft365', 'spf-google']);
  });

  it('have no tag in DMARC that RFC 9989 removed', () => {
    for (const { variants } of mailRecordKinds)
      for (const { body } of variants.filter((variant) => variant.body.includes('v=DMARC1'))) assert.doesNotMatch(body, /\b(pct|rf|ri)=/);
  });
});
