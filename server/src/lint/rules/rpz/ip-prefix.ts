import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { labelsBelowApex, partOfOwner, renaming, topOf } from '../../kit/owner-labels.ts';
import { addressTriggers, beginsWithRpz } from '../../engine/policy-trigger.ts';
import {
  canonicalLabels,
  hasLength,
  isNetwork,
  isTakenByBind,
  masked,
  otherOrder,
  readNetwork,
  widthOf,
} from '../../kit/trigger-address.ts';
import { check, eachName } from '../../engine/check.ts';
import type { Relayed } from '../../engine/check.ts';

/** Asked for every name: whether it may be that of an address trigger. */
function isAddressTrigger(zone: Zone, name: NameId): boolean {
  const top = topOf(zone, name);
  return top >= 0 && beginsWithRpz(zone, top);
}

/** What is wrong with the labels in front of the trigger's own, and what to write for them. */
interface Problem {
  readonly message: string;
  readonly args?: Readonly<Record<string, string | number>>;
  /** Labels that are wrong, when not all are: `count` from `from` on. */
  readonly part?: readonly [from: number, count: number];
  readonly right?: string;
  readonly safe?: boolean;
}

export default check({
  on: eachName([], { when: (zone, _record, name) => isAddressTrigger(zone, name) }),
  reports: 'rpz/ip-prefix',
  *run({ name, records }, { zone }) {
    const labels = labelsBelowApex(zone, name),
      trigger = labels.at(-1)!,
      front = labels.slice(0, -1);
    const first = records.find((record) => record.ownerSpan !== undefined);
    if (first === undefined || !addressTriggers.includes(trigger)) return;
    const problem = front.length === 0 ? { message: 'none', args: { trigger } } : problemOf(front);
    if (problem !== undefined) yield draft(problem, front, records, first);
  },
});

function draft(
  { message, args, part: [from, count] = [0, Infinity], right, safe = false }: Problem,
  front: readonly string[],
  records: readonly RecordView[],
  first: RecordView,
): Relayed {
  const labels = front.join('.'),
    before = front.slice(0, from).join('.'),
    text = front.slice(from, from + count).join('.');
  const at = partOfOwner(first, text, before === '' ? 0 : before.length + 1) ?? first.ownerSpan!;
  return {
    said: { code: 'rpz/ip-prefix', message, args: { labels, ...args, right } },
    at,
    ...(right === undefined ? {} : { fixes: renaming(records, labels, right, safe) }),
  };
}

function problemOf(labels: readonly string[]): Problem | undefined {
  const network = readNetwork(labels);
  if (labels.includes('*')) return labels[0] === '*' ? { message: 'wildcard', part: [0, 1] } : undefined;
  if (network === undefined || !hasLength(network)) {
    const right = otherOrder(labels);
    if (right !== undefined) return { message: 'order', right };
    return network === undefined
      ? { message: 'format' }
      : {
          message: 'length',
          args: {
            bits: labels[0]!,
            most: widthOf(network),
            usual:
              widthOf(network) === 32 ? '24 for a network like 192.0.2.0/24' : '48 for a network like 2001:db8:1::/48',
          },
          part: [0, 1],
        };
  }
  const { bits } = network;
  if (!isNetwork(network)) {
    const [length = '', ...address] = labels,
      forward = readNetwork([length, ...[...address].reverse()]),
      rest = masked(network);
    if (network.units.length === 4 && forward !== undefined && isNetwork(forward))
      return { message: 'forward', args: { bits, address: network.units.join('.') }, right: canonicalLabels(forward) };
    const whole = rest.units.every((unit) => unit === 0) ? readNetwork(['128', ...labels]) : undefined;
    return whole === undefined
      ? { message: isTakenByBind(network) ? 'loose' : 'host', args: { bits }, right: canonicalLabels(rest) }
      : { message: 'whole', args: { bits }, right: canonicalLabels(whole) };
  }
  const right = canonicalLabels(network);
  return right === labels.join('.') ? undefined : { message: 'canonical', right, safe: labels.length < 10 };
}
