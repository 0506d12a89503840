import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fix } from '../../../server/src/findings/fix.ts';
import type { LintSettings } from '../../../server/src/findings/lint-settings.ts';
import { allChecks } from '../../../server/src/lint/rules/index.ts';
import { harmOfAll, plainChanges } from '../../../server/src/workspace/trials/proven-fix.ts';
import { textLoss } from '../../../server/src/workspace/trials/text-losses.ts';
import { Trial } from '../../../server/src/workspace/trials/trial.ts';
import { openFiles } from '../../rules/lint-example.ts';
import type { TestFile } from '../../rules/lint-example.ts';
import { head } from '../ide/opened.ts';

interface Tried {
  /** Whether the rule calls the fix safe. */
  readonly declared: boolean;
  /** What speaks against it. */
  readonly harm: string | undefined;
}

/** What a trial says of the first fix for a code in example.com's zone. */
function tried(
  lines: string,
  code: string,
  others: readonly TestFile[] = [],
  settings: Partial<LintSettings> = {},
  change: (fix: Fix) => Fix = (fix) => fix,
): Tried {
  const zones = openFiles(
      [
        { name: 'example.com.zone', text: lines.startsWith(';;') || lines.startsWith('$') ? lines : head + lines },
        ...others,
      ],
      allChecks,
      settings,
    ),
    trial = new Trial(zones);
  const before = zones.map(({ zone }) => zone.root.text.text());
  const finding = zones.flatMap((linted) => [...linted.shown()]).find((one) => one.code === code),
    fix = finding?.fixes[0];
  assert.ok(finding !== undefined && fix !== undefined, `${code} has no fix here`);
  const tried = change(fix),
    edits = plainChanges(tried.edits());
  const harm = edits === undefined ? 'needs a decision' : harmOfAll(trial, [{ finding, fix: tried, edits }]);
  assert.deepEqual(
    zones.map(({ zone }) => zone.root.text.text()),
    before,
    'a trial leaves no trace',
  );
  return { declared: fix.safe, harm };
}

const isSafe = ({ declared, harm }: Tried): boolean => declared && harm === undefined;

describe('a fix that holds', () => {
  it('takes its finding away and changes the one record', () =>
    assert.deepEqual(tried('@ MX 10 mail.example.com\nmail A 198.51.100.7\n', 'mx/missing-dot'), {
      declared: true,
      harm: undefined,
    }));
  it('removes a record that is there twice', () =>
    assert.ok(isSafe(tried('a A 198.51.100.7\na A 198.51.100.7\nb A 198.51.100.8\n', 'rrset/duplicate'))));
  it('keeps the owner name of the record after the one that it removes', () =>
    assert.ok(isSafe(tried('a A 198.51.100.7\na A 198.51.100.7\n  TXT "of a"\n', 'rrset/duplicate'))));
  it('writes the same data in another way', () =>
    assert.ok(isSafe(tried('a TXT "caf\u00e9"\n', 'syn/non-ascii-text', [], { profile: 'all' }))));
  it('evens out TTLs', () =>
    assert.ok(isSafe(tried('a 300 A 198.51.100.7\na 600 A 198.51.100.8\n', 'rrset/ttl-mismatch'))));
  it('adds a PTR record in another zone', () => {
    const reverse = {
      name: '100.51.198.in-addr.arpa.zone',
      text: head
        .replace('@ NS ns1\n', '@ NS ns1.example.com.\n')
        .replace(/ns1 A.*\n/, '')
        .replace('SOA ns1', 'SOA ns1.example.com.')
        .replace('hostmaster', 'hostmaster.example.com.'),
    };
    assert.deepEqual(tried('@ MX 10 mail\nmail A 198.51.100.7\n', 'ptr/missing', [reverse]), {
      declared: true,
      harm: undefined,
    });
  });
});

