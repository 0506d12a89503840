import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, wholeZone } from '../../../../server/src/lint/engine/check.ts';
import { defaultSettings } from '../../../../server/src/findings/lint-settings.ts';
import { noFiles } from '../../../../server/src/zone/records/include-host.ts';
import type { LintedZone } from '../../../../server/src/workspace/workspace.ts';
import { Workspace } from '../../../../server/src/workspace/workspace.ts';
import { Lexer } from '../../../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../../../server/src/zone/syntax/source-text.ts';

const soa = '$TTL 3600\n@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n';

function open(workspace: Workspace, path: string, apex: string, view?: string): LintedZone {
  const text = new SourceText(`file:///work/${path}`, new Lexer());
  return workspace.open(text, {
    apex,
    host: noFiles,
    settings: defaultSettings,
    bytes: new TextEncoder().encode(soa),
    ...(view === undefined ? {} : { view }),
  });
}

describe('the zone of a name', () => {
  it('is the one with the longest apex above it', () => {
    const workspace = new Workspace([]),
      parent = open(workspace, 'example.com.zone', 'example.com.'),
      child = open(workspace, 'sub.example.com.zone', 'sub.example.com.');
    const from = 'file:///work/other.zone';
    assert.equal(workspace.zoneFor('www.SUB.example.com.', undefined, from), child);
    assert.equal(workspace.zoneFor('sub.example.com.', undefined, from), child);
    assert.equal(workspace.zoneFor('xsub.example.com.', undefined, from), parent);
    assert.equal(workspace.zoneFor('a\\.sub.example.com.', undefined, from), parent);
    assert.equal(workspace.zoneFor('example.net.', undefined, from), undefined);
    workspace.close(child);
    assert.equal(workspace.zoneFor('www.sub.example.com.', undefined, from), parent);
  });

  it('is one of the same view', () => {
    const workspace = new Workspace([]),
      inside = open(workspace, 'in/example.com.zone', 'example.com.', 'internal'),
      outside = open(workspace, 'out/example.com.zone', 'example.com.', 'external');
    assert.equal(workspace.zoneFor('example.com.', 'internal', 'file:///work/out/x.zone'), inside);
    assert.equal(workspace.zoneFor('example.com.', 'external', 'file:///work/in/x.zone'), outside);
    assert.equal(workspace.zoneFor('example.com.', undefined, 'file:///work/in/x.zone'), undefined);
  });

  it('is the copy that is nearest, and none that is nearer to a copy of the zone that asks', () => {
    const workspace = new Workspace([]);
    const before = open(workspace, 'before/example.com.zone', 'example.com.'),
      reverse = open(workspace, 'before/2.0.192.in-addr.arpa.zone', '2.0.192.in-addr.arpa.');
    const after = open(workspace, 'after/example.com.zone', 'example.com.'),
      elsewhere = 'file:///work/elsewhere/mail.example.net.zone';
    const ask = (linted: LintedZone, name: string): LintedZone | undefined =>
      workspace.zoneFor(name, undefined, linted.zone.root.uri, 'example.com.');
    assert.equal(ask(before, '1.2.0.192.in-addr.arpa.'), reverse);
    assert.equal(ask(after, '1.2.0.192.in-addr.arpa.'), undefined);
    assert.equal(ask(after, 'example.com.'), after);
    assert.equal(workspace.zoneFor('1.2.0.192.in-addr.arpa.', undefined, elsewhere, 'example.net.'), reverse);
    const shared = open(workspace, 'reverse/2.0.192.in-addr.arpa.zone', '2.0.192.in-addr.arpa.');
    assert.equal(ask(after, '1.2.0.192.in-addr.arpa.'), shared);
    assert.equal(ask(before, '1.2.0.192.in-addr.arpa.'), reverse);
  });
});

describe('what a zone saw of others', () => {
  const rule = check({
    on: wholeZone(),
    reports: 'mx/no-address',
    *run(zone, context) {
      for (const name of [
        'www.example.net.',
        '25.2.0.192.in-addr.arpa.',
        '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.',
      ]) {
        if (context.zoneOf(name) !== undefined)
          yield { message: 'missing', args: { target: name }, at: { block: zone.root.blocks[0]!, start: 0, end: 1 } };
      }
    },
  });
  const found = (linted: LintedZone): readonly string[] => {
    while (!linted.settle(() => false)) continue;
    return [...linted.shown()].map(({ message }) => message.split(' ')[0]!).sort();
  };

  it('is looked at again when such a zone comes, changes or goes, and only then', () => {
    const workspace = new Workspace([rule]),
      linted = open(workspace, 'example.com.zone', 'example.com.');
    assert.deepEqual(found(linted), []);
    for (const [apex, name] of [
      ['example.net.', 'www.example.net.'],
      ['2.0.192.in-addr.arpa.', '25.2.0.192.in-addr.arpa.'],
      [
        '0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.',
        '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.',
      ],
    ] as const) {
      const other = open(workspace, `${apex}zone`, apex);
      assert.ok(!linted.settled, `${apex} wakes`);
      assert.deepEqual(found(linted), [name]);
      workspace.edit(
        other.zone.root.text,
        { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        '; changed\n',
      );
      assert.ok(!linted.settled);
      assert.deepEqual(found(linted), [name]);
      workspace.close(other);
      assert.deepEqual(found(linted), []);
    }
    const stranger = open(workspace, 'example.org.zone', 'example.org.');
    assert.ok(linted.settled, 'a zone that nobody asked for wakes nobody');
    workspace.edit(
      stranger.zone.root.text,
      { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      '; changed\n',
    );
    assert.ok(linted.settled);
  });
});
