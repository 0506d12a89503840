import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { allChecks } from '../../server/src/lint/rules/index.ts';
import type { LintedZone } from '../../server/src/workspace/workspace.ts';
import { fixEverything } from '../../server/src/workspace/trials/proven-batch.ts';
import { Trial } from '../../server/src/workspace/trials/trial.ts';
import { openFiles } from '../rules/lint-example.ts';
import { edit, placed, zoneText } from './zone-texts.ts';

const RUNS = Number(process.env['RUNS'] ?? 60),
  SEED = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) };

const settings = { profile: 'all' } as const;

function opened(text: string): readonly LintedZone[] {
  return openFiles(
    [
      { name: 'example.com.zone', text },
      { name: 'part.inc', text: 'part A 192.0.2.77\npart A 192.0.2.77\n' },
    ],
    allChecks,
    settings,
  );
}

function picture(zones: readonly LintedZone[]): readonly string[] {
  return zones
    .flatMap((linted) => [...linted.shown()])
    .map(({ code, severity, message, place, related, fix }) =>
      JSON.stringify([code, severity, message, place, related, fix]),
    )
    .toSorted();
}

const errors = (zones: readonly LintedZone[]): number =>
  zones.flatMap((linted) => [...linted.shown()]).filter(({ severity }) => severity === 'error').length;

describe('a trial of edits', () => {
  it('leaves zones as they were, to the last finding', () => {
    fc.assert(
      fc.property(zoneText, fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        const zones = opened(text),
          trial = new Trial(zones),
          before = picture(zones),
          source = zones[0]!.zone.root.text;
        for (const one of edits) {
          const { range, replacement } = placed(text, one);
          trial.attempt([{ uri: 'example.com.zone', range, text: replacement }]);
          assert.equal(source.text(), text);
          assert.deepEqual(picture(zones), before);
        }
      }),
      { numRuns: RUNS, ...SEED },
    );
  });

  it('of all safe fixes leaves no more errors than before, what a fresh open finds, and nothing that is still safe', () => {
    fc.assert(
      fc.property(zoneText, (text) => {
        const zones = opened(text),
          trial = new Trial(zones),
          before = errors(zones);
        const options = { findings: () => zones.flatMap((linted) => [...linted.shown()]), allows: () => true };
        fixEverything(trial, options);
        const after = zones[0]!.zone.root.text.text();
        assert.ok(errors(zones) <= before);
        assert.deepEqual(fixEverything(trial, options), []);
        trial.end();
        const part = trial.text('part.inc')?.text();
        if (part === undefined || part === 'part A 192.0.2.77\npart A 192.0.2.77\n')
          assert.deepEqual(picture(zones), picture(opened(after)));
      }),
      { numRuns: RUNS, ...SEED },
    );
  });
});
