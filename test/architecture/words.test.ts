import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { allCodes, codeTable } from '../../server/src/findings/codes/index.ts';
import { root } from './imports.ts';

/** Turns that read as a translation, and what a colleague would say instead. */
const banned: Readonly<Record<string, RegExp>> = {
  "is no / are no (say isn't a valid)": /(?<!\bthere )\b(?:is|are) no (?!longer\b|more\b|such\b|issue\b)|\bis none\b/i,
  'behind (say after)': /\bbehind\b(?!-type)/i,
  'stands at, in, behind (say is)': /\bstands (?:at|in|behind|on|beside|here|there)\b/i,
  'nobody, somebody, whoever, everybody (name the actor)': /\b(?:nobody|somebody|whoever|everybody)\b/i,
  'is told, tells (say is reported, says)': /\b(?:is told|are told|tells)\b/i,
  'anew, lest, thereof, mend (say again, fix)': /\b(?:anew|lest|thereof|mend(?:s|ed|ing)?)\b/i,
  'else for otherwise': /\bor else\b/i,
  'takes for, makes of, gives way to':
    /\btakes? (?:it|them|this|that|\{\w+\}) for\b|\bmakes? of (?:it|them|this)\b|\bgives? way to\b/i,
  'nothing of it counts': /\bnothing of (?:it|this|the record)\b/i,
  'the way of mail (say the mail path)': /\bway of mail\b|\bway that mail takes\b/i,
  'curly quotes': /[“”‘’]/,
};

const turnsIn = (text: string): readonly string[] =>
  Object.entries(banned).flatMap(([turn, pattern]) => (pattern.test(text) ? [`${turn}: ${text.slice(0, 160)}`] : []));
const wordsOf = (message: string): number => message.split(/\s+/).filter((word) => word !== '').length;

describe('the words of findings', () => {
  const messages = allCodes.flatMap((code) =>
    Object.entries(codeTable[code].messages).map(([key, text]) => ({ where: `${code} ${key}`, text })),
  );

  it('have no turn that reads as a translation', () => {
    assert.ok(messages.length > 1000, `only ${messages.length} messages were seen`);
    assert.deepEqual(
      messages.flatMap(({ where, text }) => turnsIn(text).map((turn) => `${where}: ${turn}`)),
      [],
    );
  });

  it('are thirty at the most, and fifteen or fewer in half of the messages', () => {
    assert.deepEqual(
      messages.filter(({ text }) => wordsOf(text) > 30).map(({ where }) => where),
      [],
    );
    const counts = messages.map(({ text }) => wordsOf(text)).toSorted((a, b) => a - b);
    assert.ok(
      (counts[Math.floor(counts.length / 2)] ?? 0) <= 15,
      `the median is ${counts[Math.floor(counts.length / 2)]}`,
    );
  });

  it('name the defect in the summary with a noun phrase: no sentence, no norm', () => {
    const sentences = allCodes.filter((code) =>
      /[.!?]$|\b(?:must|should|is|are|has|have|does|doesn't|isn't) /.test(
        codeTable[code].summary.replace(/\b(?:that|which|whose|where|than)\b.*$/, ''),
      ),
    );
    assert.deepEqual(
      sentences.map((code) => `${code}: ${codeTable[code].summary}`),
      [],
    );
    assert.deepEqual(
      allCodes.flatMap((code) => turnsIn(codeTable[code].summary).map((turn) => `${code}: ${turn}`)),
      [],
    );
  });

  it('are not said otherwise on the pages', () => {
    const pages = globSync('docs/rules/*/*.md', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
    assert.ok(pages.length > 700);
    const told = pages.flatMap((file) => {
      const prose = readFileSync(path.join(root, file), 'utf8')
        .replace(/```[^]*?```/g, '')
        .replace(/`[^`\n]*`/g, '')
        .replace(/^>.*$/gm, '');
      return turnsIn(prose).map((turn) => `${file}: ${turn.split(': ')[0]}`);
    });
    assert.deepEqual(told, []);
  });
});

/** String and template literals of a module that are sentences, without its comments and imports. */
function sentencesIn(text: string): readonly string[] {
  const code = text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^import .*$/gm, '')
    .replace(/(\s)\/\/ .*$/gm, '$1');
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter(
      (literal) => /[a-z]{2,} [a-z{$"(]/i.test(literal) && !/^[a-z-]+\/|=>|\$\{[^}]*\?|^\(|\\[bswd]/.test(literal),
    );
}

describe('every string that a person sees', () => {
  it('has no turn that reads as a translation', () => {
    const modules = globSync('{client,server}/src/**/*.ts', { cwd: root })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !file.startsWith('server/src/findings/codes/'));
    const found = modules.flatMap((file) =>
      sentencesIn(readFileSync(path.join(root, file), 'utf8')).flatMap((sentence) =>
        turnsIn(sentence).map((turn) => `${file}: ${turn}`),
      ),
    );
    assert.deepEqual(found, []);
  });

  it('is so in the manifest and the schemas, too', () => {
    for (const file of ['package.json', 'schemas/zonewright.schema.json'])
      assert.deepEqual(
        turnsIn(readFileSync(path.join(root, file), 'utf8')).map((turn) => turn.split(': ')[0]),
        [],
        file,
      );
  });
});
