import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { identified } from '../../../server/src/cli/input/find-inputs.ts';
import { SettingsFiles } from '../../../server/src/cli/input/settings-files.ts';

const apexOf = async (name: string, text: string): Promise<string | undefined> =>
  (
    await identified(
      `/zones/${name}`,
      new TextEncoder().encode(text),
      [],
      { origin: undefined, settings: new SettingsFiles([]) },
      false,
    )
  )[0]?.apex;

describe('a file of root hints', () => {
  it('is not the root zone, so that what is not in it may well exist', async () => {
    for (const name of ['named.root', 'named.ca', 'root.hints'])
      assert.equal(
        await apexOf(name, '. 3600000 NS A.ROOT-SERVERS.NET.\nA.ROOT-SERVERS.NET. 3600000 A 198.41.0.4\n'),
        undefined,
        name,
      );
  });

  it('is the root zone when it has an SOA record', async () => {
    assert.equal(
      await apexOf(
        'named.root',
        '. 86400 IN SOA a.root-servers.net. nstld.verisign-grs.com. 2026112400 1800 900 604800 86400\n. NS a.root-servers.net.\n',
      ),
      '.',
    );
  });
});
