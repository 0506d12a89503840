// Tries each fix of each finding alone, and says which hold: on the rules' pages, the defects, random slips, the examples, and any folder, file or configuration given.
// Usage: scripts/fix-truth.ts [--only-given] [--mutations N] [--seed N] [--profile NAME] [--refused] [PATH…]
import path from 'node:path';
import { parseArgs } from 'node:util';
import { defectCases, folderCases, mutatedCases, pageCases } from '../test/fix-truth/cases.ts';
import type { TruthCase } from '../test/fix-truth/cases.ts';
import { bindIsMissing, judge } from '../test/fix-truth/judge.ts';
import { root } from './paths.ts';

const profiles = ['recommended', 'strict', 'all'] as const;
const { values, positionals: given } = parseArgs({
  allowPositionals: true,
  options: {
    'only-given': { type: 'boolean' },
    refused: { type: 'boolean' },
    mutations: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    profile: { type: 'string' },
  },
});
const profile = profiles.find((one) => one === values.profile) ?? 'recommended';

async function* cases(): AsyncIterable<TruthCase> {
  if (values['only-given'] !== true) {
    yield* pageCases();
    yield* defectCases();
    yield* mutatedCases(Number(values.mutations), Number(values.seed));
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
    if (values.refused === true && harm !== undefined) console.log(`refused ${place} ${code} "${title}": it ${harm}`);
    if (wrong === undefined) continue;
    counts.wrong++;
    console.log(`WRONG ${place} ${code} "${title}": ${wrong}`);
  }
}
const safe = counts.held - counts.wrong;
console.log(
  `${counts.tried} fixes: ${counts.held} held as safe, ${counts.refused} refused by the trial, ${counts.offered} only offered. Of the safe ones ${safe} are right by BIND and by layout, ${counts.wrong} are not.`,
);
process.exitCode = counts.wrong === 0 ? 0 : 1;
