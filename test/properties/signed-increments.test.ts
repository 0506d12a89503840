import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { verifySignature } from '../../server/src/hosts/node/node-signatures.ts';
import { defaultSettings } from '../../server/src/findings/lint-settings.ts';
import { allChecks } from '../../server/src/lint/rules/index.ts';
import type { LintedZone } from '../../server/src/workspace/workspace.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { Lexer } from '../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../server/src/zone/syntax/source-text.ts';
import { encode } from '../../server/src/text/utf8.ts';

/** How many random sequences each property is tried with; a night's run sets more. */
const RUNS = Number(process.env['RUNS'] ?? 60);

const kinds = ['nsec', 'nsec3', 'optout'] as const;
const texts = new Map(
  kinds.map((kind) => [kind, readFileSync(path.join(import.meta.dirname, `signed-${kind}.zone`), 'utf8')]),
);
const signedLines = [...texts.values()].flatMap((text) => text.split('\n')).filter((line) => line !== '');
const otherLines = [
  'new.example.com. 3600 IN A 192.0.2.9',
  'ent.example.com. 3600 IN TXT "x"',
  'new.ent.example.com. 3600 IN A 192.0.2.9',
  'other.example.com. 3600 IN NS ns1.example.net.',
  'ent.example.com. 3600 IN NS ns1.example.net.',
  'x.dn.example.com. 3600 IN A 192.0.2.9',
  'example.com. 3600 IN NSEC3PARAM 1 0 0 -',
  'example.com. 3600 IN DNAME example.net.',
  '; note',
];

interface Edit {
  readonly line: number;
  readonly removed: number;
  readonly inserted: string;
  readonly settles: boolean;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  line: fc.nat(80),
  removed: fc.constantFrom(0, 0, 1, 1, 2, 8),
  inserted: fc.oneof(
    fc.constant(''),
    fc.constantFrom(...signedLines, ...otherLines).map((line) => `${line}\n`),
  ),
  settles: fc.boolean(),
});

function opened(text: string): {
  readonly workspace: Workspace;
  readonly linted: LintedZone;
  readonly source: SourceText;
} {
  const source = new SourceText('file:///w/example.com.zone', new Lexer()),
    workspace = new Workspace(allChecks);
  source.load(encode(text), () => undefined);
  return {
    workspace,
    source,
    linted: workspace.open(source, {
      apex: 'example.com.',
      host: { include: () => 'missing' },
      settings: { ...defaultSettings, profile: 'all', verify: verifySignature, now: Date.UTC(2030, 0) / 1000 },
    }),
  };
}

function findings(linted: LintedZone): readonly string[] {
  while (!linted.settled) linted.settle(() => false);
  assert.deepEqual([...linted.engine.crashes.values()], []);
  return [...linted.shown()]
    .map(({ code, message, place, related }) => JSON.stringify([code, message, place, related]))
    .sort();
}

describe('after any edits of the lines of a signed zone, the findings are those of a fresh open', () => {
  for (const kind of kinds)
    it(`with ${kind}`, () => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 10 }), (edits) => {
          const { workspace, linted, source } = opened(texts.get(kind)!);
          findings(linted);
          for (const { line, removed, inserted, settles } of edits) {
            const first = Math.min(line, source.lineCount - 1),
              last = Math.min(first + removed, source.lineCount - 1);
            workspace.edit(
              source,
              { start: { line: first, character: 0 }, end: { line: last, character: 0 } },
              inserted,
            );
            if (settles) findings(linted);
          }
          assert.deepEqual(findings(linted), findings(opened(source.text()).linted));
        }),
        { numRuns: RUNS },
      );
    });
});

it('the signed zones themselves are without a fault of DNSSEC', () => {
  for (const text of texts.values())
    assert.deepEqual(
      findings(opened(text).linted).filter((finding) => /"(nsec3?|rrsig|dnskey|ds)\//.test(finding)),
      [],
    );
});
