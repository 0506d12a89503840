import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../../server/src/findings/lint-settings.ts';
import { check, wholeZone } from '../../../server/src/lint/engine/check.ts';
import { ZoneShelf } from '../../../server/src/workspace/zone-shelf.ts';
import type { ShelvedZone } from '../../../server/src/workspace/zone-shelf.ts';
import { Zone } from '../../../server/src/zone/model/zone.ts';
import { noFiles } from '../../../server/src/zone/records/include-host.ts';
import { Lexer } from '../../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../../server/src/zone/syntax/source-text.ts';

/** Says how many records the zone of `example.com.` has. */
const asksExampleCom = check({
  reports: 'mx/no-address',
  on: wholeZone(),
  *run(zone, context) {
    const other = context.zoneOf('www.example.com.');
    yield {
      message: 'missing',
      at: { file: zone.root.uri, start: 0, end: 0 },
      args: { target: other === undefined ? 'none' : String(other.records.count) },
    };
  },
});

class Shelved implements ShelvedZone {
  readonly apex: string;
  readonly view: string | undefined;
  readonly settings = defaultSettings;
  reads = 0;
  private readonly bytes: Uint8Array;

  constructor(apex: string, records: readonly string[], view?: string) {
    this.apex = apex;
    this.view = view;
    this.bytes = new TextEncoder().encode(
      ['$TTL 3600', '@ SOA ns1 hostmaster 1 7200 3600 1209600 300', ...records, ''].join('\n'),
    );
  }

  get uri(): string {
    return `file:///work/${this.view ?? ''}/${this.apex}zone`;
  }
  get octets(): number {
    return this.bytes.length;
  }

  open(): Zone {
    this.reads++;
    const zone = new Zone(new SourceText(this.uri, new Lexer()), { apex: this.apex, host: noFiles });
    zone.open(this.bytes);
    return zone;
  }
}

const said = (shelf: ZoneShelf<Shelved>, zone: Shelved): readonly string[] =>
  [...shelf.judge(zone).shown()].map(({ message }) => message.split(' ')[0]!);

describe('zones on a shelf', () => {
  it('see one another before the other one was read, within their view', () => {
    const com = new Shelved('example.com.', ['@ A 192.0.2.1']),
      net = new Shelved('example.net.', []),
      inside = new Shelved('example.net.', [], 'internal');
    const shelf = new ZoneShelf([net, com, inside], [asksExampleCom], Infinity);
    assert.deepEqual([said(shelf, net), said(shelf, com), said(shelf, inside)], [['2'], ['2'], ['none']]);
    assert.deepEqual([net.reads, com.reads, inside.reads], [1, 1, 1]);
  });

  it('are read again where there was no room to keep them, and say the same', () => {
    const com = new Shelved('example.com.', ['@ A 192.0.2.1']),
      others = ['a.example.', 'b.example.', 'c.example.'].map((apex) => new Shelved(apex, []));
    const shelf = new ZoneShelf([...others, com], [asksExampleCom], 0);
    for (const zone of [...others, com]) assert.deepEqual(said(shelf, zone), ['2']);
    assert.ok(com.reads > 1);
    assert.deepEqual(said(new ZoneShelf([...others, com], [asksExampleCom], Infinity), others[0]!), ['2']);
  });
});
