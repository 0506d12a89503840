// The suite's entry point in an extension host of Node: the browser workbench with a server, and the desktop.
import Mocha from 'mocha';
import { report } from './report.ts';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: 'spec' });
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha);
  await import('./suite/index.ts');
  await report((ended) => mocha.run(ended));
}
