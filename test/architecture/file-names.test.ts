import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { codeTable } from '../../server/src/findings/codes/index.ts';
import { sourceModules } from './imports.ts';

/** How many files may have one name: a command and what it runs, a request of the protocol and the feature behind it. */
const mostAlike = 2;
/** Files that a code or a record type names: a search for `mx/cname` or `TLSA` finds them together, as it should. */
const namedByTable = (file: string): boolean =>
  /^server\/src\/(?:zone\/rrtypes\/types|findings\/codes)\//.test(file) ||
  (/^server\/src\/lint\/rules\/(.+)\.ts$/.exec(file)?.[1] ?? '') in codeTable;
/** What says nothing of a file's subject. */
const says = /^(?:util|utils|helper|helpers|manager|misc|common|family|posture|owner|base)\.ts$/;

const crowded = (files: readonly string[]): readonly string[] => {
  const byName = new Map<string, string[]>();
  for (const file of files) {
    if (namedByTable(file)) continue;
    const name = path.posix.basename(file);
    byName.set(name, [...(byName.get(name) ?? []), file]);
  }
  return [...byName.values()].filter((alike) => alike.length > mostAlike).flat();
};

describe('the names of files', () => {
  it('lead a search to one file, or to two', () => {
    assert.deepEqual(crowded(sourceModules()), []);
    const planted = ['server/src/mail/spf/record.ts', 'server/src/mail/dkim/record.ts', 'client/src/record.ts'];
    assert.deepEqual(crowded(planted), planted);
    assert.deepEqual(crowded(planted.slice(1)), []);
  });

  it('tell the subject', () => {
    const bare = sourceModules().filter((file) => says.test(path.posix.basename(file)) && !namedByTable(file));
    assert.deepEqual(bare, []);
  });
});
