import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../paths.ts';

const folder = path.join(root, 'examples');
/** The sets of files below examples/, in the order of the list. */
const titles: Readonly<Record<string, string>> = {
  'mail-flow/right': 'Mail set up right',
  'mail-flow/broken/1-a-missing': '1. The mail server has no address',
  'mail-flow/broken/1-a-internal': '1. Its address is internal',
  'mail-flow/broken/2-mx-no-address': '2. The second mail server has no address',
  'mail-flow/broken/2-mx-cname': '2. The MX record points at an alias',
  'mail-flow/broken/2-mx-is-ip': '2. The MX record points at an address',
  'mail-flow/broken/2-mx-missing-dot': '2. The final dot is missing',
  'mail-flow/broken/3-child-mx': '3. A child domain without a mail server',
  'mail-flow/broken/4-ptr-missing': '4. The address has no name',
  'mail-flow/broken/4-ptr-mismatch': "4. The address has an old server's name",
  'mail-flow/broken/4-ptr-no-zone': "4. There's no reverse zone",
  'mail-flow/broken/5-banner': '5. The server greets with another name',
  'mail-flow/broken/6-starttls': '6. The certificate has another name',
  'mail-flow/broken/7-spf-address': '7. SPF with an address that has X for digits',
  'mail-flow/broken/7-spf-two': '7. Two SPF records',
  'mail-flow/broken/7-spf-words': '7. SPF with wrong signs and words',
  'guides/mail-refused': 'Guide: my mail is refused',
  'guides/new-server': 'Guide: move to a new server',
  'guides/reverse-delegation': 'Guide: delegate a reverse zone',
};

const order = Object.keys(titles);

interface Example {
  readonly folder: string;
  readonly title: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly open: string;
}

/** The folders below examples/ that hold zones: each is one set of files. */
export async function readExamples(): Promise<readonly Example[]> {
  const names = globSync('**/{*,.*}', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) => path.join(path.relative(folder, entry.parentPath), entry.name).replaceAll('\\', '/'));
  const folders = [...new Set(names.map((name) => path.posix.dirname(name)))].toSorted(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  return Promise.all(
    folders.map(async (one) => {
      const own = names.filter((name) => path.posix.dirname(name) === one).map((name) => path.posix.basename(name));
      // The forward zone first, then its reverse zone, then the settings.
      const rank = (name: string): number => (name.startsWith('.') ? 2 : name.includes('.arpa') ? 1 : 0);
      const sorted = own.toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en'));
      const files = await Promise.all(
        sorted.map(async (name) => ({ name, text: await readFile(path.join(folder, one, name), 'utf8') })),
      );
      const title = titles[one];
      if (title === undefined) throw new Error(`examples/${one} has no title in scripts/playground/examples.ts.`);
      return { folder: one, title, files, open: sorted[0] ?? '' };
    }),
  );
}
