import { numbers, rdataNumbers } from '../../kit/rdata-numbers.ts';
import { defineFamily, eachRrset } from '../../engine/rule.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const SSHFP = 44, SHA1 = 1, SHA256 = 2, DSA = 2, mnemonic = Uint8Array.from('sshfp', c => c.charCodeAt(0));
const algorithms: Readonly<Record<number, string>> = { 1: 'RSA', 2: 'DSA', 3: 'ECDSA', 4: 'Ed25519', 6: 'Ed448' };

const metas: readonly RuleMeta[] = [
  {
    code: 'sshfp/algo', severity: 'warning', source: 'RFC 4255 §3.1.1', summary: 'Unassigned or retired key algorithm in an SSHFP record',
    messages: {
      unknown: `Key algorithm {algorithm} isn't assigned, so clients ignore this record.`,
      dsa: 'Algorithm 2 is DSA, which OpenSSH no longer supports: clients ignore this record.',
    },
    severities: { dsa: 'information' },
  },
  {
    code: 'sshfp/fptype', severity: 'warning', source: 'RFC 6594 §3.1', summary: 'Unassigned fingerprint type in an SSHFP record',
    messages: { unknown: `Fingerprint type {type} isn't assigned, so clients ignore this record.` },
  },
  {
    code: 'sshfp/sha1-only', severity: 'information', profile: 'strict', source: 'RFC 6594 §4.1', summary: 'Host key with a SHA-1 fingerprint only',
    messages: { only: 'The {algorithm} key of {name} has only a SHA-1 fingerprint, which clients may refuse.' },
  },
];

/** Whether one of the records of a name has other numbers than usual ones. */
function hasOdd(zone: Zone, name: NameId): boolean {
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) {
    if (zone.records.type[id] !== SSHFP) continue;
    if (!rdataNumbers(zone, id, mnemonic, 2) || numbers[1] !== SHA256 || numbers[0] === DSA || !(numbers[0]! in algorithms)) return true;
  }
  return false;
}

/** Fingerprints of SSH keys: RFC 4255, RFC 6594. */
export default defineFamily(metas, eachRrset(['SSHFP'], { when: (zone, _record, name) => hasOdd(zone, name) }), function* ({ owner, records }, context) {
  const good = records.filter(record => !record.broken);
  for (const record of good) {
    const algorithm = record.number('algorithm'), type = record.number('fp-type'), at = record.span('algorithm');
    if (algorithm === DSA) yield { code: 'sshfp/algo', message: 'dsa', at, severity: 'information' };
    else if (algorithms[algorithm] === undefined) yield { code: 'sshfp/algo', message: 'unknown', at, args: { algorithm } };
    if (type !== SHA1 && type !== SHA256) yield { code: 'sshfp/fptype', message: 'unknown', at: record.span('fp-type'), args: { type } };
    else if (type === SHA1 && algorithm !== DSA && !hasSha256(good, algorithm)) yield { code: 'sshfp/sha1-only', message: 'only', at: record.span('fp-type'), args: { algorithm: algorithms[algorithm] ?? String(algorithm), name: context.show(owner) } };
  }
});

const hasSha256 = (records: readonly RecordView[], algorithm: number): boolean => records.some(record => record.number('algorithm') === algorithm && record.number('fp-type') === SHA256);
