import type { NameId } from '../../../names/name-tree.ts';
import type { RecordId } from '../../../zone/records/record-table.ts';
import { recordAt } from '../../../zone/model/lookup.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { keyNumber } from '../../../zone/model/signing.ts';
import { removeRecord } from '../../kit/edits.ts';
import { readSignature, signature } from '../../kit/signature-text.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { RRSIG, SOA } from '../../../zone/rrtypes/codes.ts';

type Said = Report<'rrsig/no-key' | 'rrsig/orig-ttl'>;
/** Signatures all over the zone, and at the apex also the keys that made them: these tell of all others. */
const signatures = check({
  on: eachRecord(['RRSIG'], {
    when: (zone, record, name) => zone.apexKnown && (name === zone.apex || !looksSound(zone, record, name)),
  }),
  reports: [
    'rrsig/signer-not-zone',
    'rrsig/no-key',
    'rrsig/lifetime',
    'rrsig/over-signatures',
    'rrsig/too-many-labels',
    'rrsig/orig-ttl',
  ],
  *run(record, context) {
    const { zone, owner } = record,
      name = context.show(owner);
    if (record.broken || !zone.inZone(owner)) return;
    if (record.number('type-covered') === RRSIG) {
      yield {
        code: 'rrsig/over-signatures',
        message: 'signed',
        at: record.span('type-covered'),
        args: { name },
        fixes: [{ title: 'Remove the signature', safe: false, edits: () => removeRecord(record) }],
      };
      return;
    }
    if (record.name('signer-name') !== zone.apex) {
      yield {
        code: 'rrsig/signer-not-zone',
        message: 'other',
        at: record.span('signer-name'),
        args: { signer: record.print('signer-name').replace(/(.)\.$/, '$1'), name, zone: context.show(zone.apex) },
      };
      return;
    }
    const start = record.number('signature-inception'),
      end = record.number('signature-expiration');
    if (((end - start) | 0) <= 0)
      yield {
        code: 'rrsig/lifetime',
        message: 'reversed',
        at: record.span('signature-expiration'),
        args: { start: record.print('signature-inception'), end: record.print('signature-expiration') },
      };
    const labels = record.number('labels'),
      own = signedLabels(zone, owner);
    if (labels > own)
      yield { code: 'rrsig/too-many-labels', message: 'more', at: record.span('labels'), args: { labels, name, own } };
    yield* key(record, context);
    yield* ttl(record, context);
  },
});

/** The labels of a name as signatures count them: without the root's and an asterisk (RFC 4034 §3.1.3). */
const signedLabels = ({ names }: Zone, name: NameId): number => names.depth(name) - (names.isWildcard(name) ? 1 : 0);

/** Asked for every signature. */
function looksSound(zone: Zone, record: RecordId, name: NameId): boolean {
  if (
    !readSignature(zone, record) ||
    !signature.signerIsZone ||
    signature.labels > signedLabels(zone, name) ||
    !isByOwnKey(zone, name, signature.keyTag, signature.algorithm) ||
    ((signature.expiration - signature.inception) | 0) <= 0
  )
    return false;
  const covered = recordAt(zone, name, signature.covered);
  return (
    signature.covered !== RRSIG &&
    (covered < 0 ||
      (zone.signing.isSigned
        ? zone.records.ttl[covered] === signature.originalTtl && zone.records.ttl[record] === signature.originalTtl
        : zone.records.ttl[covered]! <= signature.originalTtl))
  );
}

