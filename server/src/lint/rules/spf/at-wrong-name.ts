import { isSpf } from '../../../mail/spf/spf.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { HAS_CNAME, HAS_MX } from '../../../zone/records/record-table.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { above } from '../../kit/mail/mail-owner-check.ts';
import { hasSpfText, spfLabels } from '../../kit/mail/misplaced-spf.ts';
import { renameOwner } from '../../kit/mail/rename-owner.ts';
import { marksOf, SPF } from '../../kit/mail/text-marks.ts';
import { textFault } from '../../kit/odd-text.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['TXT'], {
    when: (zone, record, name) => (marksOf(zone, record) & SPF) !== 0 && isSpfLabel(zone, name),
  }),
  reports: 'spf/at-wrong-name',
  *run(record, context) {
    const { zone, owner } = record,
      domain = above(zone, owner, 1);
    if (
      record.broken ||
      !zone.apexKnown ||
      !zone.inZone(domain) ||
      textFault(record) !== undefined ||
      !isSpf(record.text.joined)
    )
      return;
    if (
      (context.kinds(domain) & HAS_MX) === 0 ||
      (context.kinds(domain) & HAS_CNAME) !== 0 ||
      hasSpfText(context, domain)
    )
      return;
    yield {
      message: 'below',
      at: record.ownerSpan ?? record.typeSpan,
      args: { domain: context.show(domain), owner: context.show(owner) },
      fixes: [
        { title: `Move the record to ${context.show(domain)}`, safe: false, edits: () => renameOwner(record, domain) },
      ],
    };
  },
});

const octets = spfLabels.map((each) => Uint8Array.from(each, (c) => c.charCodeAt(0)));

/** Asked for every SPF record. */
function isSpfLabel(zone: Zone, name: NameId): boolean {
  const label = zone.names.labelOctets(name);
  return octets.some((each) => each.length === label.length && each.every((octet, i) => octet === label[i]));
}
