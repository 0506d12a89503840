import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import type { Span } from '../../../zone/model/span.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { replacement } from '../../kit/edits.ts';
import { appendedApex } from '../../kit/forgotten-dot.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRecord, wholeZone } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';

type Said = Report<'zone/double-origin'>;

/** A written name without the second copy of the apex. */
function say(record: RecordView, at: Span, context: RuleContext): Said | undefined {
  const written = record.source(at),
    apex = context.absolute(context.zone.apex),
    twice = apex + apex;
  if (!written.toLowerCase().endsWith(twice)) return undefined;
  const right = written.slice(0, written.length - apex.length);
  return {
    message: 'twice',
    at,
    args: { written, right },
    fixes: [replacement(context.zone, at, right, `Write ${right}`, false)],
  };
}

const onTargets = check({
  on: eachRecord(['NS', 'CNAME', 'PTR', 'MX', 'SRV', 'DNAME', 'SVCB', 'HTTPS', 'AFSDB', 'NAPTR'], {
    when: (zone, record) => {
      const target = zone.records.target[record]!;
      return target > ROOT && zone.doubledApex >= 0 && zone.names.isAtOrBelow(target, zone.doubledApex);
    },
  }),
  reports: 'zone/double-origin',
  *run(record, context) {
    const field = record.fields.find((view) => view.field.target === true),
      draft = record.broken || field === undefined ? undefined : say(record, field.span, context);
    if (draft !== undefined) yield draft;
  },
});

const appended = check({
  on: eachRecord(['NS', 'CNAME', 'MX', 'SRV'], {
    when: (zone, record) => {
      const target = zone.records.target[record]!;
      return (
        target > ROOT &&
        zone.apexKnown &&
        zone.records.kinds(target) === 0 &&
        zone.inZone(target) &&
        target !== zone.apex
      );
    },
  }),
  reports: 'zone/double-origin',
  *run(record, context) {
    const field = record.fields.find((view) => view.field.target === true),
      front = record.broken || field === undefined ? undefined : appendedApex(record, field.field.name, context);
    if (front === undefined || isPolicyZone(context)) return;
    const at = field!.span;
    yield {
      message: 'appended',
      at,
      args: { written: record.source(at) },
      fixes: [replacement(context.zone, at, `${front}.`, `Write ${front}.`, false)],
    };
  },
});

const onOwners = check({
  on: wholeZone(),
  reports: 'zone/double-origin',
  *run(zone, context) {
    if (zone.doubledApex < 0) return;
    for (const record of recordsBelow(zone, zone.doubledApex)) {
      const draft = record.ownerSpan === undefined ? undefined : say(record, record.ownerSpan, context);
      if (draft !== undefined) yield draft;
    }
  },
});

/** Mailboxes, and what else the SOA and RP name. */
const onContacts = check({
  on: eachRecord(['SOA', 'RP'], { when: (zone) => zone.doubledApex >= 0 }),
  reports: 'zone/double-origin',
  *run(record, context) {
    if (record.broken) return;
    for (const { field, span } of record.fields) {
      const draft = field.kind.id.endsWith('name') ? say(record, span, context) : undefined;
      if (draft !== undefined) yield draft;
    }
  },
});

function* recordsBelow(zone: Zone, name: NameId): Iterable<RecordView> {
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) yield new RecordView(zone, id);
  for (let child = zone.names.firstChild(name); child !== 0; child = zone.names.nextSibling(child))
    yield* recordsBelow(zone, child);
}

export default [onTargets, appended, onOwners, onContacts];
