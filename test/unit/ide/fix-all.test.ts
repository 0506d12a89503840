import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixAll } from '../../../server/src/ide/fix-all.ts';
import { head, opened } from './opened.ts';

/** The text after all safe fixes, and how many edits it took. */
function fixed(text: string): { readonly text: string; readonly edits: number } {
  const { workspace, linted, source } = opened(text),
    edits = fixAll(workspace, linted, source);
  for (const edit of [...edits].sort((a, b) =>
    'range' in a && 'range' in b ? b.range.start.line - a.range.start.line : 0,
  ))
    if ('range' in edit) source.edit(edit.range, edit.text, () => undefined);
  return { text: source.text(), edits: edits.length };
}

describe('fixing all that is safe', () => {
  it('changes each place for itself', () => {
    assert.deepEqual(fixed(`${head}a A 192.0.2.1\na A 192.0.2.1\nx A 192.0.2.9\nb A 192.0.2.2\nb A 192.0.2.2\n`), {
      text: `${head}a A 192.0.2.1\nx A 192.0.2.9\nb A 192.0.2.2\n`,
      edits: 2,
    });
  });

  it('goes on until nothing is left, also where one fix makes room for another', () => {
    assert.equal(fixed(`${head}a A 192.0.2.1\na A 192.0.2.1\na A 192.0.2.1\n`).text, `${head}a A 192.0.2.1\n`);
  });

  it('leaves a file alone that needs nothing', () => {
    assert.deepEqual(fixed(head), { text: head, edits: 0 });
  });

  it('does not touch the zone that it is tried for', () => {
    const { workspace, linted, source } = opened(`${head}a A 192.0.2.1\na A 192.0.2.1\n`),
      before = source.text(),
      zones = workspace.zones.size;
    fixAll(workspace, linted, source);
    assert.equal(source.text(), before);
    assert.equal(workspace.zones.size, zones);
    assert.ok([...linted.shown()].some(({ code }) => code === 'rrset/duplicate'));
  });
});
