import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { defaultSettings } from '../../server/src/findings/lint-settings.ts';
import type { ShownFinding } from '../../server/src/lint/engine/finding.ts';
import { allChecks } from '../../server/src/lint/rules/index.ts';
import type { ZoneHost } from '../../server/src/zone/records/include-host.ts';
import { noFiles } from '../../server/src/zone/records/include-host.ts';
import type { LintedZone } from '../../server/src/workspace/workspace.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { Lexer } from '../../server/src/zone/syntax/lexer.ts';
import { BLANK_OWNER, ENTRY_END } from '../../server/src/text/token-kinds.ts';
import { SourceText } from '../../server/src/zone/syntax/source-text.ts';
import { zoneText } from './zone-texts.ts';

const RUNS = Number(process.env['RUNS'] ?? 200);

const encoder = new TextEncoder();

function open(input: string | Uint8Array, host: ZoneHost = noFiles, apex = 'example.com.'): LintedZone {
  const bytes = typeof input === 'string' ? encoder.encode(input) : input,
    text = new SourceText('file:///zones/example.com.zone', new Lexer());
  const linted = new Workspace(allChecks).open(text, {
    apex,
    host,
    settings: { ...defaultSettings, profile: 'all' },
    bytes,
  });
  while (!linted.settle(() => false)) continue;
  assert.deepEqual([...linted.engine.crashes], []);
  return linted;
}

const findings = (linted: LintedZone): readonly ShownFinding[] => [...linted.shown()];

/** Whether a line has a finding with one of these codes. */
function assertFound(linted: LintedZone, line: number, ...codes: readonly string[]): void {
  const found = findings(linted)
    .filter(({ place: { range } }) => range.start.line <= line && line <= range.end.line)
    .map(({ code }) => code);
  assert.ok(
    codes.some((code) => found.includes(code)),
    `line ${line} has ${found.join(', ') || 'no finding'}, not ${codes.join(' or ')}`,
  );
}

function assertHasRecord(linted: LintedZone, owner: string): void {
  assert.ok(linted.zone.records.first(linted.zone.names.find(owner)) >= 0, `there is a record of ${owner}`);
}

const head = '$TTL 3600\n@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n@ NS ns1\nns1 A 192.0.2.1\n';

describe('the lexer', () => {
  it('loses no character: its tokens and what is between them are the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          zoneText.map((text) => encoder.encode(text)),
          fc.uint8Array({ maxLength: 400 }),
          fc.string({ unit: 'binary' }).map((text) => encoder.encode(text)),
        ),
        (bytes) => {
          const lexer = new Lexer();
          assert.equal(lexer.read(bytes, 0, bytes.length, bytes.length, true), bytes.length);
          let at = 0,
            depth = 0;
          for (let k = 0; k < lexer.count; k += 2) {
            const start = lexer.tokens[k]!,
              end = lexer.tokens[k + 1]! >> 3,
              kind = lexer.tokens[k + 1]! & 7;
            // An entry without a token, such as a parenthesis alone, begins behind the blank lines before it.
            if (kind === ENTRY_END) {
              assert.ok(end >= at && start <= end);
              for (const octet of withoutComments(bytes.subarray(at, start))) assertIsBetweenTokens(octet);
              continue;
            }
            assert.ok(start >= at && end > start, 'tokens come one after the other');
            if (kind !== BLANK_OWNER)
              for (const octet of withoutComments(bytes.subarray(at, start))) depth += assertIsBetweenTokens(octet);
            at = end;
          }
          for (const octet of withoutComments(bytes.subarray(at))) depth += assertIsBetweenTokens(octet);
          assert.ok(Number.isInteger(depth));
        },
      ),
      { numRuns: RUNS },
    );
  });

  /** Space, line breaks, parentheses and a byte order mark: what parts tokens and is none. */
  function assertIsBetweenTokens(octet: number): number {
    assert.ok([32, 9, 10, 13, 40, 41, 0xef, 0xbb, 0xbf].includes(octet), `octet ${octet} is in no token`);
    return octet === 40 ? 1 : octet === 41 ? -1 : 0;
  }

  function withoutComments(gap: Uint8Array): readonly number[] {
    const left: number[] = [];
    let comment = false;
    for (const octet of gap) {
      if (octet === 59) comment = true;
      if (octet === 10 || octet === 13) comment = false;
      if (!comment) left.push(octet);
    }
    return left;
  }
});

