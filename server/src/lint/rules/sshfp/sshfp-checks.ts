import { numbers, rdataNumbers } from '../../kit/rdata-numbers.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { SSHFP } from '../../../zone/rrtypes/codes.ts';

const SHA1 = 1,
  SHA256 = 2,
  DSA = 2,
  mnemonic = Uint8Array.from('sshfp', (c) => c.charCodeAt(0));
const algorithms: Readonly<Record<number, string>> = { 1: 'RSA', 2: 'DSA', 3: 'ECDSA', 4: 'Ed25519', 6: 'Ed448' };

/** Whether one of the records of a name has other numbers than usual ones. */
function hasOdd(zone: Zone, name: NameId): boolean {
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) {
    if (zone.records.type[id] !== SSHFP) continue;
    if (
      !rdataNumbers(zone, id, mnemonic, 2) ||
      numbers[1] !== SHA256 ||
      numbers[0] === DSA ||
      !(numbers[0]! in algorithms)
    )
      return true;
  }
  return false;
}

/** Fingerprints of SSH keys: RFC 4255, RFC 6594. */
export default check({
  on: eachRrset(['SSHFP'], { when: (zone, _record, name) => hasOdd(zone, name) }),
  reports: ['sshfp/algo', 'sshfp/fptype', 'sshfp/sha1-only'],
  *run({ owner, records }, context) {
    const good = records.filter((record) => !record.broken);
    for (const record of good) {
      const algorithm = record.number('algorithm'),
        type = record.number('fp-type'),
        at = record.span('algorithm');
      if (algorithm === DSA) yield { code: 'sshfp/algo', message: 'dsa', at, severity: 'information' };
      else if (algorithms[algorithm] === undefined)
        yield { code: 'sshfp/algo', message: 'unknown', at, args: { algorithm } };
      if (type !== SHA1 && type !== SHA256)
        yield { code: 'sshfp/fptype', message: 'unknown', at: record.span('fp-type'), args: { type } };
      else if (type === SHA1 && algorithm !== DSA && !hasSha256(good, algorithm))
        yield {
          code: 'sshfp/sha1-only',
          message: 'only',
          at: record.span('fp-type'),
          args: { algorithm: algorithms[algorithm] ?? String(algorithm), name: context.show(owner) },
        };
    }
  },
});

const hasSha256 = (records: readonly RecordView[], algorithm: number): boolean =>
  records.some((record) => record.number('algorithm') === algorithm && record.number('fp-type') === SHA256);
