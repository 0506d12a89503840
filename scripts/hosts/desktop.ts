// Runs the suite in a desktop VS Code. Usage: scripts/hosts/desktop.ts WORKSPACE
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from '../paths.ts';

const [workspace = root] = process.argv.slice(2);
const executable = process.env['VSCODE_EXECUTABLE'];

try {
  await runTests({
    ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'dist/test/vscode/run-node.cjs'),
    launchArgs: [
      workspace,
      '--disable-extensions',
      '--disable-workspace-trust',
      '--skip-welcome',
      '--skip-release-notes',
    ],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
