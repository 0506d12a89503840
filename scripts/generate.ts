// Writes the generated files: grammar, documentation, file names. Usage: scripts/generate.ts [--check] [WORD in a generator's name]
import { runGenerators } from './steps/generators.ts';

const [word = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const { passed, failed } = await runGenerators({ check: process.argv.includes('--check'), word });
if (passed + failed === 0) console.log(`No scripts/generate-*.ts has "${word}" in its name.`);
process.exit(failed === 0 ? 0 : 1);
