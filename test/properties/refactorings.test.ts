import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import type { ZoneHost } from '../../server/src/zone/records/include-host.ts';
import { Lexer } from '../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../server/src/zone/syntax/source-text.ts';
import { applied, compiled, offered, zoneOf } from '../unit/ide/refactored.ts';
import { zoneText } from './zone-texts.ts';

const RUNS = Number(process.env['RUNS'] ?? 50),
  COMPILER = ['/usr/bin/named-compilezone', '/usr/sbin/named-compilezone'].find((file) => existsSync(file)),
  MOST_COMPILED = 30;
const head = '$TTL 3600\n@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n@ NS ns1\nns1 A 198.51.100.1\n';

/** Titles of what changes records as it says; and strings, whose joined text stays. */
const changing = /to TXT$|^Replace the alias|alias(?:es)? of|string/;

const hostOf = (files: ReadonlyMap<string, string>): ZoneHost => ({
  include(name) {
    const text = files.get(name);
    if (text === undefined) return 'missing';
    const source = new SourceText(`file:///zones/${name}`, new Lexer());
    source.load(new TextEncoder().encode(text), () => undefined);
    return source;
  },
});

/** Good lines, in layouts that random ones rarely make. */
const block = fc
  .array(
    fc.constantFrom(
      'a A 192.0.2.1',
      'b 60 IN A 192.0.2.2 ; two',
      '\tAAAA\t2001:db8::2',
      'c.sub    300 A 192.0.2.3',
      'd.sub  300  CNAME  c.sub',
      'h1 A 192.0.2.11',
      'h2 A 192.0.2.12',
      'h3 A 192.0.2.13',
      '$GENERATE 1-3 g$ A 192.0.2.$ ; pool',
      '; a remark',
      '',
      '$ORIGIN sub',
      '$ORIGIN example.com.',
      '$TTL 1h',
      'a.example.com. MX 10 (\n\tmail.example.com. ; here\n\t) ; there',
      'x TXT ( "one" ; first\n  "two" )',
      '@ 1d TXT "v=spf1 -all"',
      'w SPF "v=spf1 -all"',
      '   60 TXT last',
    ),
    { minLength: 2, maxLength: 14 },
  )
  .chain((lines) =>
    fc.constantFrom('\n', '\r\n').map((ending) => head + lines.join('\n').replaceAll('\n', ending) + ending),
  );

describe('refactorings', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zonewright-refactorings-'));
  let compiledZones = 0;
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** What BIND compiles a text to; undefined where it refuses it. */
  function byBind(text: string, files: ReadonlyMap<string, string>): readonly string[] | undefined {
    for (const [name, content] of files) writeFileSync(path.join(folder, name), content);
    writeFileSync(path.join(folder, 'zone'), text);
    try {
      const output = execFileSync(
        COMPILER!,
        ['-q', '-k', 'ignore', '-n', 'ignore', '-i', 'none', '-s', 'full', '-o', '-', 'example.com', 'zone'],
        { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
      );
      return output.toLowerCase().split('\n').toSorted();
    } catch {
      return undefined;
    }
  }

  const property = (texts: fc.Arbitrary<string>): void => {
    fc.assert(
      fc.property(texts, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 12 }), (text, at, more) => {
        const lines = text.split(/\r\n|\n|\r/).length,
          first = Math.floor(at * (lines - 1)),
          range = {
            start: { line: first, character: more % 3 },
            end: { line: Math.min(lines - 1, first + more), character: more % 3 },
          },
          part = new Map([['part.inc', 'inc A 192.0.2.200\n']]),
          zone = zoneOf(text, hostOf(part)),
          records = compiled(zone);
        for (const { title, edits, allows } of offered(zone, range)) {
          const { text: now, files } = applied(text, edits),
            all = new Map([...part, ...files]);
          const letters = (some: string): string => some.replace(/[^\p{L}\p{N}]/gu, '');
          for (const [, comment] of text.matchAll(/; (a remark|two|pool|here|there|first)/g))
            assert.ok(
              letters([now, ...files.values()].join('')).includes(letters(comment!)),
              `${title} loses ${comment!}`,
            );
          assert.equal(
            /[^\r]\n/.test(now) && /\r\n/.test(now),
            /[^\r]\n/.test(text) && /\r\n/.test(text),
            `${title} mixes line endings`,
          );
          if (allows !== undefined || changing.test(title)) continue;
          assert.deepEqual(compiled(zoneOf(now, hostOf(all))), records, `${title}\n${now}`);
          if (COMPILER === undefined || compiledZones >= MOST_COMPILED) continue;
          const before = byBind(text, part);
          if (before === undefined) continue;
          compiledZones++;
          assert.deepEqual(byBind(now, all), before, `BIND: ${title}\n${now}`);
        }
      }),
      { numRuns: RUNS },
    );
  };

  it('keep every record of well-formed zones, their comments and their line endings, as BIND reads them too', () =>
    property(block));
  it('keep every record of any zone', () => property(zoneText.map((text) => head + text)));
});
