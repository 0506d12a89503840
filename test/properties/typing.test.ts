import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { completionsAt } from '../../server/src/ide/completion/completions-at.ts';
import { alignFinished } from '../../server/src/ide/finished-line.ts';
import { hoverAt } from '../../server/src/ide/hover.ts';
import { noOthers } from '../../server/src/ide/name-words.ts';
import { foreignRecords, pastedRecords } from '../../server/src/ide/pasted-records.ts';
import { signatureAt } from '../../server/src/ide/signature.ts';
import { defaultSettings } from '../../server/src/findings/lint-settings.ts';
import { noFiles } from '../../server/src/zone/records/include-host.ts';
import { Lexer } from '../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../server/src/zone/syntax/source-text.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { edit, placed, positionAt, zoneText } from './zone-texts.ts';

const RUNS = Number(process.env['RUNS'] ?? 150),
  around = { now: new Date(2026, 10, 24), files: ['part.inc'] };

describe('at any place of any text', () => {
  it('completion, signature help, hover, alignment and paste answer', () => {
    fc.assert(
      fc.property(
        zoneText,
        fc.array(edit, { maxLength: 4 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (start, edits, places, known) => {
          const text = edits.reduce((now, one) => placed(now, one).after, start),
            source = new SourceText('file:///zones/zone', new Lexer());
          source.load(new TextEncoder().encode(text), () => undefined);
          const { zone } = new Workspace([]).open(source, {
            apex: known ? 'example.com.' : undefined,
            host: noFiles,
            settings: defaultSettings,
          });
          for (const at of places) {
            const position = positionAt(text, Math.floor(at * text.length)),
              { items } = completionsAt(zone, source, position, around);
            for (const { start: from, end } of items) assert.ok(from <= end, 'what is replaced is before the cursor');
            signatureAt(zone, source, position);
            hoverAt(zone, source, position, noOthers);
            pastedRecords(zone, source, { line: position.line, character: 0 }, text);
            const gaps = alignFinished(zone, source, { line: position.line + 1, character: 0 });
            for (const { range, text: gap } of gaps)
              assert.match(`${source.slice(range)}${gap}`, /^[ \t]*$/, 'only white space changes');
          }
          foreignRecords(text);
        },
      ),
      { numRuns: RUNS },
    );
  });
});
