// What the GitHub Action writes into a pull request: the mail path of each zone that the request changes, as Markdown.
// Plain JavaScript for the runner's own Node. Usage: node mail-path-comment.mjs CHANGED-FILES ZONEWRIGHT… -- PATH…
// CHANGED-FILES holds a path a line, relative to the current folder. Prints nothing where no zone with mail was changed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Zones whose mail path is shown; the comment names the others. */
const most = 10;

const [list = '', ...rest] = process.argv.slice(2),
  separator = rest.indexOf('--'),
  [command = '', ...first] = rest.slice(0, separator),
  paths = rest.slice(separator + 1);

function run(args) {
  const { stdout, error } = spawnSync(command, [...first, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error !== undefined) throw error;
  return stdout;
}

/** A block of code that ends where it should, whatever its text holds. */
function fenced(text) {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.trimEnd()}\n${fence}`;
}

const changed = new Set(
  readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((file) => path.resolve(file)),
);
const { files } = JSON.parse(run(['check', '--format', 'json', '--', ...paths]));
const zones = [
  ...new Set(files.filter(({ file, zone }) => zone && changed.has(path.resolve(file))).map(({ zone }) => zone)),
].filter((zone) => !/\.arpa\.?$/i.test(zone));
const drawn = zones
  .slice(0, most)
  .map((zone) => ({ zone, text: run(['mail', zone, ...paths]) }))
  .filter(({ text }) => text.trim() !== '');
if (drawn.length > 0) {
  const sections = drawn.map(
    ({ zone, text }) => `#### ${zone.replace(/\.$/, '').replace(/[^\w.-]/g, '')}\n\n${fenced(text)}`,
  );
  const left = zones.length - most;
  if (left > 0) sections.push(`${left} more changed zones aren't shown.`);
  console.log(`### Mail path of the changed zones\n\n${sections.join('\n\n')}`);
}
