import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cursorAt, inheritedOwner } from '../../../server/src/ide/entry-at.ts';
import { originAt } from '../../../server/src/zone/model/block-origin.ts';
import { fieldBehind } from '../../../server/src/ide/rdata-fields.ts';
import { nameAt } from '../../../server/src/ide/name-at.ts';
import { head, opened } from './opened.ts';

/** What the token at the cursor is. */
function partAt(text: string): string | undefined {
  const { linted, source, position } = opened(head + text);
  return cursorAt(linted.zone, source, position)?.token?.part;
}

describe('the entry at a cursor', () => {
  it('tells what each token is, in any order of TTL and class', () => {
    assert.equal(partAt('w|ww 300 IN A 192.0.2.1\n'), 'owner');
    assert.equal(partAt('www 30|0 IN A 192.0.2.1\n'), 'ttl');
    assert.equal(partAt('www IN 3|00 A 192.0.2.1\n'), 'ttl');
    assert.equal(partAt('www I|N A 192.0.2.1\n'), 'class');
    assert.equal(partAt('www IN A| 192.0.2.1\n'), 'type');
    assert.equal(partAt('www IN A 192|.0.2.1\n'), 'rdata');
    assert.equal(partAt('  A|AAA 2001:db8::1\n'), 'type');
    assert.equal(partAt('$ORI|GIN sub\n'), 'directive');
    assert.equal(partAt('$ORIGIN su|b\n'), 'argument');
  });

  it('takes a name that looks like a type or a class for the owner that it is', () => {
    assert.equal(partAt('M|X A 192.0.2.1\n'), 'owner');
    assert.equal(partAt('I|N IN A 192.0.2.1\n'), 'owner');
  });

  it('reaches over lines in parentheses, and is nothing in comments and on blank lines', () => {
    assert.equal(partAt('a TXT ( "x" ; one\n  "y|" )\n'), 'rdata');
    assert.equal(partAt('a TXT ( "x" ; o|ne\n  "y" )\n'), undefined);
    assert.equal(partAt('a A 192.0.2.1\n|\nb A 192.0.2.2\n'), undefined);
    assert.equal(partAt('a A 192.0.2.1\n|'), undefined);
    assert.equal(partAt('a TXT "semi; co|lon"\n'), 'rdata');
  });

  it('knows what it inherits there', () => {
    const {
        linted: { zone },
        source,
        position,
      } = opened(`${head}$ORIGIN sub\nwww A 192.0.2.1\n    TX|T x\n`),
      cursor = cursorAt(zone, source, position)!;
    assert.equal(zone.names.text(originAt(cursor.block, cursor.offset)), 'sub.example.com.');
    assert.equal(zone.names.text(inheritedOwner(zone, cursor.block, cursor.offset)), 'www.sub.example.com.');
  });

  it('tells the field that comes next', () => {
    const next = (text: string): string | undefined => {
      const { linted, source, position } = opened(head + text),
        { entry, offset } = cursorAt(linted.zone, source, position)!;
      return fieldBehind(linted.zone, entry!, offset)?.field.name;
    };
    assert.equal(next('@ MX |\n'), 'preference');
    assert.equal(next('@ MX 10 |\n'), 'exchange');
    assert.equal(next('@ MX 1|\n'), 'preference');
    assert.equal(next('@ MX 10 mail |\n'), undefined);
    assert.equal(next('@ TXT "a" "b" |\n'), 'txt-data');
  });

  it('finds names in owners, rdata, origins and SPF terms', () => {
    const name = (text: string): string | undefined => {
      const {
          linted: { zone },
          source,
          position,
        } = opened(head + text),
        found = nameAt(zone, source, position);
      return found === undefined ? undefined : `${found.kind} ${zone.names.text(found.name)}`;
    };
    assert.equal(name('w|ww A 192.0.2.1\n'), 'owner www.example.com.');
    assert.equal(name('@ MX 10 m|ail\n'), 'rdata mail.example.com.');
    assert.equal(name('$ORIGIN s|ub\n'), 'origin sub.example.com.');
    assert.equal(name('@ TXT "v=spf1 a:mail.exam|ple.net -all"\n'), 'term mail.example.net.');
    assert.equal(name('@ TXT "v=spf1 exists:%{i}.exam|ple.net -all"\n'), undefined);
    assert.equal(name('@ MX 1|0 mail\n'), undefined);
  });
});
