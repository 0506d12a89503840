import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { nearest } from '../../../text/near-miss.ts';
import { labelsBelowApex, partOfOwner, renaming, topOf } from '../../kit/owner-labels.ts';
import { addressTriggers, beginsWithRpz, triggers } from '../../engine/policy-trigger.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { readUnits } from '../../kit/trigger-address.ts';
import { check, eachName } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';

type Said = Report<'rpz/trigger'>;

/** Asked for every name: whether a label begins like that of a trigger, and the one right below the apex is none. */
function isSuspect(zone: Zone, name: NameId): boolean {
  const { apex, apexKnown, names } = zone;
  let top = -1,
    like = false;
  for (let id = name; id !== apex; id = names.parent(id)) {
    if (id === ROOT) return false;
    top = id;
    if (beginsWithRpz(zone, id)) like = true;
  }
  return like && apexKnown && !triggers.some((label) => names.findChild(apex, label) === top);
}

/** Whether labels may be a length and an address, in whatever order. */
const isLikeAddress = (labels: readonly string[]): boolean =>
  labels.length > 3 &&
  (readUnits(labels) ?? readUnits(labels.slice(1)) ?? readUnits(labels.slice(0, -1))) !== undefined;

export default check({
  on: eachName([], { when: (zone, _record, name) => isSuspect(zone, name) }),
  reports: 'rpz/trigger',
  *run({ name, records }, context) {
    const { zone } = context,
      labels = labelsBelowApex(zone, name),
      first = records.find((record) => record.ownerSpan !== undefined);
    if (
      first === undefined ||
      !isPolicyZone(context) ||
      (zone.doubledApex >= 0 && zone.names.isAtOrBelow(name, zone.doubledApex))
    )
      return;
    const front = labels.slice(0, -1),
      label = labels.at(-1)!,
      text = front.join('.'),
      from = front.length === 0 ? 0 : text.length + 1;
    const at = partOfOwner(first, label, from) ?? first.ownerSpan!,
      args = { label, name: labels.join('.') };
    if (!beginsWithRpz(zone, topOf(zone, name))) {
      yield* misplaced(labels, records, first, context.show(zone.apex));
      return;
    }
    if (label === 'rpz-qname') {
      if (front.length > 0)
        yield {
          message: 'qname',
          at,
          args: { ...args, right: text },
          fixes: renaming(records, `${text}.${label}`, text, false),
        };
      return;
    }
    const isAddress = isLikeAddress(front),
      near = nearest(label, isAddress ? addressTriggers : triggers, front.length === 0 ? 2 : undefined);
    if (near !== undefined)
      yield { message: 'near', at, args: { ...args, near }, fixes: renaming(records, label, near, false, from) };
    else if (isAddress) yield { message: 'address', at, args };
  },
});

/** A trigger with labels behind it, or in front of its address. */
function* misplaced(
  labels: readonly string[],
  records: readonly RecordView[],
  first: RecordView,
  apex: string,
): Iterable<Said> {
  const k = labels.findIndex((label) => triggers.includes(label)),
    label = labels[k];
  if (label === undefined) return;
  const front = labels.slice(0, k),
    rest = labels.slice(k + 1),
    isName = label === 'rpz-nsdname';
  const meant = k === 0 ? rest : front;
  if (isName ? k === 0 : !isLikeAddress(meant)) return;
  const whole = labels.join('.'),
    right = [...meant, label].join('.'),
    before = front.join('.');
  yield {
    message: 'place',
    at: partOfOwner(first, label, before === '' ? 0 : before.length + 1) ?? first.ownerSpan!,
    args: { label, apex, name: whole, right },
    fixes: renaming(records, whole, right, false),
  };
}
