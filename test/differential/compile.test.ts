/**
 * The records that `compile` prints, byte for byte beside those of named-compilezone. `DIFFERENTIAL_ZONES` says how many broken zones, `DIFFERENTIAL_SEED` where to begin.
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { allTypes } from '../../server/src/zone/rrtypes/registry/registry.ts';
import { assertAgreement, bind, findsOnlyLater } from '../oracles/oracle.ts';
import { bindRecords } from './bind.ts';
import { diceOf, mutate } from './mutations.ts';
import { nastyZones } from './nasty-zones.ts';
import { ourRecords } from './our-reading.ts';
import { everydayZone } from './everyday-zone.ts';

const count = Number(process.env['DIFFERENTIAL_ZONES'] ?? 60),
  seed = Number(process.env['DIFFERENTIAL_SEED'] ?? 1);
const shared = path.join(import.meta.dirname, '../../../shared');
const folder = mkdtempSync(path.join(os.tmpdir(), 'zonewright-compile-'));
after(() => rmSync(folder, { recursive: true }));

/** Writes a zone into a folder of its own. */
function written(text: string, files: Readonly<Record<string, string>> = {}): string {
  const own = mkdtempSync(path.join(folder, 'zone-')),
    file = path.join(own, 'example.com.zone');
  for (const [name, content] of Object.entries({ 'example.com.zone': text, ...files }))
    writeFileSync(path.join(own, name), content, 'latin1');
  return file;
}

/** What differs, in a list of at most one. A zone that this version of BIND takes although a later one refuses it is not compared. */
function differences(origin: string, file: string, text = ''): readonly string[] {
  const theirs = bindRecords(origin, file),
    ours = ourRecords(origin, file);
  if (theirs === undefined) return [`BIND refuses this zone\n${text}`];
  if ('text' in ours) return ours.text === theirs ? [] : [`${firstDifference(ours.text, theirs)}\n${text}`];
  const refused = ours.refused.filter(({ code }) => !findsOnlyLater(bind, code));
  return refused.length === 0
    ? []
    : [`BIND takes this zone, and we don't: ${refused.map((refusal) => refusal.text).join(', ')}\n${text}`];
}

function firstDifference(ours: string, theirs: string): string {
  const mine = ours.split('\n'),
    other = theirs.split('\n'),
    line = mine.findIndex((record, k) => record !== other[k]);
  return `we print ${line < 0 ? 'fewer records' : JSON.stringify(mine[line])}, and BIND ${JSON.stringify(other[line < 0 ? mine.length : line])}`;
}

describe('compile prints what named-compilezone prints', { skip: bind.absent }, () => {
  for (const { name, origin = 'example.com', text, files } of nastyZones)
    it(name, (t) => assertAgreement(t, bind, differences(origin, written(text, files))));

  it('for the example of every record type', (t) => {
    const found: string[] = [];
    let compared = 0;
    for (const { mnemonic, example } of allTypes) {
      const soa = mnemonic === 'SOA' ? '' : '@ SOA ns1 host 1 7200 3600 1209600 3600\n',
        file = written(`$TTL 1h\n${soa}@ NS ns1\nns1 A 192.0.2.1\n${example}\n`);
      const theirs = bindRecords('example.com', file),
        ours = ourRecords('example.com', file);
      // Types that this BIND doesn't know, and those that nobody takes as data.
      if (theirs === undefined || 'refused' in ours) continue;
      if (ours.text !== theirs) found.push(`${mnemonic}: ${firstDifference(ours.text, theirs)}`);
      compared++;
    }
    assert.ok(compared > 70, `only ${compared} types were compared`);
    assertAgreement(t, bind, found);
  });

  it('for the zones of the conformance suite that BIND takes', {
    skip: existsSync(path.join(shared, 'conformance')) ? false : 'the conformance suite is not beside this checkout',
  }, (t) => {
    const zones = path.join(shared, 'conformance/zones');
    assertAgreement(
      t,
      bind,
      readdirSync(zones)
        .filter((file) => file.startsWith('root') && file.endsWith('.zone'))
        .flatMap((name) => differences('.', path.join(zones, name), name)),
    );
  });

  it('for generated zones', {
    skip: existsSync(path.join(shared, 'performance/gen.mjs')) ? false : 'the generator is not beside this checkout',
  }, (t) => {
    assertAgreement(
      t,
      bind,
      ['--bind', '--utf8'].flatMap((option) => {
        const file = path.join(folder, `generated${option}.zone`);
        spawnSync(process.execPath, [
          path.join(shared, 'performance/gen.mjs'),
          '4000',
          file,
          '--seed',
          String(seed),
          option,
        ]);
        return differences('example.com', file, option);
      }),
    );
  });

  it('for an everyday zone with one token changed, where BIND still takes it', (t) => {
    const found: string[] = [];
    let compared = 0;
    for (let k = 0; k < count; k++) {
      const text = mutate(everydayZone, diceOf(seed * 100_003 + k)),
        file = path.join(folder, 'changed.zone');
      writeFileSync(file, text, 'latin1');
      if (bindRecords('example.com', file) === undefined) continue;
      found.push(...differences('example.com', file, text));
      compared++;
    }
    assert.ok(compared > count / 10, `only ${compared} zones were compared`);
    assertAgreement(t, bind, found);
  });
});
