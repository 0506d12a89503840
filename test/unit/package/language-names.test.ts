import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { languageClaims } from '../../../scripts/language-names.ts';
import { claimsFile } from '../../../server/src/config/zone-files/claimed-files.ts';
import { namePattern } from '../../../server/src/config/zone-files/zone-file-names.ts';
import { root } from '../../../scripts/paths.ts';

interface Manifest {
  readonly contributes: {
    readonly languages: readonly [
      {
        readonly extensions: readonly string[];
        readonly filenamePatterns: readonly string[];
        readonly firstLine: string;
      },
    ];
  };
}

const [language] = (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest).contributes
  .languages;

const isZone = (name: string): boolean =>
  namePattern(languageClaims.filenamePatterns).test(name) ||
  language.extensions.some((extension) => name.endsWith(extension));

describe('the file names of zones', () => {
  it('stand in package.json as the script writes them', () => {
    const { extensions, filenamePatterns, firstLine } = language;
    assert.deepEqual({ extensions, filenamePatterns, firstLine }, languageClaims);
  });

  for (const name of [
    ...[
      'example.com.zone',
      'example.com.dns',
      'k3.rev',
      '30.20.10.in-addr.arpa',
      '30.20.10.in-addr.arpa.zone',
      'example.com.zone.signed',
    ],
    ...[
      'db.example.com',
      'db.10.20.30',
      'db.0',
      'db.127',
      'db.255',
      'db.local',
      'db.empty',
      'db.root',
      'db.corp.internal',
      'db.example.de',
      'db.example.net.signed',
    ],
    ...[
      'named.root',
      'named.ca',
      'named.localhost',
      'named.local',
      '8.b.d.0.1.0.0.2.ip6.arpa',
      'db.8.b.d.0.1.0.0.2.ip6.arpa.zone',
    ],
  ])
    it(`${name} is a zone, and is claimed as one by server and command line`, () => {
      assert.ok(isZone(name));
      assert.ok(claimsFile(`/etc/bind/${name}`, ''));
    });

  for (const name of [
    ...[
      'named.conf',
      'named.conf.local',
      'named.conf.options',
      'nsd.conf',
      'keyboard.com',
      'cinema.org',
      'dot.net',
      'thumbs.db',
      'app.db',
    ],
    ...[
      'db.ts',
      'db.js',
      'db.json',
      'db.sqlite',
      'db.sql',
      'db.py',
      'db.go',
      'db.rs',
      'db.pl',
      'db.md',
      'db.config.js',
      'db.test.ts',
      'db.php',
      'db.yaml',
      'mydb.example',
    ],
  ])
    it(`${name} is left to its own language`, () => assert.ok(!isZone(name)));
});

describe('the first line of a zone', () => {
  const firstLine = new RegExp(language.firstLine);

  for (const line of [
    ...['$TTL 3600', '$TTL 1d ; a day', '$TTL 1h30m', '$ORIGIN example.com.', '; zone: example.com', '\uFEFF$TTL 300'],
    ...[
      '@ IN SOA ns1.example.com. hostmaster.example.com. (',
      'example.com. 3600 IN SOA ns1 host 1 2 3 4 5',
      'example.com.\t86400\tIN\tSOA\tns1.example.com. host.example.com. 1 7200 3600 1209600 3600',
      '@ SOA ns1 hostmaster (',
      '@ IN 1h SOA ns1 hostmaster (',
    ],
  ])
    it(`${JSON.stringify(line)} tells a zone`, () => assert.match(line, firstLine));

  for (const line of [
    '$TTL = 5;',
    '#!/bin/sh',
    '; a comment',
    '<?php',
    '$ORIGIN = "x";',
    'SOA is short for start of authority',
    '# SOA',
  ])
    it(`${JSON.stringify(line)} tells nothing`, () => assert.doesNotMatch(line, firstLine));
});