/** The first signature at the apex that is not good at this time, and those below it that are worse: all of a zone's mostly share their times. */
const times = check({
  on: eachRecord(['RRSIG'], {
    when: (zone, record, _name, { now }) =>
      zone.apexKnown &&
      now !== undefined &&
      (!readSignature(zone, record) || timing(now, signature.inception, signature.expiration) !== 'good'),
  }),
  reports: ['rrsig/expired', 'rrsig/not-yet'],
  *run(record, context) {
    const { now } = context.settings,
      { zone, owner } = record,
      name = context.show(owner);
    if (now === undefined || record.broken || !zone.inZone(owner) || !context.has(zone.apex, SOA)) return;
    const own = timingOf(record, now),
      first = context.fact('untimely-signature', () => untimelyAt(zone.apex, now, context));
    if (
      own === 'good' ||
      (first !== undefined && first.id !== record.id && (owner === zone.apex || first.timing === own))
    )
      return;
    if (own === 'over')
      yield {
        code: 'rrsig/expired',
        message: 'over',
        at: record.span('signature-expiration'),
        args: { end: record.print('signature-expiration'), name },
      };
    else
      yield {
        code: 'rrsig/not-yet',
        message: 'early',
        at: record.span('signature-inception'),
        args: { start: record.print('signature-inception'), name },
      };
  },
});

type Timing = 'good' | 'over' | 'early';

/** Times are compared as serials (RFC 4034 §3.1.5); one that ends before it begins is never early. */
function timing(now: number, start: number, end: number): Timing {
  if (((end - now) | 0) < 0) return 'over';
  return ((now - start) | 0) < 0 && ((end - start) | 0) > 0 ? 'early' : 'good';
}

const timingOf = (record: RecordView, now: number): Timing =>
  timing(now, record.number('signature-inception'), record.number('signature-expiration'));

/** The first signature at a name that is over, or else the first that is early. */
function untimelyAt(
  name: NameId,
  now: number,
  context: RuleContext,
): { readonly id: RecordId; readonly timing: Timing } | undefined {
  const timed = context
    .records(name, RRSIG)
    .filter(({ broken }) => !broken)
    .map((record) => ({ id: record.id, timing: timingOf(record, now) }));
  return timed.find((each) => each.timing === 'over') ?? timed.find((each) => each.timing === 'early');
}

/**
 * Whether a key of the zone has the tag and the algorithm; where the zone has no key, or one that cannot be read, nothing is to be said.
 * What is missing at the apex is told there, and not once more at each name; a zone that is not signed as a whole has signatures from elsewhere.
 */
const isByOwnKey = (
  { apex, signing: { keys, signers, isSigned } }: Zone,
  name: NameId,
  tag: number,
  algorithm: number,
): boolean => {
  const key = keyNumber(tag, algorithm);
  return keys === undefined || keys.size === 0 || keys.has(key) || (name !== apex && (!isSigned || signers.has(key)));
};

function* key(record: RecordView, context: RuleContext): Iterable<Said> {
  const { zone, owner } = record,
    tag = record.number('key-tag'),
    algorithm = record.number('algorithm');
  if (!isByOwnKey(zone, owner, tag, algorithm))
    yield {
      code: 'rrsig/no-key',
      message: 'none',
      at: record.span('key-tag'),
      args: { name: context.show(zone.apex), tag, algorithm },
    };
}

function* ttl(record: RecordView, context: RuleContext): Iterable<Said> {
  const original = record.number('original-ttl'),
    [covered] = context.records(record.owner, record.number('type-covered'));
  if (covered === undefined || covered.ttl < 0) return;
  const { ttl, mnemonic } = covered,
    args = { original, type: mnemonic, ttl, own: record.ttl },
    related = [{ at: covered.ttlSpan ?? covered.typeSpan, message: `The ${mnemonic} record` }];
  if (ttl <= original && !context.zone.signing.isSigned) return;
  if (ttl !== original)
    yield {
      code: 'rrsig/orig-ttl',
      message: ttl > original ? 'greater' : 'smaller',
      at: record.span('original-ttl'),
      args,
      related,
    };
  else if (record.ttl >= 0 && record.ttl !== ttl)
    yield { code: 'rrsig/orig-ttl', message: 'own', at: record.ttlSpan ?? record.typeSpan, args, related };
}

export default [signatures, times];
