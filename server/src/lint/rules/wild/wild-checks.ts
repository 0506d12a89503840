import { isSpf } from '../../../mail/spf/spf.ts';
import { LABEL_NOT_HOST, LABEL_UNDERSCORE, LABEL_WILDCARD } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import { textOrder } from '../../../zone/model/text-order.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { check, eachRrset, eachName, wholeZone } from '../../engine/check.ts';
import { ASTERISK } from '../../../text/octets.ts';

/** More names need not be shown. */
const ENOUGH = 200;

const nonterminal = check({
  on: wholeZone(),
  reports: 'wild/nonterminal',
  *run(zone, context) {
    let shown = 0;
    for (const name of zone.names.unusual) {
      if (!zone.names.isWildcard(name)) continue;
      for (const record of recordsBelow(zone, name)) {
        if (record.ownerSpan === undefined || !zone.inZone(record.owner)) continue;
        if (++shown > ENOUGH) return;
        yield { message: 'inside', at: record.ownerSpan, args: { name: context.show(record.owner) } };
      }
    }
  },
});

/** The first record of each name below one. */
function* recordsBelow(zone: Zone, name: NameId): Iterable<RecordView> {
  for (let child = zone.names.firstChild(name); child !== 0; child = zone.names.nextSibling(child)) {
    let first = -1;
    for (let id = zone.records.first(child); id >= 0; id = zone.records.next[id]!)
      if (first < 0 || textOrder(zone, id, first) < 0) first = id;
    if (first >= 0) yield new RecordView(zone, first);
    yield* recordsBelow(zone, child);
  }
}

const partial = check({
  on: eachName([], {
    when: (zone, _record, name) => {
      const flags = zone.names.labelFlags(name);
      return (
        (flags & LABEL_NOT_HOST) !== 0 &&
        (flags & (LABEL_WILDCARD | LABEL_UNDERSCORE)) === 0 &&
        zone.names.labelOctets(name).includes(ASTERISK)
      );
    },
  }),
  reports: 'wild/partial',
  *run({ name, records }, context) {
    const first = records.find((record) => record.ownerSpan !== undefined);
    if (
      first?.ownerSpan === undefined ||
      /\\(?:\*|042)/.test(first.source(first.ownerSpan)) ||
      !context.zone.inZone(name)
    )
      return;
    yield {
      message: 'part',
      at: first.ownerSpan,
      args: { label: context.zone.names.label(name), name: context.show(name) },
    };
  },
});

const unfit = [
  { code: 'wild/ds', type: 'DS' },
  { code: 'wild/dname', type: 'DNAME' },
] as const;

const unfitRules = unfit.map(({ code, type }) =>
  check({
    reports: code,
    on: eachRrset([type], { when: (zone, _record, name) => zone.names.isWildcard(name) }),
    *run({ owner, records }, context) {
      const [first] = records;
      if (first !== undefined && !isPolicyZone(context))
        yield { code, message: 'wildcard', at: first.ownerSpan ?? first.typeSpan, args: { name: context.show(owner) } };
    },
  }),
);

const swallows = check({
  on: eachRrset(['TXT'], {
    when: (zone, _record, name) =>
      zone.names.isWildcard(name) && (zone.names.labelFlags(zone.names.parent(name)) & LABEL_UNDERSCORE) === 0,
  }),
  reports: 'wild/txt-swallows',
  *run({ owner, records }, context) {
    // Mail receivers are meant to find SPF at whatever name (RFC 7208 §3.5).
    const first = records.find((record) => !record.broken && !isSpf(record.text.joined));
    if (first === undefined || isPolicyZone(context)) return;
    yield {
      message: 'all',
      at: first.ownerSpan ?? first.typeSpan,
      args: { name: context.show(owner), text: first.text.joined.slice(0, 40) },
    };
  },
});

export default [nonterminal, partial, ...unfitRules, swallows];
