/** Runs the suite that is defined by now and prints its counts where the driver of the host reads them. */
export function report(start: (ended: (failures: number) => void) => Mocha.Runner): Promise<void> {
  return new Promise((resolve, reject) => {
    const runner = start((failures) => {
      const passed = runner.stats?.passes ?? 0;
      console.log(`zonewright suite: ${passed} passed, ${failures} failed`);
      if (failures > 0) reject(new Error(`${failures} of the tests in VS Code failed`));
      else if (passed === 0) reject(new Error('no test ran in VS Code'));
      else resolve();
    });
  });
}
