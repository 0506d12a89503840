import { providerOfMx } from '../../../mail/providers/providers.ts';
import type { Provider } from '../../../mail/providers/provider.ts';
import { ROOT } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { RuleContext } from '../../engine/context.ts';
import { removeRecord } from '../../kit/edits.ts';
import { check, eachRrset } from '../../engine/check.ts';

export default check({
  on: eachRrset(['MX'], { several: true }),
  reports: 'mx/backup-worse',
  *run({ records }, context) {
    if (records.some((mx) => mx.broken || mx.target < 0 || mx.target === ROOT)) return;
    const lowest = Math.min(...records.map(preference)),
      preferred = records.filter((mx) => preference(mx) === lowest),
      first = preferred[0]!;
    const provider = filterOf(first, context);
    if (provider === undefined || preferred.some((mx) => filterOf(mx, context) !== provider)) return;
    for (const mx of records) {
      if (preference(mx) === lowest || filterOf(mx, context) !== undefined) continue;
      const args = { backup: context.show(mx.target), provider: provider.name, preferred: context.show(first.target) };
      yield {
        message: 'past',
        at: mx.span('exchange'),
        args,
        fixes: [{ title: `Remove the MX record for ${args.backup}`, safe: false, edits: () => removeRecord(mx) }],
      };
    }
  },
});

/** The first two octets of the rdata (RFC 1035 §3.3.9). */
const preference = ({ octets }: RecordView): number => octets[0]! * 256 + octets[1]!;

/** The provider behind an MX host that looks at mail before it hands it on or keeps it. */
function filterOf(mx: RecordView, context: RuleContext): Provider | undefined {
  const provider = providerOfMx(context.show(mx.target));
  return provider?.roles.includes('gateway') === true || provider?.roles.includes('mailboxes') === true
    ? provider
    : undefined;
}
