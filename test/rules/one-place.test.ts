import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { LintSettings } from '../../server/src/findings/lint-settings.ts';
import type { ShownFinding } from '../../server/src/lint/engine/finding.ts';
import { allChecks } from '../../server/src/lint/rules/index.ts';
import { defects } from '../defects/corpus.ts';
import { lintFiles } from './lint-example.ts';
import type { TestFile } from './lint-example.ts';
import { readPage } from './page.ts';

/** Pairs at one place of which each says something that the other doesn't, and that needs a change of its own. */
const both: ReadonlySet<string> = new Set([
  // The MX record shows that there is mail; SPF, DMARC, an address and a signature are four records to add.
  'dmarc/missing + spf/no-record',
  'dmarc/missing + mx/missing',
  'dmarc/reject-without-spf-and-dkim + spf/no-record',
  'dmarc/missing + rrsig/missing',
  'rrsig/missing + spf/no-record',
  // One term has a fault of its own, and as one of three it makes receivers return permerror.
  'spf/a-no-address + spf/void-limit',
  'spf/exists-no-address + spf/void-limit',
  // Size, number and quoting of an RRset are changed apart.
  'rrset/too-large + txt/unquoted-multiword',
  'rrset/too-large + zone/too-many-records-per-type',
  'txt/unquoted-multiword + zone/too-many-records-per-type',
  'cname/and-other + type/obsolete',
  // A parent that names another key, and a zone that nothing signs, are put right in two places.
  'dnskey/unsigned + ds/key-mismatch',
  'banner/ptr-mismatch + mx/private',
  'host/underscore + zone/inherited-owner',
  'mx/provider-form + placeholder/word',
]);

const pages = join(import.meta.dirname, '../../docs/rules');

interface Case {
  readonly name: string;
  readonly files: readonly TestFile[];
  readonly settings: Partial<LintSettings>;
}

function* cases(): Iterable<Case> {
  for (const path of globSync('*/*.md', { cwd: pages })) {
    if (/^(?:config|settings|suppression)\b/.test(path)) continue;
    for (const { valid, line, files, before, settings } of readPage(readFileSync(join(pages, path), 'utf8')).examples) {
      if (valid) continue;
      yield {
        name: `${path}:${line}`,
        settings,
        files: files.map((file) => {
          const text = before.get(file.name);
          return text === undefined ? file : { ...file, before: text };
        }),
      };
    }
  }
  for (const kind of ['zone', 'mail'] as const)
    for (const { area, title, files, settings } of defects(kind)) yield { name: `${area}: ${title}`, files, settings };
}

const placeOf = ({
  place: {
    uri,
    range: { start, end },
  },
}: ShownFinding): string => `${uri}:${start.line}:${start.character}-${end.line}:${end.character}`;

/** Codes of two findings at the same span. */
function pairsIn({ files, settings }: Case): readonly string[] {
  const byPlace = new Map<string, ShownFinding[]>();
  for (const finding of lintFiles(files, allChecks, settings).findings)
    byPlace.set(placeOf(finding), [...(byPlace.get(placeOf(finding)) ?? []), finding]);
  return [...byPlace].flatMap(([place, findings]) =>
    findings.flatMap((a, k) =>
      findings.slice(k + 1).map((b) => `${[a.code, b.code].toSorted().join(' + ')} at ${place}`),
    ),
  );
}

const soa = '@ SOA ns1.example.net. hostmaster.example.net. 2026010101 7200 3600 1209600 3600\n',
  servers = '@ NS ns1.example.net.\n@ NS ns2.example.org.\n';
const codesOf = (text: string): readonly string[] =>
  lintFiles([{ name: 'example.com.zone', text: `$TTL 3600\n${text}` }], allChecks).findings.map(({ code }) => code);

describe('at one place', () => {
  it('no page and no case has two findings that say the same or contradict each other', () => {
    const pairs = [...cases()].flatMap((one) =>
      pairsIn(one)
        .filter((pair) => !both.has(pair.split(' at ')[0]!))
        .map((pair) => `${one.name}: ${pair}`),
    );
    assert.deepEqual(pairs, []);
  });

  it('an SOA of another zone is the one cause of all that follows', () => {
    assert.deepEqual(
      codesOf(
        'example.org. SOA ns1.example.net. hostmaster.example.net. 2026010101 7200 3600 1209600 3600\nexample.org. NS ns1.example.net.\nwww.example.org. A 192.0.2.80\n',
      ),
      ['zone/soa-not-apex'],
    );
  });

  it('a mailbox with a final dot as an owner is one cause', () => {
    assert.deepEqual(codesOf(`${soa}${servers}webmaster@web. A 192.0.2.80\n`), ['zone/at-in-name']);
  });

  it('a mailbox with a final dot as a target is one cause', () => {
    assert.deepEqual(codesOf(`${soa}${servers}www CNAME webmaster@web.\n`), ['zone/at-in-name']);
  });

  it('a URL as a target is not also a host without an address', () => {
    assert.deepEqual(codesOf(`${soa}${servers}_sip._tcp SRV 0 5 5060 http://sip.example.net\n`), ['target/url']);
  });
});
