import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withALabels } from '../../../server/src/names/a-labels.ts';

describe('an international name', () => {
  it('has A-labels for its labels that are not ASCII, and keeps the others', () => {
    assert.equal(withALabels('bücher'), 'xn--bcher-kva');
    assert.equal(withALabels('_sip._tcp.BÜCHER.example.net.'), '_sip._tcp.xn--bcher-kva.example.net.');
    assert.equal(withALabels('例え.テスト.'), 'xn--r8jz45g.xn--zckzah.');
  });

  it('has none for a label that no international name may have', () => {
    for (const name of ['_tür', 'ü'.repeat(60), 'tür\\.x', '-ü']) assert.equal(withALabels(name), undefined, name);
  });
});
