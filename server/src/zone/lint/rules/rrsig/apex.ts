import { keyTag } from '../../dnssec.ts';
import type { RecordView } from '../../../model/record-view.ts';
import { defineFamily, eachRecord } from '../../rule.ts';
import type { RuleContext } from '../../context.ts';
import type { Draft, RuleMeta } from '../../rule.ts';

const DNSKEY = 48;

const metas: readonly RuleMeta[] = [
  {
    code: 'rrsig/signer-not-zone', severity: 'warning', source: 'RFC 4034 §3.1.7', summary: 'A signature whose signer is not the zone.',
    messages: { other: 'The signer is {signer}, but the records of {name} are signed by the zone {name} itself: validators treat this signature as bogus. Sign the zone anew.' },
  },
  {
    code: 'rrsig/no-key', severity: 'warning', source: 'RFC 4035 §5.3.1', summary: 'A signature by a key that the zone does not have.',
    messages: { none: 'No DNSKEY of {name} has the tag {tag} and the algorithm {algorithm}: nobody can check this signature. Publish the key, or sign the zone anew.' },
  },
  {
    code: 'rrsig/lifetime', severity: 'warning', source: 'RFC 4034 §3.1.5', summary: 'A signature that ends before it begins.',
    messages: { reversed: 'This signature is good until {end}, which is before it begins at {start}: it never is good. Sign the zone anew.' },
  },
  {
    code: 'rrsig/orig-ttl', severity: 'warning', source: 'RFC 4034 §3.1.4', summary: 'A signature over another TTL than its records have.',
    messages: { differs: 'The signature is over the TTL {original}, but the {type} records here have {ttl}: a validator uses the smaller one, and when the TTL here is the greater, it was changed after signing. Sign the zone anew.' },
  },
];

/** Signatures at the apex, which is signed with the rest of the zone: they tell of all of them, and are few. */
export default defineFamily(metas, eachRecord(['RRSIG'], { when: (zone, _record, name) => zone.apexKnown && name === zone.apex }), function* (record, context) {
  if (record.broken) return;
  const signer = record.name('signer-name'), name = context.show(record.owner);
  if (signer !== context.zone.apex) { yield { code: 'rrsig/signer-not-zone', message: 'other', at: record.span('signer-name'), args: { signer: record.print('signer-name').replace(/(.)\.$/, '$1'), name } }; return; }
  const start = record.number('signature-inception'), end = record.number('signature-expiration');
  if ((end - start | 0) <= 0) yield { code: 'rrsig/lifetime', message: 'reversed', at: record.span('signature-expiration'), args: { start: record.print('signature-inception'), end: record.print('signature-expiration') } };
  yield* key(record, name, context);
  yield* ttl(record, context);
});

function* key(record: RecordView, name: string, context: RuleContext): Iterable<Draft> {
  const keys = context.records(record.owner, DNSKEY), tag = record.number('key-tag'), algorithm = record.number('algorithm');
  if (keys.length === 0 || keys.some(each => each.broken || (keyTag(each.octets) === tag && each.number('algorithm') === algorithm))) return;
  yield { code: 'rrsig/no-key', message: 'none', at: record.span('key-tag'), args: { name, tag, algorithm } };
}

function* ttl(record: RecordView, context: RuleContext): Iterable<Draft> {
  const original = record.number('original-ttl'), [covered] = context.records(record.owner, record.number('type-covered'));
  if (covered === undefined || covered.ttl < 0 || covered.ttl <= original) return;
  yield { code: 'rrsig/orig-ttl', message: 'differs', at: record.span('original-ttl'), args: { original, type: covered.mnemonic, ttl: covered.ttl }, related: [{ at: covered.ttlSpan ?? covered.typeSpan, message: `The ${covered.mnemonic} record.` }] };
}
