import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { policyFileOf } from '../../../../server/src/lint/kit/mail/policy-file.ts';
import { Lexer } from '../../../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../../../server/src/zone/syntax/source-text.ts';
import { encode } from '../../../../server/src/text/utf8.ts';

const of = (...mx: readonly string[]): string =>
  ['version: STSv1', 'mode: enforce', ...mx.map((host) => `mx: ${host}`), 'max_age: 604800', ''].join('\r\n');

/** The path of the file that is taken for the policy of example.com. */
function chosen(
  files: Readonly<Record<string, string>>,
  { alone = false, uri = 'file:///w/zones/example.com.zone' } = {},
): string | undefined {
  const texts = Object.entries(files).map(([name, text]) => {
    const source = new SourceText(`file:///w/${name}`, new Lexer());
    source.load(encode(text), () => undefined);
    return source;
  });
  return policyFileOf(
    { domain: 'example.com.', uri, mxHosts: ['mx1.example.net'], isAlone: () => alone },
    texts,
  )?.text.uri.slice('file:///w/'.length);
}

describe('the policy of a domain', () => {
  it('is the file in a folder with its name or that of its policy host, whatever it says', () => {
    assert.equal(
      chosen({
        'mta-sts.txt': of('mx1.example.net'),
        'web/mta-sts.example.com/.well-known/mta-sts.txt': of('mx.example.org'),
      }),
      'web/mta-sts.example.com/.well-known/mta-sts.txt',
    );
    assert.equal(chosen({ 'Example.COM/mta-sts.txt': of('mx.example.org') }), 'Example.COM/mta-sts.txt');
  });

  it('is else the nearest file that names one of its hosts, or hosts of its own', () => {
    assert.equal(
      chosen({ 'a/mta-sts.txt': of('*.example.net'), 'zones/.well-known/mta-sts.txt': of('mail.example.com') }),
      'zones/.well-known/mta-sts.txt',
    );
    assert.equal(chosen({ 'zones/mta-sts.txt': of('mx1.example.net') }), 'zones/mta-sts.txt');
  });

  it('is not one that names none of them, unless there is no other domain', () => {
    assert.equal(chosen({ 'mta-sts.txt': of('mx.example.org') }), undefined);
    assert.equal(chosen({ 'mta-sts.txt': of('mx.example.org') }, { alone: true }), 'mta-sts.txt');
  });

  it('is not one of another policy host, and none of two that are equally near', () => {
    assert.equal(chosen({ 'mta-sts.example.org/mta-sts.txt': of('mx1.example.net') }, { alone: true }), undefined);
    assert.equal(
      chosen({ 'a/mta-sts.txt': of('mx1.example.net'), 'b/mta-sts.txt': of('mx1.example.net') }, { alone: true }),
      undefined,
    );
  });

  it('is no file that only has the name of one', () => {
    assert.equal(chosen({ 'mta-sts.txt': 'see the wiki\n' }, { alone: true }), undefined);
    assert.equal(chosen({ 'mta-sts.txt': of('mx1.example.net') + ' '.repeat(70_000) }), undefined);
  });
});
