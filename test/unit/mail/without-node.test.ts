import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';

import { build } from 'esbuild';

import { rsa2048 } from './dkim/keys.ts';

const entry = `
  import { dkimKey, parseDkim } from './server/src/mail/dkim/dkim.ts';
  import { publishedKey, readKey } from './server/src/mail/dkim/dkim-key.ts';
  import { dmarcPlaceProblems, parseDmarc } from './server/src/mail/dmarc/dmarc.ts';
  import { parseTlsa, tlsaProblems } from './server/src/mail/dane/dane.ts';
  import { planMail } from './server/src/mail/plan/mail-setup.ts';
  globalThis.answers = {
    bits: dkimKey(parseDkim('p=' + globalThis.key)).bits,
    same: publishedKey(readKey(globalThis.key, 'rsa')) === globalThis.key,
    psd: dmarcPlaceProblems(parseDmarc('v=DMARC1; p=none; psd=y'), { domain: 'example.com' }).length,
    tlsa: tlsaProblems(parseTlsa('3 1 1 ab')).length,
    records: planMail({ domain: 'example.com', receiver: { kind: 'nobody' }, senders: { mxHosts: false, addresses: [], providers: [], includes: [] }, strictness: 'none', reports: [] }).length,
  };
`;

describe('the mail modules', () => {
  it('run in a web worker: without Node and without a DOM', async () => {
    const resolveDir = fileURLToPath(new URL('../../../', import.meta.url));
    const stdin = { contents: entry, resolveDir, loader: 'ts' } as const;
    const { outputFiles, metafile } = await build({
      stdin,
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      metafile: true,
      minify: true,
    });
    const inputs = Object.keys(metafile.inputs);
    assert.ok(
      inputs.some((input) => input.includes('asn1js')),
      'the DER library is in the bundle',
    );
    // A worker has these; a bare JavaScript context has not.
    const worker = createContext({ key: rsa2048, TextDecoder, TextEncoder });
    runInContext(outputFiles[0]?.text ?? '', worker);
    assert.deepEqual({ ...worker['answers'] }, { bits: 2048, same: true, psd: 1, tlsa: 1, records: 3 });
  });
});
