import type { NameId } from '../../../names/name-tree.ts';
import { HAS_ADDRESS } from '../../../zone/records/record-table.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { isServedInside } from '../../kit/mail/private-network.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { A, AAAA, MX } from '../../../zone/rrtypes/codes.ts';

/** Over which protocol a zone can be looked up. Only told when all servers' addresses are in the zone. */
export default check({
  on: eachRrset(['NS'], { when: (zone, _record, name) => zone.apexKnown && name === zone.apex }),
  reports: ['zone/a-without-v4-ns', 'zone/aaaa-without-v6-ns'],
  *run({ owner, records }, context) {
    const { zone } = context,
      [first] = records;
    if (
      first === undefined ||
      records.some((ns) => ns.broken || !zone.inZone(ns.target) || (context.kinds(ns.target) & HAS_ADDRESS) === 0)
    )
      return;
    if (isServedInside(context) || context.zone.purpose.isCatalog || isPolicyZone(context)) return;
    const have = (type: number): boolean => records.some((ns) => context.has(ns.target, type)),
      args = { name: context.show(owner) };
    if (!have(A)) yield { code: 'zone/a-without-v4-ns', message: 'none', at: first.rdataSpan, args };
    else if (!have(AAAA)) {
      const host = someHostWithIpv6(owner, context);
      if (host !== undefined)
        yield {
          code: 'zone/aaaa-without-v6-ns',
          message: 'none',
          at: first.rdataSpan,
          args: { ...args, host: context.show(host.owner) },
          related: [{ at: host.typeSpan, message: 'A host with an IPv6 address' }],
        };
    }
  },
});

/** The apex, www or a mail host with an AAAA record: looking at all names would take long. */
function someHostWithIpv6(apex: NameId, context: RuleContext): RecordView | undefined {
  const hosts = [apex, context.child(apex, 'www'), ...context.records(apex, MX).map((mx) => mx.target)];
  for (const host of hosts) {
    const found = host < 0 ? undefined : context.records(host, AAAA)[0];
    if (found !== undefined) return found;
  }
  return undefined;
}
