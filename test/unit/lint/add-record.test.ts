import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addRecord } from '../../../server/src/lint/kit/add-record.ts';
import { replaceSpan } from '../../../server/src/lint/kit/edits.ts';
import { RecordView } from '../../../server/src/zone/model/record-view.ts';
import { opened } from '../ide/opened.ts';

const soa = '@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n';

/** The text with a record added: `owner type rdata`, the owner relative to the zone. */
function added(text: string, record: string, zoneName?: string): string {
  const {
      linted: { zone },
      source,
    } = opened(text, zoneName),
    [owner = '', type = '', ...rdata] = record.split(' ');
  const name = owner === '@' ? zone.apex : zone.names.intern(`${owner}.${zone.names.text(zone.apex)}`);
  const { range, text: line } = addRecord(zone, name, type, rdata.join(' ')),
    lines = source.text().split('\n');
  const offset = lines.slice(0, range.start.line).reduce((sum, one) => sum + one.length + 1, 0) + range.start.character;
  return source.text().slice(0, offset) + line + source.text().slice(offset);
}

/** Checks that the marked line `+…` is what the record becomes, where it is. */
function becomes(record: string, after: string, zoneName?: string): void {
  const before = after
      .split('\n')
      .filter((line) => !line.startsWith('+'))
      .join('\n'),
    expected = after
      .split('\n')
      .map((line) => line.replace(/^\+/, ''))
      .join('\n');
  assert.equal(added(before, record, zoneName), expected);
}

