import { LABEL_HAS_AT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import type { Span } from '../../../zone/model/span.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { replacement } from '../../kit/edits.ts';
import type { Fix } from '../../../findings/fix.ts';
import { check, wholeZone } from '../../engine/check.ts';

/** More names need not be shown. */
const ENOUGH = 200;

export default check({
  on: wholeZone(),
  reports: 'zone/at-in-name',
  *run(zone) {
    let shown = 0;
    for (const [record, at] of placesOf(zone)) {
      const written = record.source(at);
      if (!/(?:^|[^\\])@/.test(written) || written === '@') continue;
      if (++shown > ENOUGH) return;
      const right = written.replace(/\.@$/, '');
      if (right !== written) yield { message: 'origin', at, args: { written, right }, fixes: fixes(record, at, right) };
      else yield { message: 'mail', at, args: { written }, fixes: fixes(record, at, written.replace('@', '.')) };
    }
  },
});

function fixes(record: RecordView, at: Span, text: string): readonly Fix[] {
  return record.generated ? [] : [replacement(record.zone, at, text, `Write ${text}`, false)];
}

/** Where names with an `@` are written: as owners, and as what other records point at. */
function* placesOf(zone: Zone): Iterable<readonly [RecordView, Span]> {
  for (const name of zone.names.unusual) {
    if ((zone.names.labelFlags(name) & LABEL_HAS_AT) === 0) continue;
    yield* atOrBelow(zone, name);
  }
}

function* atOrBelow(zone: Zone, name: NameId): Iterable<readonly [RecordView, Span]> {
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) {
    const record = new RecordView(zone, id),
      at = record.ownerSpan;
    if (at !== undefined) yield [record, at];
  }
  for (let id = zone.records.firstReferrer(name); id >= 0; id = zone.records.nextReferrerOf(id)) {
    const record = new RecordView(zone, id),
      field = record.fields.find((view) => view.field.target === true);
    if (!record.broken && field !== undefined) yield [record, field.span];
  }
  for (let child = zone.names.firstChild(name); child !== 0; child = zone.names.nextSibling(child))
    yield* atOrBelow(zone, child);
}
