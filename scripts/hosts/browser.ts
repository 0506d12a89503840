import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { packageFolder } from './packages.ts';

interface Executable {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Where browsers of the Chromium family are installed on the three systems. */
function installedBrowser(): string | undefined {
  const programs = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].filter(
    (folder) => folder !== undefined,
  );
  const candidates: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
    linux: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/usr/bin/google-chrome-stable',
      '/usr/bin/microsoft-edge',
    ],
    darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
    win32: programs.flatMap((folder) => [
      path.join(folder, 'Google/Chrome/Application/chrome.exe'),
      path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  };
  return candidates[process.platform]?.find((file) => existsSync(file));
}

/** A font configuration of this machine's fonts and the package's own, for its browser breaks off where it finds no font at all. */
async function writeFontConfiguration(folder: string): Promise<string> {
  const file = path.join(folder, 'fonts.conf');
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    path.join(os.homedir(), '.local/share/fonts'),
    path.join(folder, 'fonts/fonts'),
  ];
  const lines = [
    ...folders.map((fonts) => `<dir>${fonts}</dir>`),
    `<cachedir>${path.join(folder, 'fonts-cache')}</cachedir>`,
  ];
  await writeFile(
    file,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n${lines.join('\n')}\n</fontconfig>\n`,
  );
  return file;
}

/**
 * The Chromium that the npm package @sparticuz/chromium carries, for Linux without a browser. It needs NSS from the system,
 * or else takes the copy that the package carries for Amazon's Linux.
 */
async function packagedBrowser(): Promise<Executable> {
  const carrier = packageFolder('@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(path.join(carrier, 'package.json'), 'utf8')) as { version: string };
  // The package unpacks to TMPDIR/chromium and takes whatever has that name for its own, so it gets a folder for itself.
  const folder = path.join(os.tmpdir(), `zonewright-chromium-${version}-${os.userInfo().uid}`);
  await mkdir(folder, { recursive: true });
  const unpack =
    "import('@sparticuz/chromium').then(async ({ default: chromium }) => process.stdout.write(await chromium.executablePath()))";
  const unpacked = spawnSync(process.execPath, ['--input-type=module', '-e', unpack], {
    // Inside the package its own name leads to it.
    cwd: carrier,
    encoding: 'utf8',
    // The name of a Lambda runtime makes the package unpack its libraries too.
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  if (unpacked.status !== 0) throw new Error(`@sparticuz/chromium did not unpack:\n${unpacked.stderr}`);
  const file = unpacked.stdout;
  const environments: readonly Readonly<Record<string, string>>[] = [
    {},
    { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') },
  ];
  let complaint = '';
  for (const env of environments) {
    const started = spawnSync(file, ['--version'], { encoding: 'utf8', env: { ...process.env, ...env } });
    if (started.status === 0)
      return { path: file, env: { FONTCONFIG_FILE: await writeFontConfiguration(folder), ...env } };
    complaint = started.stderr;
  }
  throw new Error(
    `The browser of @sparticuz/chromium does not start on this machine:\n${complaint.trim()}\n` +
      'Install the missing library (on Debian: apt-get install libnss3 libnspr4), or any Chromium or Chrome, or name one in the environment variable CHROMIUM.',
  );
}

async function findBrowser(): Promise<Executable> {
  const named = process.env['CHROMIUM'];
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`The environment variable CHROMIUM names ${named}, which does not exist.`);
    return { path: named, env: {} };
  }
  const installed = process.env['NO_SYSTEM_CHROMIUM'] === undefined ? installedBrowser() : undefined;
  if (installed !== undefined) return { path: installed, env: {} };
  if (process.platform === 'linux') return packagedBrowser();
  throw new Error(
    'No Chromium, Chrome or Edge was found. Install one, or name one in the environment variable CHROMIUM.',
  );
}

export interface OpenBrowser {
  readonly page: Page;
  /** Host names outside this machine that the page asked for; every such request was refused. */
  readonly outside: ReadonlySet<string>;
  readonly close: () => Promise<void>;
}

const isThisMachine = (hostname: string): boolean => /^(127\.0\.0\.1|(.*\.)?localhost)$/.test(hostname);

/** Opens an empty page in a browser without a window. Nothing outside this machine can be reached from it. */
export async function openBrowser(size = { width: 1280, height: 800 }): Promise<OpenBrowser> {
  const executable = await findBrowser();
  const browser: Browser = await chromium.launch({
    executablePath: executable.path,
    env: { ...(process.env as Record<string, string>), ...executable.env },
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  const outside = new Set<string>();
  await page.route(
    (url) => url.protocol.startsWith('http') && !isThisMachine(url.hostname),
    (route) => {
      outside.add(new URL(route.request().url()).hostname);
      return route.abort();
    },
  );
  return {
    page,
    outside,
    // A browser that hangs on closing must not hold up the rest.
    close: () => Promise.race([browser.close(), new Promise<void>((resolve) => setTimeout(resolve, 3000))]),
  };
}