describe('a fix that is no longer safe', () => {
  it('makes an alias of the top of the zone', () => {
    const { declared, harm } = tried('example.com CNAME www.example.org.\n', 'zone/missing-dot');
    assert.equal(declared, true);
    assert.match(harm!, /^brings another error: .*\(cname\/and-other\)$/);
  });

  it('takes away the only parenthesis, which another one opens', () => {
    const zones = openFiles([{ name: 'example.com.zone', text: `${head}a TXT ( "one"\n  "two" )\n` }], allChecks),
      trial = new Trial(zones);
    const edits = [
      {
        uri: 'example.com.zone',
        range: { start: { line: 6, character: 8 }, end: { line: 6, character: 9 } },
        text: '',
      },
    ];
    assert.ok(
      trial.attempt(edits)!.findings.some(({ code, count }) => code === 'syn/unbalanced-paren-open' && count > 0),
    );
  });

  it('removes a record whose owner name was inherited, maybe from the wrong one', () =>
    assert.equal(tried('a A 198.51.100.7\n\n; the printer\n  A 198.51.100.7\n', 'rrset/duplicate').declared, false));
  it('removes a comment with the record', () =>
    assert.equal(
      tried('a A 198.51.100.7\na A 198.51.100.7 ; the new box\n', 'rrset/duplicate').harm,
      'removes a comment',
    ));
  it('sets a TTL that nobody meant', () =>
    assert.equal(tried('a 839583744 A 198.51.100.7\na 3600 A 198.51.100.8\n', 'rrset/ttl-mismatch').declared, false));
  it('joins a stray word to an SPF record', () =>
    assert.match(tried('a TXT "v=spf1 mx" stray "-all"\n', 'txt/unquoted-multiword').harm!, /^brings another error: /));
  it('removes senders after "all"', () =>
    assert.equal(tried('@ TXT "v=spf1 mx -all a:x.example.net"\n', 'spf/after-all').declared, false));
  it('removes a redirect', () =>
    assert.equal(tried('@ TXT "v=spf1 mx redirect=_spf.example.net -all"\n', 'spf/redirect-with-all').declared, false));
  it('joins an address for reports that stays wrong', () => {
    assert.equal(
      tried('_dmarc TXT "v=DMARC1; p=none; rua=mailto: a b@example.com"\n', 'dmarc/uri-encoding').declared,
      false,
    );
    assert.equal(
      tried('_dmarc TXT "v=DMARC1; p=none; rua=mailto: a@exam_ple"\n', 'dmarc/uri-encoding').declared,
      false,
    );
    assert.equal(
      tried('_dmarc TXT "v=DMARC1; p=none; rua=mailto: a@example.com"\n', 'dmarc/uri-encoding').declared,
      true,
    );
  });

  it('changes what is published for the sake of a remark', () => {
    assert.equal(
      tried('_dmarc TXT "v=DMARC1; p=none; pct=100; rua=mailto:a@example.com"\n', 'dmarc/pct-removed', [], {
        profile: 'strict',
      }).declared,
      false,
    );
    assert.equal(
      tried(
        'www CNAME a\na CNAME b\nb CNAME c\nc CNAME www.example.net.\n',
        'cname/chain',
        [],
        { profile: 'all' },
        (fix) => ({ ...fix, safe: true, edits: () => fix.edits() }),
      ).harm,
      'changes records that are in use',
    );
  });

  it('changes a number beside a comment that says it', () => {
    const lost = (rest: string): string | undefined =>
      textLoss([{ head: '  ', before: '7200', after: '14400', rest }], true);
    assert.equal(lost(' ; refresh (2 hours)'), 'remark');
    assert.equal(lost(' ; refresh'), undefined);
    assert.equal(lost(' 3600 1209600 300'), undefined);
  });

  it('writes a second $TTL above one that can not be read', () => {
    const text =
      '$TTL 1hx\n@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n@ NS ns1\n@ NS ns2.example.net.\nns1 A 198.51.100.1\n';
    const zones = openFiles([{ name: 'example.com.zone', text }], allChecks),
      found = zones.flatMap((linted) => [...linted.shown()]);
    assert.ok(found.some(({ code }) => code === 'dir/ttl-bad'));
    assert.deepEqual(
      found.filter(({ code }) => code === 'syn/no-ttl').flatMap(({ fixes }) => fixes),
      [],
    );
  });

  it('moves records that it does not edit', () =>
    assert.match(
      tried(
        '@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject"\n$ORIGIN sub.example.com\nwww A 198.51.100.7\n',
        'dir/origin-relative',
      ).harm!,
      /^also changes /,
    ));
  it('brings a warning in another zone', () => {
    const other = { name: 'example.net.zone', text: `${head}@ MX 10 mail.example.com.\n` };
    const zones = openFiles(
        [{ name: 'example.com.zone', text: `${head}mail A 198.51.100.7\nmail A 198.51.100.7\n` }, other],
        allChecks,
      ),
      trial = new Trial(zones);
    const finding = [...zones[0]!.shown()].find(({ code }) => code === 'rrset/duplicate')!;
    const edits = [
      {
        uri: 'example.com.zone',
        range: { start: { line: 5, character: 0 }, end: { line: 7, character: 0 } },
        text: '',
      },
    ];
    assert.match(
      harmOfAll(trial, [
        { finding, fix: { title: 'Remove both', safe: true, changes: { removes: 1 }, edits: () => edits }, edits },
      ])!,
      /\(mx\/no-address\)$/,
    );
  });
});
