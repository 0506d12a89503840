import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';
import { allChecks } from '../../../server/src/lint/rules/index.ts';
import { lintFiles } from '../../rules/lint-example.ts';

const signed = readFileSync(path.join(import.meta.dirname, '../../properties/signed-nsec.zone'), 'utf8'),
  unsigned = signed.replace(/^.* (RRSIG|NSEC|DNSKEY) .*\n/gm, '');
const fixOf = (text: string, code: string): string | undefined =>
  lintFiles([{ name: 'example.com.zone', text }], allChecks, {}).findings.find((finding) => finding.code === code)?.fix;

it('in a signed zone no fix changes a record without being asked, since another record needs another signature', () => {
  const spf = 'www.example.com. 3600 IN SPF "v=spf1 -all"\n';
  assert.equal(fixOf(`${unsigned}${spf}`, 'spf/type99'), 'safe');
  assert.equal(fixOf(`${signed}${spf}`, 'spf/type99'), 'unsafe');
});

it('what a server cannot read is put right in a signed zone as elsewhere', () => {
  const note = '# added by hand\n';
  assert.equal(fixOf(`${unsigned}${note}`, 'syn/hash-comment'), 'safe');
  assert.equal(fixOf(`${signed}${note}`, 'syn/hash-comment'), 'safe');
});
