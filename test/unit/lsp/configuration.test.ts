import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Configuration } from '../../../server/src/lsp/server/configuration.ts';

const noFiles = { configKeys: () => [], configText: () => undefined, listFolder: () => [], folderOf: () => undefined };

it("a code in the editor's settings that no rule has is told once, with the one that was meant", () => {
  const configuration = new Configuration([{ code: 'mx/no-address' }, { code: 'mx/cname' }], noFiles, () => undefined);
  for (const folder of [undefined, '/one', '/two'])
    configuration.setEditor(folder, { rules: { 'mx/no-adress': 'off', 'mx/cname': 'off' } });
  assert.deepEqual(configuration.editorProblems(), [
    `There's no rule "mx/no-adress", so this has no effect. Did you mean "mx/no-address"?`,
  ]);
});
