import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainText, snippetText } from '../../../server/src/text/snippets.ts';

describe('a snippet for an editor without tab stops', () => {
  it('has its placeholders filled by their defaults', () => {
    assert.equal(plainText('mail A ${1:192.0.2.1}\n'), 'mail A 192.0.2.1\n');
    assert.equal(plainText('v=spf1 ${1:mx} ${2|-all,~all|}$0'), 'v=spf1 mx -all');
    assert.equal(plainText('a$1b${2}c'), 'abc');
    assert.equal(plainText('${1:outer ${2:inner} end}'), 'outer inner end');
  });

  it('keeps escaped characters, and those that only look like a stop', () => {
    assert.equal(plainText('\\$TTL ${1:3600}'), '$TTL 3600');
    assert.equal(plainText('h$ A 192.0.2.${x}'), 'h$ A 192.0.2.${x}');
    assert.equal(plainText('exists:${1:%{i\\}._spf.example.com}'), 'exists:%{i}._spf.example.com');
    assert.equal(plainText('unclosed ${1:rest'), 'unclosed rest');
  });

  it('is the text again that was escaped for it', () => {
    for (const text of ['$GENERATE 1-9 $ A 192.0.2.$', 'a\\.b', '${1:x}', '}'])
      assert.equal(plainText(snippetText(text)), text);
  });
});