describe('a new record is put', () => {
  it('behind the last of several MX records', () =>
    becomes('@ MX 30 c', `${soa}@ IN MX 10 a\n@ IN MX 20 b\n+@ IN MX 30 c\n@ IN TXT "x"\nwww IN A 192.0.2.1\n`));

  it('behind a record whose closing parenthesis is on a line of its own', () =>
    becomes(
      '@ NS ns1',
      '$TTL 1h\n@ IN SOA ns1 hostmaster (\n  1 2h 1h\n  2w 5m ; minimum\n  )\n+@ IN NS ns1\n\nwww IN A 192.0.2.1\n',
    ));

  it("behind a comment that goes on below the record's own", () =>
    becomes(
      'www A 192.0.2.2',
      `${soa}www IN A 192.0.2.1 ; the old host,\n                   ; until May\n+www IN A 192.0.2.2\n; mail\n@ IN MX 10 a\n`,
    ));

  it('before a comment that begins what comes next', () =>
    becomes('www A 192.0.2.2', `${soa}www IN A 192.0.2.1 ; the host\n+www IN A 192.0.2.2\n; mail ---\n@ IN MX 10 a\n`));

  it('at the end of a file without a last line ending', () =>
    assert.equal(
      added(`${soa}www IN A 192.0.2.1`, 'ftp A 192.0.2.2'),
      `${soa}www IN A 192.0.2.1\nftp IN A 192.0.2.2\n`,
    ));

  it('with the line endings of the file', () =>
    assert.equal(
      added(`${soa}www IN A 192.0.2.1`.replaceAll('\n', '\r\n'), 'ftp A 192.0.2.2'),
      `${soa}www IN A 192.0.2.1\nftp IN A 192.0.2.2\n`.replaceAll('\n', '\r\n'),
    ));

  it('behind the records that inherit an owner name, which would get another one', () =>
    becomes(
      'ftp A 192.0.2.9',
      `${soa}www IN A 192.0.2.1\n    IN TXT "x"\n    IN MX 10 a\n+ftp IN A 192.0.2.9\n@ IN MX 10 a\n`,
    ));

  it("behind a record without owner name that can't be read", () =>
    becomes('ftp A 192.0.2.9', `${soa}www IN A 192.0.2.1\n    IN MX ten a\n+ftp IN A 192.0.2.9\n@ IN MX 10 a\n`));

  it('with the hosts when it is a host', () =>
    becomes(
      'ftp A 192.0.2.9',
      `${soa}@ IN NS ns1\nns1 IN A 192.0.2.1\nwww IN A 192.0.2.2\n+ftp IN A 192.0.2.9\n\n_dmarc IN TXT "v=DMARC1; p=none"\n`,
    ));

  it('among hosts that are in order where its name belongs', () => {
    becomes(
      'db A 192.0.2.9',
      `${soa}alpha IN A 192.0.2.1\nbeta IN A 192.0.2.2\n+db IN A 192.0.2.9\ngamma IN A 192.0.2.3\nomega IN A 192.0.2.4\n`,
    );
    becomes(
      'aaa A 192.0.2.9',
      `${soa}+aaa IN A 192.0.2.9\nalpha IN A 192.0.2.1\nbeta IN A 192.0.2.2\ngamma IN A 192.0.2.3\nomega IN A 192.0.2.4\n`,
    );
  });

  it('not with the glue of a delegation when it is a host of the zone', () =>
    becomes(
      'ftp A 192.0.2.9',
      `${soa}www IN A 192.0.2.1\n+ftp IN A 192.0.2.9\nsub IN NS ns.sub\nns.sub IN A 192.0.2.2\n`,
    ));

  it('as a PTR record in the order of the numbers', () => {
    const reverse = (lines: string): string => `$TTL 1h\n${soa}${lines}`;
    becomes(
      '9 PTR c.example.com.',
      reverse('2 IN PTR a.example.com.\n+9 IN PTR c.example.com.\n10 IN PTR b.example.com.\n'),
      '2.0.192.in-addr.arpa.',
    );
    becomes(
      '1 PTR c.example.com.',
      reverse(
        '@ IN NS ns1.example.com.\n+1 IN PTR c.example.com.\n2 IN PTR a.example.com.\n10 IN PTR b.example.com.\n',
      ),
      '2.0.192.in-addr.arpa.',
    );
    becomes(
      '200 PTR c.example.com.',
      reverse('2 IN PTR a.example.com.\n10 IN PTR b.example.com.\n+200 IN PTR c.example.com.\n'),
      '2.0.192.in-addr.arpa.',
    );
    becomes(
      '7.1 PTR c.example.com.',
      reverse('200.0 IN PTR a.example.com.\n+7.1 IN PTR c.example.com.\n3.2 IN PTR b.example.com.\n'),
      '51.198.in-addr.arpa.',
    );
  });

  it('with the names of mail policies when it is one', () =>
    becomes(
      '_dmarc TXT "v=DMARC1; p=none"',
      `${soa}@ IN TXT "v=spf1 -all"\ns1._domainkey IN TXT "v=DKIM1; p="\n+_dmarc IN TXT "v=DMARC1; p=none"\nwww IN A 192.0.2.1\n`,
    ));

  it('with the keys when it is one', () =>
    becomes(
      's2._domainkey TXT "v=DKIM1; p="',
      `${soa}s1._domainkey IN TXT "v=DKIM1; p="\n+s2._domainkey IN TXT "v=DKIM1; p="\n_dmarc IN TXT "v=DMARC1; p=none"\nwww IN A 192.0.2.1\n`,
    ));
});