describe('any input', () => {
  it('is read without an error of the program', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 3000 }),
          fc.string({ unit: 'binary', maxLength: 500 }).map((text) => encoder.encode(text)),
        ),
        (bytes) => {
          const linted = open(bytes);
          for (const {
            place: { range },
          } of findings(linted))
            assert.ok(range.start.line >= 0 && range.end.line >= range.start.line);
          assert.equal(linted.zone.root.text.byteLength, bytes.length);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('that ends in the middle of a string has its finding there, and the records before', () => {
    const linted = open(`${head}a TXT "v=spf1 mx`);
    assertFound(linted, 4, 'syn/unterminated-quote');
    assertHasRecord(linted, 'ns1.example.com.');
  });

  it('with a string that is never closed spoils one line', () => {
    const linted = open(`${head}a TXT "v=spf1 mx\nwww A 192.0.2.80\n`);
    assertFound(linted, 4, 'syn/unterminated-quote');
    assertHasRecord(linted, 'www.example.com.');
  });

  it('of ten megabytes on one line is read in time', () => {
    const started = performance.now(),
      linted = open(`${head}a TXT ${'x'.repeat(10_000_000)}\nwww A 192.0.2.80\n`);
    assert.ok(performance.now() - started < 10_000);
    assertFound(linted, 4, 'txt/string-over-255', 'syn/record-too-large', 'txt/rdata-over-65535');
    assertHasRecord(linted, 'www.example.com.');
    linted.spliced(
      linted.zone.root.text,
      linted.zone.root.text.edit(
        { start: { line: 4, character: 5_000_000 }, end: { line: 4, character: 5_000_000 } },
        'y',
        () => undefined,
      ),
    );
    assertHasRecord(linted, 'www.example.com.');
  });

  it('with NUL octets has a finding at them', () => {
    const linted = open(`${head}a\u0000b A 192.0.2.3\nwww A 192.0.2.80\n`);
    assertFound(linted, 4, 'syn/nul', 'syn/control-char');
    assertHasRecord(linted, 'www.example.com.');
  });

  it('that is no UTF-8 keeps its octets, and the rest of the file works', () => {
    const linted = open(
      Uint8Array.from([
        ...encoder.encode(head),
        0x62,
        0xfc,
        0x63,
        0x20,
        0x41,
        0x20,
        ...encoder.encode('192.0.2.3\nwww A 192.0.2.80\n'),
      ]),
    );
    assertFound(linted, 4, 'syn/non-ascii', 'syn/invalid-utf8', 'host/bad-char');
    assertHasRecord(linted, 'b\\252c.example.com.');
    assertHasRecord(linted, 'www.example.com.');
  });

  it('with a byte order mark has a finding at it and all records', () => {
    const linted = open(`\ufeff${head}`);
    assertFound(linted, 0, 'syn/bom');
    assertHasRecord(linted, 'ns1.example.com.');
    assert.ok(!findings(linted).some(({ code }) => code === 'dir/unknown'));
  });

  it('with CR alone at its line ends is read line by line', () => {
    const linted = open(head.replaceAll('\n', '\r'));
    assertFound(linted, 0, 'syn/lone-cr');
    assertHasRecord(linted, 'ns1.example.com.');
    assert.equal(linted.zone.root.text.lineCount, 5);
  });

  it('with a thousand open parentheses has a finding at the first, and what follows is read', () => {
    const linted = open(`${head}a TXT ${'('.repeat(1000)} x\nwww IN A 192.0.2.80\n`);
    assertFound(linted, 4, 'syn/unbalanced-paren-open', 'syn/nested-paren');
    assertHasRecord(linted, 'www.example.com.');
  });

  it('that includes itself is read once', () => {
    const text = new SourceText('file:///zones/example.com.zone', new Lexer());
    text.load(encoder.encode(`${head}$INCLUDE example.com.zone\nwww A 192.0.2.80\n`), () => undefined);
    const linted = new Workspace(allChecks).open(text, {
      apex: 'example.com.',
      host: { include: () => text },
      settings: defaultSettings,
    });
    while (!linted.settle(() => false)) continue;
    assertFound(linted, 4, 'syn/include-cycle');
    assertHasRecord(linted, 'www.example.com.');
  });
});

describe('a zone with a name so long that few labels or none fit below it', () => {
  const lines =
    '@ MX 10 @\n@ TXT "v=spf1 mx a:a.b ptr -all"\n@ A 192.0.2.1\n_dmarc TXT "v=DMARC1; p=none"\nw MX 10 w\n* TXT "v=spf1 redirect=_spf"\n@ CAA 0 issue "ca.example.net"\nc CNAME d\n';
  /** Octets of the labels that `name` is made of: 15 and one for the length each, and a last one for the rest. */
  const longName = (octets: number): string =>
    `${'123456789abcdef.'.repeat(Math.floor((octets - 1) / 16))}${(octets - 1) % 16 > 1 ? `${'x'.repeat(((octets - 1) % 16) - 1)}.` : ''}`;

  for (let octets = 230; octets <= 255; octets++)
    it(`has findings, whatever rules ask for below its ${octets} octets`, () => {
      assert.ok(findings(open(head + lines, noFiles, longName(octets))).length > 0);
    });
});
