import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, it } from 'node:test';

const root = path.resolve(import.meta.dirname, '../../..');

function mail(...args: readonly string[]): {
  readonly status: number | null;
  readonly output: string;
  readonly error: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['server/src/cli/main.ts', 'mail', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, output: stdout, error: stderr };
}

describe('zonewright mail', () => {
  it('prints the way of mail as a tree, each step with the place of its record', () => {
    const { status, output } = mail('shudnow.net', 'examples/mail-flow/right');
    assert.equal(status, 0);
    assert.match(
      output,
      /^shudnow\.net takes mail at one host\.\n\nMail to shudnow\.net\n└─ GOOD: MX 10 smtp\.shudnow\.net {2}\(examples\/mail-flow\/right\/shudnow\.net\.zone:17\)\n/,
    );
    assert.match(
      output,
      /│ {2}└─ GOOD: PTR smtp\.shudnow\.net {2}\(examples\/mail-flow\/right\/30\.20\.10\.in-addr\.arpa\.zone:15\)/,
    );
    assert.match(output, /\nMail from shudnow\.net\n├─ GOOD: SPF, 1 of 10 lookups/);
  });

  it('gives status 1 when a step is bad, and the steps as JSON', () => {
    const { status, output } = mail('sales.shudnow.net', 'examples/mail-flow/broken/3-child-mx', '--format', 'json');
    assert.equal(status, 1);
    const { domain, state, receiving } = JSON.parse(output) as {
      readonly domain: string;
      readonly state: string;
      readonly receiving: readonly (readonly {
        readonly kind: string;
        readonly state: string;
        readonly place?: { readonly file: string };
      }[])[];
    };
    assert.deepEqual([domain, state], ['sales.shudnow.net', 'bad']);
    assert.deepEqual(
      receiving[0]?.map((step) => [step.kind, step.state, step.place?.file]),
      [
        ['mx', 'good', 'examples/mail-flow/broken/3-child-mx/shudnow.net.zone'],
        ['address', 'bad', 'examples/mail-flow/broken/3-child-mx/shudnow.net.zone'],
      ],
    );
  });

  it('takes the public one of several files with the same zone, and says which it takes of several public ones', () => {
    const { output, error } = mail('shudnow.net', 'examples/mail-flow/broken');
    assert.match(output, /\(examples\/mail-flow\/broken\/1-a-internal\/shudnow\.net\.zone:/);
    assert.match(
      error,
      /^zonewright: \d+ files hold 30\.20\.10\.in-addr\.arpa; examples\/mail-flow\/broken\/1-a-missing\/30\.20\.10\.in-addr\.arpa\.zone is used\. Name just the file you mean\.\n$/,
    );
  });

  it('refuses a name that none of the zones holds', () => {
    const { status, error } = mail('example.com', 'examples/mail-flow/right');
    assert.equal(status, 2);
    assert.match(error, /No zone in examples\/mail-flow\/right contains example\.com\./);
  });
});
