import { addRecord } from '../../kit/add-record.ts';
import { appendedApex, forgottenDot, isAddressText, isRegistry } from '../../kit/forgotten-dot.ts';
import { HAS_ADDRESS } from '../../../zone/records/record-table.ts';
import { standInLabel } from '../../kit/placeholder.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { A } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRecord(['NS'], {
    when: (zone, record) => (zone.records.kinds(zone.records.target[record]!) & HAS_ADDRESS) === 0,
  }),
  reports: 'deleg/ns-no-address',
  *run(ns, context) {
    if (ns.broken || ns.target <= 0 || !context.zone.apexKnown) return;
    const { status } = context.lookup(ns.target, A);
    // Of a registry's zone people keep parts; in the whole the server's own domain is delegated too.
    if (
      status === 'no-name' &&
      ns.owner !== context.zone.apex &&
      !context.zone.names.isAtOrBelow(ns.target, ns.owner) &&
      isRegistry(context.absolute(context.zone.apex))
    )
      return;
    if (
      (status !== 'no-name' && status !== 'no-data') ||
      forgottenDot(ns, 'nsdname', context) !== undefined ||
      isAddressText(ns, 'nsdname') ||
      appendedApex(ns, 'nsdname', context) !== undefined ||
      standInLabel(context.zone, ns.target) >= 0
    )
      return;
    yield {
      message: ns.owner === context.zone.apex ? 'missing' : 'child',
      at: ns.rdataSpan,
      args: { target: context.show(ns.target), name: context.show(ns.owner) },
      fixes: [
        {
          title: `Add an A record for ${context.show(ns.target)}`,
          safe: false,
          edits: () => [addRecord(ns.zone, ns.target, 'A', '${1:address}', { after: ns, snippet: true })],
        },
      ],
    };
  },
});
