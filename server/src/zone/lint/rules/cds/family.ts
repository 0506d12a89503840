import type { RecordView } from '../../../model/record-view.ts';
import { deprecatedDigests, isKey, keyTag } from '../../dnssec.ts';
import { defineFamily, eachName } from '../../rule.ts';
import type { RuleContext } from '../../context.ts';
import type { Draft, RuleMeta } from '../../rule.ts';

const DNSKEY = 48, CDS = 59, CDNSKEY = 60;

const metas: readonly RuleMeta[] = [
  {
    code: 'cds/no-dnskey', severity: 'error', source: 'RFC 7344 §4.1', bind: 'error', summary: 'A CDS or CDNSKEY record for an algorithm of which the zone has no key.',
    messages: { none: 'This {type} record asks the parent to trust a key with algorithm {algorithm}, but {name} has no such DNSKEY: BIND refuses the zone, and a parent that follows would make {name} unreachable for validators. Publish the key first, or remove this record.' },
  },
  {
    code: 'cds/delete-with-others', severity: 'error', source: 'RFC 8078 §4', bind: 'error', summary: 'A CDS or CDNSKEY record that asks for deletion stands beside others.',
    messages: { beside: 'This {type} record asks the parent to remove all DS records, but others ask for DS records: BIND refuses the zone, and the parent does nothing. Leave it alone, or remove it.' },
  },
  {
    code: 'cds/delete-form', severity: 'error', source: 'RFC 8078 §4', bind: 'error', summary: 'A CDS or CDNSKEY record with algorithm 0 that is not the one which asks for deletion.',
    messages: { form: 'With algorithm 0 this record asks the parent to remove all DS records, but then it must read {right}: BIND refuses the zone, and parents ignore the record. Write {right}, or the numbers of the key.' },
  },
  {
    code: 'cds/key-mismatch', severity: 'warning', source: 'RFC 7344 §4.1', summary: 'A CDS record for a key that the zone does not have.',
    messages: { tag: 'No DNSKEY of {name} has the tag {tag} and the algorithm {algorithm}: a parent that follows this CDS publishes a DS that fits no key. Make the CDS from a key that is here.' },
  },
  {
    code: 'cds/digest-deprecated', severity: 'warning', source: 'RFC 8624 §3.3, RFC 9904', summary: 'A CDS record with a digest that must not be used any more.',
    messages: { deprecated: 'This CDS asks the parent for a DS with {digest}, which must not be used any more: parents refuse it, or validators do not count it. Make the CDS with SHA-256 (digest type 2).' },
  },
  {
    code: 'cds/pair', severity: 'warning', source: 'RFC 7344 §4', summary: 'The CDS and the CDNSKEY records are about different keys.',
    messages: { differ: 'The CDNSKEY records have no key with the tag {tag}, for which a CDS is here: the two must say the same, or parents ignore both. Make one of them anew.' },
  },
  {
    code: 'cds/not-apex', severity: 'warning', source: 'RFC 7344 §4.1', summary: 'A CDS or CDNSKEY record below the apex of the zone.',
    messages: { below: 'Parents look for {type} records at {apex} only, not at {name}: nobody sees this record. Move it into the zone of {name}.' },
  },
];

const isDeletion = (record: RecordView): boolean => record.octets.length === 5 && record.octets.every((octet, k) => octet === (record.type === CDNSKEY && k === 2 ? 3 : 0));

/** What CDS and CDNSKEY records ask of the parent: RFC 7344, RFC 8078. */
export default defineFamily(metas, eachName(['CDS', 'CDNSKEY']), function* ({ name, records }, context) {
  const asked = records.filter(record => (record.type === CDS || record.type === CDNSKEY) && !record.broken);
  if (!context.zone.apexKnown || !context.zone.inZone(name)) return;
  if (name !== context.zone.apex) {
    for (const record of asked) yield { code: 'cds/not-apex', message: 'below', at: record.typeSpan, args: { type: record.mnemonic, apex: context.show(context.zone.apex), name: context.show(name) } };
    return;
  }
  const keys = records.filter(record => record.type === DNSKEY);
  for (const type of [CDS, CDNSKEY]) yield* ofType(asked.filter(record => record.type === type), keys, context);
  yield* pair(asked);
});

function* ofType(records: readonly RecordView[], keys: readonly RecordView[], context: RuleContext): Iterable<Draft> {
  const wanted = records.filter(record => !isDeletion(record));
  for (const record of records) {
    const type = record.mnemonic, algorithm = record.number('algorithm'), name = context.show(record.owner);
    const digest = record.type === CDS && !isDeletion(record) ? deprecatedDigests[record.number('digest-type')] : undefined;
    if (digest !== undefined) yield { code: 'cds/digest-deprecated', message: 'deprecated', at: record.span('digest-type'), args: { digest } };
    if (isDeletion(record)) {
      if (wanted.length > 0) yield { code: 'cds/delete-with-others', message: 'beside', at: record.rdataSpan, args: { type }, related: [{ at: wanted[0]!.typeSpan, message: `Another ${type} record.` }] };
    } else if (algorithm === 0) yield { code: 'cds/delete-form', message: 'form', at: record.rdataSpan, args: { right: record.type === CDS ? '0 0 0 00' : '0 3 0 AA==' } };
    else if (!keys.some(key => key.broken || key.number('algorithm') === algorithm)) yield { code: 'cds/no-dnskey', message: 'none', at: record.span('algorithm'), args: { type, algorithm, name } };
    else if (record.type === CDS && !keys.some(key => key.broken || isKey(key, record.number('key-tag'), algorithm))) {
      yield { code: 'cds/key-mismatch', message: 'tag', at: record.span('key-tag'), args: { name, tag: record.number('key-tag'), algorithm } };
    }
  }
}

function* pair(records: readonly RecordView[]): Iterable<Draft> {
  const cds = records.filter(record => record.type === CDS && !isDeletion(record)), cdnskey = records.filter(record => record.type === CDNSKEY && !isDeletion(record));
  if (cdnskey.length === 0) return;
  const tags = new Set(cdnskey.map(record => keyTag(record.octets)));
  for (const record of cds) {
    const tag = record.number('key-tag');
    if (!tags.has(tag)) yield { code: 'cds/pair', message: 'differ', at: record.span('key-tag'), args: { tag }, related: [{ at: cdnskey[0]!.typeSpan, message: 'The CDNSKEY record.' }] };
  }
}
