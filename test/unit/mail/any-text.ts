import assert from 'node:assert/strict';
import { it } from 'node:test';

import fc from 'fast-check';

import type { MailProblem } from '../../../server/src/mail/grammar/problem.ts';

/** For any text made of these pieces: no exception, findings inside the text, edits in order. */
export function testAnyText(pieces: readonly string[], problemsOf: (text: string) => readonly MailProblem[]): void {
  const common = [';', ' ', ',', '=', '\\', '"', '\u00ff', '\t', 'v', 'V='];
  const part = fc.oneof(fc.constantFrom(...pieces, ...common), fc.string({ maxLength: 4 }));
  const texts = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
  it('any text gives findings and edits inside it, and no exception', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const problem of problemsOf(text)) {
          assert.ok(0 <= problem.start && problem.start <= problem.end && problem.end <= text.length);
          let at = 0;
          for (const edit of problem.fix?.edits ?? []) {
            assert.ok(
              at <= edit.start && edit.start <= edit.end && edit.end <= text.length,
              JSON.stringify([text, problem]),
            );
            at = edit.end;
          }
        }
      }),
      { numRuns: 300 },
    );
  });
}
