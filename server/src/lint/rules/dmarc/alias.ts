import { notAKey } from '../../../mail/dkim/dkim.ts';
import { isDmarc } from '../../../mail/dmarc/dmarc.ts';
import { mailOwner } from '../../../mail/owners/mail-owner.ts';
import { HAS_TXT } from '../../../zone/records/record-table.ts';
import { hasLabel, label, labelsFrom } from '../../kit/mail/mail-owner-check.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { TXT } from '../../../zone/rrtypes/codes.ts';

const labels = [label('_dmarc'), label('_domainkey')];
/** Octets of a text that a message shows. */
const SHOWN = 40;

/** Aliases of DMARC records and DKIM keys that lead to other text in this zone. */
export default check({
  on: eachRecord(['CNAME'], {
    when: (zone, record, name) =>
      (zone.records.kinds(zone.records.target[record]!) & HAS_TXT) !== 0 && hasLabel(zone, name, labels),
  }),
  reports: ['dmarc/unrelated-txt', 'dkim/not-a-key'],
  *run(cname, context) {
    const { zone, target } = cname,
      owner = mailOwner(labelsFrom(zone, cname.owner));
    if (cname.broken || owner?.exact !== true || owner.wildcard || !zone.inZone(target)) return;
    const texts = context.records(target, TXT).filter((txt) => !txt.broken),
      [first] = texts;
    if (first === undefined) return;
    const { joined } = first.text,
      args = { target: context.show(target), text: joined.length > SHOWN ? `${joined.slice(0, SHOWN)}…` : joined },
      related = [{ at: first.rdataSpan, message: 'The text there' }];
    if (owner.kind === 'dmarc' && !texts.some((txt) => isDmarc(txt.text.joined)))
      yield { code: 'dmarc/unrelated-txt', message: 'alias', at: cname.rdataSpan, args, related };
    else if (owner.kind === 'dkimKey' && texts.every((txt) => notAKey(txt.text.joined) !== undefined))
      yield { code: 'dkim/not-a-key', message: 'alias', at: cname.rdataSpan, args, related };
  },
});
