import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, evaluateSpf, fix, mailPath, readZone } from '../../../server/src/main-library.ts';
import type { ZoneFile } from '../../../server/src/main-library.ts';

const zone = (...lines: readonly string[]): string =>
  [
    '$TTL 1h',
    '@ SOA ns1 hostmaster 2024010101 7200 3600 1209600 3600',
    '  NS ns1',
    '  NS ns2.example.net.',
    'ns1 A 192.0.2.1',
    ...lines,
    '',
  ].join('\n');
const codes = (files: ZoneFile | readonly ZoneFile[], options = {}): readonly string[] =>
  check(files, options).flatMap(({ findings }) =>
    findings.map(({ path, code, range }) => `${path}:${range.start.line + 1} ${code}`),
  );

describe('the library', () => {
  it('reads a zone with what it includes, in canonical form and order', () => {
    const files = [
      { path: 'zones/example.com.zone', text: zone('$INCLUDE parts/web', 'txt TXT a "b c"') },
      { path: 'zones/parts/web', text: 'www 5m A 192.0.2.80\n' },
    ];
    const { apex, records, problems } = readZone(files);
    assert.equal(apex, 'example.com.');
    assert.deepEqual(problems, []);
    assert.deepEqual(records.slice(4), [
      { owner: 'txt.example.com.', ttl: 3600, class: 'IN', type: 'TXT', data: '"a" "b c"' },
      { owner: 'www.example.com.', ttl: 300, class: 'IN', type: 'A', data: '192.0.2.80' },
    ]);
    assert.deepEqual(
      check(files).map(({ path }) => path),
      ['zones/example.com.zone'],
      "a part isn't a zone of its own",
    );
  });

  it('says what is wrong with a text, and where', () => {
    const [problem] = readZone({ path: 'example.com.zone', text: zone('a A 192.0.2.300') }).problems;
    assert.deepEqual(
      [problem?.code, problem?.severity, problem?.path, problem?.range.start],
      ['a/bad', 'error', 'example.com.zone', { line: 5, character: 12 }],
    );
  });

  it('has no records for a zone that nothing names, and takes the name from the caller', () => {
    assert.deepEqual(
      [readZone({ path: 'zone', text: zone() }).apex, readZone({ path: 'zone', text: zone() }).records],
      [null, []],
    );
    assert.equal(readZone({ path: 'zone', text: zone(), origin: 'Example.ORG' }).apex, 'example.org.');
  });

  it('checks zones against each other, as the settings say', () => {
    const forward = { path: 'example.com.zone', text: zone('@ MX 10 gone.example.org.') },
      other = { path: 'example.org.zone', text: zone() },
      rules = { 'spf/*': 'off', 'dmarc/*': 'off' } as const;
    assert.deepEqual(codes(forward, { settings: { rules } }), []);
    assert.deepEqual(codes([forward, other], { settings: { rules } }), ['example.com.zone:6 mx/no-address']);
    assert.deepEqual(codes([forward, other], { settings: { rules: { ...rules, 'mx/no-address': 'off' } } }), []);
    assert.deepEqual(codes([forward, other], { settings: { ignore: ['example.com.*'] } }), []);
  });

  it('hears the comments that silence findings', () => {
    assert.deepEqual(
      codes({ path: 'example.com.zone', text: zone('www CNAME gone ; zonewright-disable-line cname/dangling') }),
      [],
    );
  });

  it('fixes what is safe, in files of any line ending, and leaves the rest', () => {
    const text = zone('a A 192.0.2.9', 'a A 192.0.2.9', 'b A 192.0.2.300').replaceAll('\n', '\r\n'),
      { files, count } = fix({ path: 'example.com.zone', text });
    assert.equal(count, 1);
    assert.equal(files[0]?.text, text.replace('a A 192.0.2.9\r\n', ''));
    assert.equal(fix(files).count, 0);
  });

  it('offers the edits of a fix', () => {
    const finding = check({ path: 'example.com.zone', text: zone('a A 192.0.2.9', 'a A 192.0.2.9') })[0]?.findings[0],
      one = finding?.fixes[0];
    assert.equal(one?.safe, true);
    assert.deepEqual(
      one.edits().map(({ path, newText }) => ({ path, newText })),
      [{ path: 'example.com.zone', newText: '' }],
    );
  });

  it('evaluates SPF and follows mail with the zones as the DNS', () => {
    const file = {
      path: 'example.com.zone',
      text: zone('@ MX 10 mail', 'mail A 192.0.2.25', '@ TXT "v=spf1 mx -all"'),
    };
    assert.equal(
      evaluateSpf(file, { ip: '192.0.2.25', sender: 'a@example.com', helo: 'mail.example.com' }).matched,
      'mx',
    );
    assert.equal(
      evaluateSpf(file, { ip: '192.0.2.26', sender: 'a@example.com', helo: 'mail.example.com' }).result,
      'fail',
    );
    assert.deepEqual(
      mailPath('example.com', file).receiving.map(([first]) => first?.kind),
      ['mx'],
    );
  });

  it("throws for arguments that can't be meant", () => {
    const file = { path: 'example.com.zone', text: zone() };
    assert.throws(() => check([file, { ...file, path: './example.com.zone' }]), /Two files have the same path/);
    assert.throws(() => check({ ...file, origin: 'a..b' }), /isn't a valid domain name/);
    assert.throws(() => check(file, { settings: JSON.parse('{ "profil": "all" }') as object }), TypeError);
    assert.throws(() => evaluateSpf(file, { ip: 'x', sender: '', helo: 'a' }), /isn't an IP address/);
    assert.throws(() => mailPath('a..b', file), /isn't a domain name/);
  });
});
