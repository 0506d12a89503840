import { globSync } from 'node:fs';
import { runNode } from './processes.ts';
import { root } from '../paths.ts';
import type { Tally } from './tally.ts';

/** Type-checks every tsconfig.json of the tree but those whose packages are installed when they are needed; each counts as one test. */
export async function typeCheck(): Promise<Tally> {
  const projects = globSync(['tsconfig.json', '{client,server,test,scripts}/**/tsconfig.json'], {
    cwd: root,
    exclude: ['**/node_modules/**', 'test/playground/**'],
  });
  return typesOf(projects);
}

/** Type-checks some projects. */
export async function typesOf(projects: readonly string[]): Promise<Tally> {
  let failed = 0;
  for (const project of projects.toSorted()) {
    const { code, output } = await runNode(['node_modules/typescript/bin/tsc', '-p', project]);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} types of ${project}`);
    if (code !== 0) {
      console.log(output);
      failed += 1;
    }
  }
  return { passed: projects.length - failed, failed };
}