describe('a new record is written', () => {
  it('in the columns of its neighbors, filled with spaces', () =>
    becomes(
      '@ TXT "x"',
      '$TTL 1h\n@       IN SOA   ns1 hostmaster 1 7200 3600 1209600 300\n        IN NS    ns1\n        IN MX    10 a\n+@       IN TXT   "x"\nwww     IN A     192.0.2.1\n',
    ));

  it('in the columns of its neighbors, filled with tabs', () =>
    becomes(
      'mail-server A 192.0.2.9',
      '$TTL 1h\n@\t\tIN\tSOA\tns1 hostmaster 1 7200 3600 1209600 300\n\t\tIN\tNS\tns1\nns1\t\tIN\tA\t192.0.2.1\nwww\t\tIN\tA\t192.0.2.2\n+mail-server\tIN\tA\t192.0.2.9\n',
    ));

  it('with single tabs where the neighbors have no columns', () =>
    becomes(
      'ftp A 192.0.2.9',
      '$TTL 1h\n@\tIN\tSOA\tns1 hostmaster 1 7200 3600 1209600 300\nthe-first-web-server\tIN\tA\t192.0.2.2\nb\tIN\tA\t192.0.2.2\nanother-one-there\tIN\tA\t192.0.2.2\n+ftp\tIN\tA\t192.0.2.9\n',
    ));

  it('with an absolute owner name where the neighbors have one', () =>
    becomes(
      'ftp A 192.0.2.9',
      '$TTL 1h\nexample.com. IN SOA ns1 hostmaster 1 7200 3600 1209600 300\nwww.example.com. IN A 192.0.2.2\n+ftp.example.com. IN A 192.0.2.9\n',
    ));

  it('with or without class, as the record before it', () =>
    becomes('ftp A 192.0.2.9', `$TTL 1h\n${soa}www A 192.0.2.2\n+ftp A 192.0.2.9\n`));

  it('with a TTL where most neighbors have one, and with that of its own set', () => {
    becomes(
      'ftp A 192.0.2.9',
      `$TTL 1h\n${soa}www 600 IN A 192.0.2.2\nmail 600 IN A 192.0.2.3\nns1 600 IN A 192.0.2.4\n+ftp 600 IN A 192.0.2.9\n`,
    );
    becomes(
      'www A 192.0.2.9',
      `$TTL 1h\n${soa}www 60 IN A 192.0.2.2\n+www 60 IN A 192.0.2.9\nmail IN A 192.0.2.3\nns1 IN A 192.0.2.4\n`,
    );
    becomes(
      'ftp A 192.0.2.9',
      `$TTL 1h\n${soa}www IN A 192.0.2.2\nmail IN A 192.0.2.3\nns1 60 IN A 192.0.2.4\n+ftp IN A 192.0.2.9\n`,
    );
  });

  it('with class before TTL where the neighbors have them so', () =>
    becomes('ftp A 192.0.2.9', `${soa}www IN 600 A 192.0.2.2\n+ftp IN 600 A 192.0.2.9\n`));

  it('in small letters where the record before it is', () =>
    becomes('ftp A 192.0.2.9', `$TTL 1h\n${soa}www in a 192.0.2.2\n+ftp in a 192.0.2.9\n`));
});

describe("what a fix changes in a record's header", () => {
  const replaced = (line: string, part: 'ownerSpan' | 'typeSpan', text: string): string => {
    const {
        linted: { zone },
        source,
      } = opened(`$TTL 1h\n${soa}${line}\n`),
      record = new RecordView(zone, zone.records.first(zone.names.find('www.example.com.'))),
      edit = replaceSpan(zone, record[part]!, text);
    const written = source.text().split('\n')[edit.range.start.line]!;
    return written.slice(0, edit.range.start.character) + edit.text + written.slice(edit.range.end.character);
  };

  it('leaves the columns behind it where they are', () => {
    assert.equal(replaced('www     IN  CNAME   host', 'typeSpan', 'HTTPS'), 'www     IN  HTTPS   host');
    assert.equal(replaced('www     IN  A       192.0.2.1', 'typeSpan', 'AAAA'), 'www     IN  AAAA    192.0.2.1');
    assert.equal(replaced('www     IN  A  192.0.2.1', 'ownerSpan', 'web-host'), 'web-host IN  A  192.0.2.1');
    assert.equal(replaced('www\t\tIN\tA\t192.0.2.1', 'ownerSpan', 'web-host'), 'web-host\tIN\tA\t192.0.2.1');
  });

  it('leaves a single space alone', () =>
    assert.equal(replaced('www IN A 192.0.2.1', 'typeSpan', 'AAAA'), 'www IN AAAA 192.0.2.1'));
});
