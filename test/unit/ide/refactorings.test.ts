import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, compiled, offered, ranged, zoneOf } from './refactored.ts';

const head = '$TTL 3600\n@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n@ NS ns1\nns1 A 198.51.100.1\n\n';

/** What the text after the head is when a refactoring with such a title is taken. */
function taken(marked: string, title: RegExp, { above = head, sameRecords = true } = {}): string {
  const { text, range } = ranged(above + marked),
    zone = zoneOf(text),
    all = offered(zone, range),
    found = all.find((one) => title.test(one.title));
  assert.ok(found !== undefined, `${String(title)} isn't among: ${all.map((one) => one.title).join(' | ')}`);
  const { text: now, files } = applied(text, found.edits);
  if (sameRecords && files.size === 0) assert.deepEqual(compiled(zoneOf(now)), compiled(zone));
  return now.slice(above.length);
}

const titles = (marked: string, above = head): readonly string[] => {
  const { text, range } = ranged(above + marked);
  return offered(zoneOf(text), range).map(({ title }) => title);
};

describe('a refactoring', () => {
  it('makes names absolute and relative, in their columns, over parentheses, comments and CR LF', () => {
    assert.equal(
      taken('«www        IN CNAME web ; here\r\n@\tMX 10 (\r\n  mail ) ; (1)\r\n»', /absolute/),
      'www.example.com. IN CNAME web.example.com. ; here\r\nexample.com.\tMX 10 (\r\n  mail.example.com. ) ; (1)\r\n',
    );
    assert.equal(
      taken('«www.example.com.   IN CNAME WEB.Example.com.\nexample.com. MX 10 mail.example.net.\n»', /relative/),
      'www                IN CNAME WEB\n@ MX 10 mail.example.net.\n',
    );
  });

  it('writes times in units and in seconds', () => {
    assert.equal(taken('w|ww 129600 A 192.0.2.1\n', /in units/), 'www 1d12h A 192.0.2.1\n');
    assert.equal(taken('w|ww 1d12h A 192.0.2.1\n', /in seconds/), 'www 129600 A 192.0.2.1\n');
    assert.equal(taken('', /in units/, { above: head.replace('3600\n', '36|00\n') }).length, 0);
  });

  it('moves a common TTL to $TTL and back to what it was, and takes out TTLs that $TTL gives', () => {
    assert.equal(
      taken('«a 60 A 192.0.2.1\nb  60  IN A 192.0.2.2\n\t60\tTXT x\n»c A 192.0.2.3\n', /to \$TTL/),
      '$TTL 60\na A 192.0.2.1\nb      IN A 192.0.2.2\n\t\tTXT x\n$TTL 3600\nc A 192.0.2.3\n',
    );
    assert.equal(taken('«a 3600 A 192.0.2.1\n»', /gives/), 'a A 192.0.2.1\n');
    assert.ok(!titles('«a 60 A 192.0.2.1\nb A 192.0.2.2\n»').some((title) => /to \$TTL/.test(title)));
  });

  it('extracts and inlines an $ORIGIN', () => {
    const flat = 'a.sub A 192.0.2.1\n      AAAA 2001:db8::1\nb.sub CNAME a.sub\nsub MX 10 mail\n',
      under =
        '$ORIGIN sub.example.com.\na     A 192.0.2.1\n      AAAA 2001:db8::1\nb CNAME a\n@ MX 10 mail.example.com.\n$ORIGIN example.com.\n';
    assert.equal(
      taken(`«${flat}»c A 192.0.2.2\n`, /under \$ORIGIN/),
      `${under.replace('a     A', 'a A')}c A 192.0.2.2\n`,
    );
    assert.equal(
      taken('$ORIGIN s|ub ; about\na A 192.0.2.1\nb CNAME a\n$ORIGIN deep\nc A 192.0.2.3\n', /into the names/),
      '; about\na.sub A 192.0.2.1\nb.sub CNAME a.sub\n$ORIGIN deep.sub.example.com.\nc A 192.0.2.3\n',
    );
  });

  it('sorts a paragraph canonically or by address, with comments and inherited owners', () => {
    assert.equal(
      taken(
        '; Hosts\nb A 192.0.2.10 ; ten\n  AAAA 2001:db8::1\n; about a\na| A 192.0.2.9\n\nz A 192.0.2.1\n',
        /canonical/,
      ),
      '; Hosts\n; about a\na A 192.0.2.9\nb A 192.0.2.10 ; ten\n  AAAA 2001:db8::1\n\nz A 192.0.2.1\n',
    );
    assert.equal(
      taken('«b A 192.0.2.10\r\nc A 192.0.2.9\r\na A 192.0.2.100»', /by address/),
      'c A 192.0.2.9\r\nb A 192.0.2.10\r\na A 192.0.2.100',
    );
    assert.equal(
      taken('«a A 192.0.2.1\nb A 192.0.2.2\na TXT "x"\n»', /Group/),
      'a A 192.0.2.1\na TXT "x"\nb A 192.0.2.2\n',
    );
  });

  it('is not offered where the order decides about a TTL', () => {
    assert.ok(
      !titles('«b A 192.0.2.2\na 60 A 192.0.2.9\na 90 A 192.0.2.1\n»').some((title) => /canonical/.test(title)),
    );
    // Without $TTL a record takes the TTL of the one before.
    const bare = '@ 3600 IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n@ NS ns1\nns1 A 198.51.100.1\n';
    assert.ok(!titles('«b 60 A 192.0.2.2\na A 192.0.2.9\n»', bare).some((title) => /canonical/.test(title)));
  });

  it('writes out a $GENERATE, and turns a run into one', () => {
    assert.equal(
      taken('$GENERATE 1-3 h$ A 192.0.2.$| ; pool\n', /Write out/),
      '; pool\nh1 A 192.0.2.1\nh2 A 192.0.2.2\nh3 A 192.0.2.3\n',
    );
    assert.equal(
      taken('«h01 A 192.0.2.11\nh02 A 192.0.2.12\nh03 A 192.0.2.13\n»', /into \$GENERATE/),
      '$GENERATE 1-3 h${0,2,d} A 192.0.2.${10}\n',
    );
    assert.ok(
      !titles('«h1 A 192.0.2.1\nh2 A 192.0.2.2 ; odd\nh3 A 192.0.2.3\n»').some((title) => /GENERATE/.test(title)),
    );
    assert.ok(!titles('«h1 A 192.0.2.1\nh2 A 192.0.2.2\nh4 A 192.0.2.4\n»').some((title) => /GENERATE/.test(title)));
  });

  it('joins, cuts and splits strings', () => {
    assert.equal(taken('t| TXT "one " two\n', /Join/, { sameRecords: false }), 't TXT "one two"\n');
    assert.equal(taken('t TXT "one| two"\n', /Split/, { sameRecords: false }), 't TXT "one" " two"\n');
    assert.ok(!titles('t TXT "a\\0|65b"\n').some((title) => /Split/.test(title)));
    const long = taken(`t| TXT "${'x'.repeat(200)}" "${'y'.repeat(100)}"\n`, /Cut/, { sameRecords: false });
    assert.match(long, /^t TXT "x{200}y{55}" "y{45}"\n$/);
  });

  it('writes a record on one line and in parentheses, and loses no comment', () => {
    assert.equal(taken('w| TXT ( "a" ; first\n\t"b" ) ; last\n', /one line/), 'w TXT "a" "b" ; first; last\n');
    assert.equal(
      taken('w|\tSRV 0 1 5060 sip ; s\n', /parentheses/),
      'w\tSRV (\n \t   0\n \t   1\n \t   5060\n \t   sip ) ; s\n'.replaceAll(' \t   ', ' \t    '),
    );
  });

  it('changes the type SPF to TXT', () => {
    assert.equal(taken('w|  SPF "v=spf1 -all"\n', /to TXT/, { sameRecords: false }), 'w  TXT "v=spf1 -all"\n');
  });

  it("replaces an alias at the zone's own name", () => {
    const marked = '@| CNAME web\nweb A 192.0.2.1\n    AAAA 2001:db8::1\n';
    assert.equal(
      taken(marked, /with the addresses/, { sameRecords: false }),
      '@   A 192.0.2.1\n@   AAAA 2001:db8::1\nweb A 192.0.2.1\n    AAAA 2001:db8::1\n',
    );
    assert.match(taken(marked, /HTTPS/, { sameRecords: false }), /^@ {3}HTTPS 0 web\n/);
    assert.ok(!titles('w| CNAME web\nweb A 192.0.2.1\n').some((title) => /alias/.test(title)));
  });

  it('moves records to an included file', () => {
    const { text, range } = ranged(`${head}«a.sub A 192.0.2.1\n  TXT x\nb.sub A 192.0.2.2\n»c A 192.0.2.3\n`),
      zone = zoneOf(text),
      move = offered(zone, range).find(({ kind }) => kind === 'move')!,
      { text: now, files } = applied(text, move.edits);
    assert.equal(move.title, 'Move 3 records to sub.example.com.inc');
    assert.equal(now.slice(head.length), '$INCLUDE sub.example.com.inc\nc A 192.0.2.3\n');
    assert.deepEqual([...files], [['sub.example.com.inc', 'a.sub A 192.0.2.1\n  TXT x\nb.sub A 192.0.2.2\n']]);
  });

  it('turns names with the same address into aliases of the first one, but for targets of MX', () => {
    assert.equal(
      taken('«web A 192.0.2.1 ; front\nwww A 192.0.2.1 ; old\nftp A 192.0.2.1\n»', /aliases of web/, {
        sameRecords: false,
      }),
      'web A 192.0.2.1 ; front\nwww CNAME web ; old\nftp CNAME web\n',
    );
    assert.ok(!titles('@ MX 10 www\n«web A 192.0.2.1\nwww A 192.0.2.1\n»').some((title) => /alias/.test(title)));
    assert.ok(!titles('«web A 192.0.2.1\nwww A 192.0.2.2\n»').some((title) => /alias/.test(title)));
  });
});
