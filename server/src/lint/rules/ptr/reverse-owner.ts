import { ROOT } from '../../../names/name-tree.ts';
import { CNAME } from '../../../zone/rrtypes/codes.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { replacement } from '../../kit/edits.ts';
import { isReverseZone } from '../../kit/special-zone.ts';
import type { Span } from '../../../zone/model/span.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';

type Said = Report<'ptr/owner-full-ip-typed' | 'ptr/owner-octet' | 'ptr/owner-labels' | 'ptr/owner-nibble'>;

/** How many numbers a name has above `in-addr.arpa` or digits above `ip6.arpa`; the tree, and the first label from the top that is neither. */
interface Shape {
  readonly v6: boolean;
  readonly count: number;
  readonly odd: NameId;
}

const shapes = new WeakMap<Zone, Map<NameId, Shape>>();

/** The shape of a name of the reverse tree, remembered for the names right above PTR records. */
function shapeOf(zone: Zone, name: NameId): Shape {
  let known = shapes.get(zone);
  if (known === undefined) shapes.set(zone, (known = new Map()));
  const found = known.get(name);
  if (found !== undefined) return found;
  const above = zone.names.parent(name),
    label = zone.names.label(name);
  const shape = name === ROOT ? { v6: false, count: -2, odd: ROOT } : extended(shapeOf(zone, above), label, name);
  if (known.size > 10000) known.clear();
  known.set(name, shape);
  return shape;
}

function extended(above: Shape, label: string, name: NameId): Shape {
  if (above.count < 0) return { v6: label === 'ip6', count: above.count + 1, odd: above.odd };
  const fits = above.v6 ? /^[0-9a-f]$/.test(label) : /^(?:0|[1-9]\d{0,2})$/.test(label) && Number(label) < 256;
  return { v6: above.v6, count: above.count + 1, odd: above.odd !== ROOT ? above.odd : fits ? ROOT : name };
}

const isWhole = ({ v6, count, odd }: Shape): boolean => odd === ROOT && count === (v6 ? 32 : 4);

/** Asked for every PTR record of a reverse zone: whether its owner is no whole address. */
function isOdd(zone: Zone, name: NameId): boolean {
  if (!isReverseZone(zone) || !zone.inZone(name)) return false;
  const above = shapeOf(zone, zone.names.parent(name)),
    length = zone.names.labelLength(name);
  if (above.odd !== ROOT || above.count !== (above.v6 ? 31 : 3)) return true;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const c = zone.names.labelOctet(name, i);
    if (above.v6 ? length > 1 || !((c >= 48 && c <= 57) || (c >= 97 && c <= 102)) : c < 48 || c > 57) return true;
    value = value * 10 + c - 48;
  }
  return !above.v6 && (value > 255 || (zone.names.labelOctet(name, 0) === 48 && length > 1));
}

/** Names that PTR records have in the reverse tree: RFC 1035 §3.5, RFC 3596 §2.5. Parts of networks may have other labels (RFC 2317). */
export default check({
  on: eachRecord(['PTR'], { when: (zone, _record, name) => isOdd(zone, name) }),
  reports: ['ptr/owner-full-ip-typed', 'ptr/owner-octet', 'ptr/owner-labels', 'ptr/owner-nibble'],
  *run(record, context) {
    const { zone } = context,
      shape = shapeOf(zone, record.owner),
      at = record.ownerSpan;
    if (isWhole(shape) || at === undefined || record.generated) return;
    yield* shape.v6 ? v6(record, shape, context) : v4(record, shape, context);
  },
});

function* v4(record: RecordView, shape: Shape, context: RuleContext): Iterable<Said> {
  const { zone } = context,
    at = record.ownerSpan!,
    written = record.source(at),
    name = context.show(record.owner);
  const right = lastOctet(written, zone, context);
  if (right !== undefined) {
    yield {
      code: 'ptr/owner-full-ip-typed',
      message: 'whole',
      at,
      args: { written, name, right },
      fixes: [replacement(zone, at, right, `Change the owner to ${right}`, false)],
    };
    return;
  }
  if (shape.odd !== ROOT) {
    const label = zone.names.label(shape.odd),
      start = written.indexOf(label),
      place = start < 0 ? at : { ...at, start: at.start + start, end: at.start + start + label.length };
    if (!/^\d+$/.test(label)) return;
    const value = String(Number(label));
    if (Number(label) > 255) yield { code: 'ptr/owner-octet', message: 'range', at: place, args: { label, name } };
    else
      yield {
        code: 'ptr/owner-octet',
        message: 'zero',
        at: place,
        args: { label, name, right: value },
        fixes: start < 0 ? [] : [replacement(zone, place, value, `Change to ${value}`, false)],
      };
  } else if (shape.count < 4)
    yield { code: 'ptr/owner-labels', message: 'short', at, args: { name, count: shape.count } };
  else if (isTooLong(record, shape, context))
    yield { code: 'ptr/owner-labels', message: 'long', at, args: { name, count: shape.count } };
}

/**
 * Whether more than four numbers can't be a part of a network that was delegated under a number (RFC 2317): neither the zone nor
 * a name above the record is such a part, and no alias leads to it.
 */
function isTooLong({ owner }: RecordView, { count }: Shape, context: RuleContext): boolean {
  const { zone } = context;
  if (!zone.apexKnown || zone.apex === ROOT || shapeOf(zone, zone.apex).count > 3 || count < 5) return false;
  for (const alias of context.referrers(owner)) if (alias.type === CNAME) return false;
  return true;
}

/** The part of a whole address that the zone lacks, written as it belongs: of `192.0.2.5` or `5.2.0.192` in 2.0.192.in-addr.arpa it is `5`. */
function lastOctet(written: string, zone: Zone, context: RuleContext): string | undefined {
  const octets = written.split('.'),
    network = context
      .show(zone.apex)
      .replace(/\.?in-addr\.arpa$/, '')
      .split('.')
      .filter((label) => label !== '');
  if (
    octets.length !== 4 ||
    network.length === 0 ||
    network.length > 3 ||
    !octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) < 256)
  )
    return undefined;
  const missing = 4 - network.length,
    forward = [...octets].reverse();
  for (const order of [forward, octets])
    if (order.slice(missing).join('.') === network.join('.')) return order.slice(0, missing).join('.');
  return undefined;
}

function* v6(record: RecordView, shape: Shape, context: RuleContext): Iterable<Said> {
  const { zone } = context,
    at = record.ownerSpan!,
    name = context.show(record.owner);
  if (shape.odd === ROOT) {
    yield { code: 'ptr/owner-labels', message: 'nibbles', at, args: { name, count: shape.count } };
    return;
  }
  const label = zone.names.label(shape.odd);
  if (/^(?:[0-9a-f:]+|[g-z])$/.test(label))
    yield { code: 'ptr/owner-nibble', message: 'label', at: labelSpan(record, at, label), args: { label, name } };
}

/** The place of a whole label in an owner name as written; all of the name where the label is in the origin. */
function labelSpan(record: RecordView, at: Span, label: string): Span {
  const start = `.${record.source(at).toLowerCase()}.`.indexOf(`.${label}.`);
  return start < 0 ? at : { ...at, start: at.start + start, end: at.start + start + label.length };
}
