import { mailOwner } from '../../../mail/owners/mail-owner.ts';
import { dkimShape } from '../../../mail/providers/shapes.ts';
import { above, hasLabel, label, labelsFrom } from '../../kit/mail/mail-owner-check.ts';
import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';

const labels = [label('_domainkey')];

/** Aliases of DKIM keys, against the names that large providers give out. */
export default check({
  on: eachRecord(['CNAME'], {
    when: (zone, record, name) =>
      hasLabel(zone, name, labels) &&
      zone.apexKnown &&
      zone.records.target[record]! > 0 &&
      !zone.inZone(zone.records.target[record]!),
  }),
  reports: 'dkim/alias-form',
  *run(cname, context) {
    const { zone } = cname,
      owner = mailOwner(labelsFrom(zone, cname.owner));
    if (cname.broken || owner?.kind !== 'dkimKey' || !owner.exact || owner.wildcard || owner.selector.length !== 1)
      return;
    const target = context.show(cname.target),
      shape = dkimShape(target, owner.selector[0]!, context.show(above(zone, cname.owner, owner.count)));
    if (shape === undefined) return;
    const { meant, provider, reason } = shape;
    yield {
      message: reason === 'doubled' ? 'doubled' : 'form',
      at: cname.rdataSpan,
      args: { target, provider },
      fixes: meant === undefined ? [] : [replacement(zone, cname.rdataSpan, `${meant}.`, `Change to ${meant}`, false)],
    };
  },
});
