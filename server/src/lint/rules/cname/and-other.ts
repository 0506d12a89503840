import { ROOT } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { HAS_CNAME } from '../../../zone/records/record-table.ts';
import type { Fix } from '../../../findings/fix.ts';
import { removeRecord, replaceSpan } from '../../kit/edits.ts';
import { check, eachName } from '../../engine/check.ts';
import { CNAME, HTTPS, KEY } from '../../../zone/rrtypes/codes.ts';

/** Records that may stand beside a CNAME: those of DNSSEC (RFC 4035 §2.5), and SIG of old; KEY and NXT may, too (RFC 2181 §10.1), but only BIND lets the one, and refuses the other. */
const beside = new Set([CNAME, 46, 47, 24]);

export default check({
  on: eachName(['CNAME'], {
    several: true,
    when: (zone, _record, name) => (zone.records.kinds(name) & ~HAS_CNAME) !== 0,
  }),
  reports: 'cname/and-other',
  *run({ name, records }, context) {
    const cname = records.find((record) => record.type === CNAME),
      others = records.filter((record) => !beside.has(record.type));
    // Servers ignore what is not in the zone.
    if (cname === undefined || others.length === 0 || (context.zone.apexKnown && !context.zone.inZone(name))) return;
    const target = cname.target >= 0 ? context.show(cname.target) : cname.source();
    const removal = { title: 'Remove the CNAME record', safe: false, edits: () => removeRecord(cname) };
    if (name === context.zone.apex) {
      yield {
        message: 'apex',
        at: cname.typeSpan,
        args: { name: context.show(name) },
        related: others.slice(0, 1).map((other) => ({ at: other.typeSpan, message: `The ${other.mnemonic} record` })),
        fixes: [removal, ...httpsAlias(cname, records)],
      };
      return;
    }
    for (const other of others) {
      yield {
        message: other.type === KEY ? 'key' : 'other',
        at: other.typeSpan,
        args: { name: context.show(name), target, type: other.mnemonic },
        related: [{ at: cname.typeSpan, message: 'The CNAME record' }],
        fixes: [
          removal,
          ...(other.generated
            ? []
            : [{ title: `Remove this ${other.mnemonic} record`, safe: false, edits: () => removeRecord(other) }]),
        ],
      };
    }
  },
});

/** What most people want of a CNAME at the apex, and may have: browsers follow an HTTPS record with priority 0 (RFC 9460 §2.4.2). */
function httpsAlias(cname: RecordView, records: readonly RecordView[]): readonly Fix[] {
  if (cname.generated || cname.broken || cname.target <= ROOT || records.some((record) => record.type === HTTPS))
    return [];
  const { zone } = cname,
    target = cname.span('cname');
  return [
    {
      title: 'Make it an HTTPS record in alias form',
      safe: false,
      edits: () => [
        replaceSpan(zone, cname.typeSpan, 'HTTPS'),
        replaceSpan(zone, { ...target, end: target.start }, '0 '),
      ],
    },
  ];
}
