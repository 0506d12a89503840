import { HAS_ADDRESS } from '../../../zone/records/record-table.ts';
import { addRecord } from '../../kit/add-record.ts';
import { forgottenDot } from '../../kit/forgotten-dot.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { A } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRecord(['NS'], {
    when: (zone, record, name) => {
      const target = zone.records.target[record]!;
      return (
        name !== zone.apex &&
        target > 0 &&
        (zone.records.kinds(target) & HAS_ADDRESS) === 0 &&
        zone.names.isAtOrBelow(target, name)
      );
    },
  }),
  reports: 'deleg/glue-missing',
  *run(ns, context) {
    const { zone, target, owner } = ns;
    if (
      ns.broken ||
      !zone.apexKnown ||
      context.lookup(target, A).at !== owner ||
      forgottenDot(ns, 'nsdname', context) !== undefined
    )
      return;
    const others = context
      .records(owner, 2)
      .some(
        (other) =>
          other.target > 0 &&
          (!zone.names.isAtOrBelow(other.target, owner) || (context.kinds(other.target) & HAS_ADDRESS) !== 0),
      );
    yield {
      message: 'missing',
      at: ns.rdataSpan,
      args: { name: context.show(owner), target: context.show(target) },
      ...(others ? { severity: 'warning' as const } : {}),
      fixes: [
        {
          title: `Add an A record for ${context.show(target)}`,
          safe: false,
          edits: () => [addRecord(zone, target, 'A', '${1:address}', { after: ns, snippet: true })],
        },
      ],
    };
  },
});
