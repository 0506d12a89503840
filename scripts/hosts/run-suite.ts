import { format } from 'node:util';
import type { Page } from 'playwright-core';
import type { Tally } from '../steps/tally.ts';

/** What the suite prints last, in whatever host it runs: the line the counts are read from. */
const countsLine = /^zonewright suite: (\d+) passed, (\d+) failed$/m;

/** Reads the counts out of what the suite printed; a suite that printed none did not run. */
export function countsIn(output: string): Tally {
  const match = countsLine.exec(output);
  if (match === null) return { passed: 0, failed: 1 };
  return { passed: Number(match[1]), failed: Number(match[2]) };
}

/** VS Code's own remarks, which come through the same channel as the suite's output. */
const remarks =
  /^(Ignoring fetching|Request to|Found additional|Loading development|Resolv(ing|ed) connection|Creating a socket|Updating additional|Extension host \(\w+\) is|\[[\w-]+:?\w*\])/;

interface SuiteOptions {
  readonly address: string;
  /** Seconds without a word after which the run counts as hung. A machine with much to do is slow and not hung. */
  readonly timeout: number;
  /** Where a picture of a hung run goes. */
  readonly picture: string;
}

/** Opens a workbench that was told to run the test suite, shows what the suite prints and counts its tests. */
export async function runSuite(page: Page, { address, timeout, picture }: SuiteOptions): Promise<Tally> {
  const everything = process.env['VERBOSE'] !== undefined;
  let output = '';
  let exited: (code: number) => void = () => undefined;
  let hung: (error: Error) => void = () => undefined;
  const exitCode = new Promise<number>((resolve, reject) => {
    exited = resolve;
    hung = reject;
  });
  // What goes wrong after the suite has ended, or before anything waits for it, is no failure of its own.
  exitCode.catch(() => undefined);
  // The two functions through which VS Code's workbench reports to whoever automates it.
  const alarm = setTimeout(() => hung(new Error(`the suite said nothing for ${timeout} s`)), timeout * 1000);
  await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
    alarm.refresh();
    const text = format(...args);
    const wanted = (type === 'log' || type === 'info') && !remarks.test(text);
    if (!everything && !wanted) return;
    output += `${text}\n`;
    if (!countsLine.test(text)) console.log(text.trimEnd());
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => exited(code));
  page.on('crash', () => hung(new Error('the page crashed')));
  page.on('close', () => hung(new Error('the browser closed')));
  if (everything) page.on('console', (message) => console.log('console', message.type(), message.text().slice(0, 500)));

  try {
    await page.goto(address, { timeout: timeout * 1000 });
    const code = await exitCode;
    const counts = countsIn(output);
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch (error) {
    const pictured = await page.screenshot({ path: picture, timeout: 5000 }).then(
      () => `; see ${picture}`,
      (reason: unknown) => `; no picture of it, for ${reason instanceof Error ? reason.message : String(reason)}`,
    );
    console.log(`FAILED ${error instanceof Error ? error.message : String(error)}${pictured}`);
    const counts = countsIn(output);
    return { passed: counts.passed, failed: Math.max(1, counts.failed) };
  } finally {
    clearTimeout(alarm);
  }
}
