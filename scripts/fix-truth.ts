// Tries each fix of each finding alone, and says which hold: on the rules' pages, the defects, the examples, and any folder, file or configuration given.
// Usage: scripts/fix-truth.ts [--only-given] [--profile NAME] [--refused] [PATH…]
import path from 'node:path';
import { defectCases, folderCases, pageCases } from '../test/fix-truth/cases.ts';
import type { TruthCase } from '../test/fix-truth/cases.ts';
import { bindIsMissing, judge } from '../test/fix-truth/judge.ts';
import { root } from './paths.ts';

const profiles = ['recommended', 'strict', 'all'] as const;
const args = process.argv.slice(2), onlyGiven = args.includes('--only-given'), showsRefused = args.includes('--refused'), profileAt = args.indexOf('--profile');
const profile = profiles.find((one) => one === args[profileAt + 1]) ?? 'recommended';
const given = args.filter((arg, k) => !arg.startsWith('--') && (profileAt < 0 || k !== profileAt + 1));

async function* cases(): AsyncIterable<TruthCase> {
  if (!onlyGiven) {
    yield* pageCases();
    yield* defectCases();
    yield* folderCases(path.join(root, 'examples'), 'all');
  }
  for (const one of given) yield* folderCases(one, profile);
}

if (bindIsMissing) console.log('named-compilezone is not installed (Debian: bind9-utils): BIND is not asked.');
const counts = { tried: 0, held: 0, refused: 0, offered: 0, wrong: 0 };
for await (const one of cases()) {
  for (const { verdict, place, code, title, harm, wrong } of judge(one, true)) {
    counts.tried++;
    counts[verdict]++;
    if (showsRefused && harm !== undefined) console.log(`refused ${place} ${code} "${title}": it ${harm}`);
    if (wrong === undefined) continue;
    counts.wrong++;
    console.log(`WRONG ${place} ${code} "${title}": ${wrong}`);
  }
}
const safe = counts.held - counts.wrong;
console.log(`${counts.tried} fixes: ${counts.held} held as safe, ${counts.refused} refused by the trial, ${counts.offered} only offered. Of the safe ones ${safe} are right by BIND and by layout, ${counts.wrong} are not.`);
process.exitCode = counts.wrong === 0 ? 0 : 1;
