import type { NameId } from '../../../names/name-tree.ts';
import { HAS_CNAME, HAS_MX, HAS_NS, UNREACHABLE_ADDRESS } from '../../../zone/records/record-table.ts';
import { addressText, addressUse, unreachableAddress } from '../../../text/address.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { removeRecord } from '../../kit/edits.ts';
import { addressOf } from '../../kit/mail-hosts.ts';
import { isServedInside, markInternal } from '../../kit/mail/private-network.ts';
import { isPolicyZone, isReverseZone } from '../../kit/special-zone.ts';
import { isWebName } from '../../kit/web-names.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { Fix } from '../../../findings/fix.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { CNAME } from '../../../zone/rrtypes/codes.ts';

/** Aliases of one host that are looked at. */
const FEW = 20;

/** Addresses of the zone's website; those of mail hosts and name servers have rules of their own. */
export default check({
  on: eachRecord(['A', 'AAAA'], {
    when: (zone, record, name) =>
      (zone.records.flags[record]! & UNREACHABLE_ADDRESS) !== 0 &&
      !zone.purpose.isInside &&
      (isWebName(zone, name) || (zone.records.referrerKinds(name) & HAS_CNAME) !== 0),
  }),
  reports: 'addr/unreachable',
  *run(record, context) {
    const octets = addressOf(record),
      use = octets === undefined ? undefined : addressUse(octets),
      kind = use && unreachableAddress[use],
      { zone } = context;
    const web = webNameOf(record.owner, context);
    if (
      octets === undefined ||
      kind === undefined ||
      web === undefined ||
      zone.purpose.isInside ||
      !zone.inZone(record.owner) ||
      isReverseZone(zone) ||
      isServedInside(context) ||
      isPolicyZone(context)
    )
      return;
    if ((context.referrerKinds(record.owner) & (HAS_MX | HAS_NS)) !== 0) return;
    yield {
      message: 'web',
      at: record.rdataSpan,
      args: { name: context.show(web), address: addressText(octets), kind },
      fixes: fixes(record, context),
    };
  },
});

/** The name by which browsers come to a host: its own, or that of an alias. */
function webNameOf(host: NameId, context: RuleContext): NameId | undefined {
  if (isWebName(context.zone, host)) return host;
  let seen = 0;
  for (const alias of context.referrers(host)) {
    if (++seen > FEW) return undefined;
    if (alias.type === CNAME && isWebName(context.zone, alias.owner)) return alias.owner;
  }
  return undefined;
}

function fixes(record: RecordView, context: RuleContext): readonly Fix[] {
  const reached = context
    .records(record.owner, record.type)
    .map(addressOf)
    .filter((octets) => octets !== undefined && unreachableAddress[addressUse(octets) ?? 'public'] === undefined)
    .map((octets) => addressText(octets!));
  return [
    ...(reached.length === 0 || record.generated
      ? []
      : [
          {
            title: `Remove this record and keep ${reached.join(' and ')}`,
            safe: false,
            edits: () => removeRecord(record),
          },
        ]),
    markInternal(context.zone),
  ];
}
