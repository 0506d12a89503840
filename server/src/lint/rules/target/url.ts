import { LABEL_NOT_HOST, ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { replacement } from '../../kit/edits.ts';
import { urlHost } from '../../kit/forgotten-dot.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { COLON, SLASH } from '../../../text/octets.ts';

export default check({
  on: eachRecord(['NS', 'MX', 'SRV', 'AFSDB', 'KX', 'NAPTR', 'CNAME', 'DNAME', 'PTR', 'SVCB', 'HTTPS'], {
    when: (zone, record) => hasUrlSigns(zone, zone.records.target[record]!),
  }),
  reports: 'target/url',
  *run(record, context) {
    const field = record.fields.find((view) => view.field.target === true);
    if (record.broken || field === undefined) return;
    const written = record.source(field.span),
      found = urlHost(written);
    if (found === undefined) return;
    const host = `${found.replace(/\.$/, '')}.`;
    yield {
      message: 'url',
      at: field.span,
      args: { written, host },
      fixes: [replacement(context.zone, field.span, host, `Change to ${host}`, false)],
    };
  },
});

/** Asked for every record with a target: whether one of its labels has a colon or a slash. */
function hasUrlSigns({ names }: Zone, target: NameId): boolean {
  for (let name = target; name > ROOT; name = names.parent(name)) {
    if ((names.labelFlags(name) & LABEL_NOT_HOST) === 0) continue;
    for (let k = names.labelLength(name) - 1; k >= 0; k--) {
      const octet = names.labelOctet(name, k);
      if (octet === COLON || octet === SLASH) return true;
    }
  }
  return false;
}
