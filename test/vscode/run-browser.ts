// The suite's entry point in an extension host that is a web worker.
import 'mocha/mocha';
import { report } from './report.ts';

async function run(): Promise<void> {
  // Mocha's usual reporter in a browser writes into a document, which a worker does not have.
  mocha.setup({ ui: 'bdd', timeout: 60_000, reporter: 'spec', color: false });
  await import('./suite/index.ts');
  await report((ended) => mocha.run(ended));
}

// Mocha's file for browsers sets module.exports itself; the bundle's last line sets them again, from here.
Object.assign(globalThis, { zonewrightSuite: { run } });
