import { keyTag } from '../../dnssec.ts';
import type { RecordView } from '../../../model/record-view.ts';
import { defineFamily, eachRecord, eachRrset } from '../../rule.ts';
import type { RuleContext } from '../../context.ts';
import type { Draft, RuleMeta } from '../../rule.ts';

const SOA = 6, DNSKEY = 48;

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

/** The first signature at the apex that is not good at this time: the others mostly share its times. */
const times = defineFamily([
  {
    code: 'rrsig/expired', severity: 'warning', source: 'RFC 4035 §5.3.1', bind: 'warning', summary: 'A signature whose time is over.',
    messages: { over: 'This signature was good until {end}: validators refuse {name} since then. Sign the zone anew.' },
  },
  {
    code: 'rrsig/not-yet', severity: 'warning', source: 'RFC 4035 §5.3.1', summary: 'A signature whose time has not come.',
    messages: { early: 'This signature is good from {start} on: until then validators refuse {name}. Check the clock of the signer, or wait before you publish the zone.' },
  },
], eachRrset(['RRSIG'], { when: (zone, _record, name) => zone.apexKnown && name === zone.apex }), function* ({ owner, records }, context) {
  const { now } = context.settings, name = context.show(owner);
  if (now === undefined || !context.has(owner, SOA)) return;
  const sound = records.filter(record => !record.broken), expired = sound.find(record => (record.number('signature-expiration') - now | 0) < 0);
  const early = sound.find(record => (now - record.number('signature-inception') | 0) < 0 && !((record.number('signature-expiration') - record.number('signature-inception') | 0) <= 0));
  if (expired !== undefined) yield { code: 'rrsig/expired', message: 'over', at: expired.span('signature-expiration'), args: { end: expired.print('signature-expiration'), name } };
  else if (early !== undefined) yield { code: 'rrsig/not-yet', message: 'early', at: early.span('signature-inception'), args: { start: early.print('signature-inception'), name } };
});

/** Signatures at the apex, which is signed with the rest of the zone: they tell of all of them, and are few. */
const signatures = defineFamily(metas, eachRecord(['RRSIG'], { when: (zone, _record, name) => zone.apexKnown && name === zone.apex }), function* (record, context) {
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

export default [...signatures, ...times];
