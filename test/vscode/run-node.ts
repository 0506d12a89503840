// The suite's entry point in an extension host of Node: the browser workbench with a server, and the desktop.
import Mocha from 'mocha';
import { report } from './report.ts';

export async function run(): Promise<void> {
  // GREP=mail-flow npm run test:vscode -- node: only the tests whose names fit.
  const wanted = process.env['GREP'];
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 60_000,
    reporter: 'spec',
    ...(wanted === undefined ? {} : { grep: wanted }),
  });
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha);
  await import('./suite/index.ts');
  await report((ended) => mocha.run(ended));
}
