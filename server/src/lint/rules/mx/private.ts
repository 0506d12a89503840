import { addressText, addressUse, unreachableAddress } from '../../../text/address.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { textOrder } from '../../../zone/model/text-order.ts';
import type { RuleContext } from '../../engine/context.ts';
import { addressOf, isMailHost } from '../../kit/mail-hosts.ts';
import type { Fix } from '../../../findings/fix.ts';
import { removeRecord, replaceSpan, replacement } from '../../kit/edits.ts';
import { isServedInside, markInternal, mayBeUnreachable } from '../../kit/mail/private-network.ts';
import { publicAddresses } from '../../kit/mail/public-address.ts';
import type { PublicAddress } from '../../kit/mail/public-address.ts';
import { check, eachName } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { A, AAAA, MX } from '../../../zone/rrtypes/codes.ts';

type Said = Report<'mx/private'>;

const few = 8;

export default check({
  on: eachName(['A', 'AAAA'], {
    when: (zone, _record, name) => isMailHost(zone, name) && mayBeUnreachable(zone, name),
  }),
  reports: 'mx/private',
  *run({ name, records }, context) {
    if (context.zone.purpose.isInside || isServedInside(context)) return;
    for (const record of records) {
      const octets = record.type === A || record.type === AAAA ? addressOf(record) : undefined,
        use = octets === undefined ? undefined : addressUse(octets),
        kind = use && unreachableAddress[use];
      if (octets === undefined || kind === undefined) continue;
      yield {
        message: 'private',
        at: record.rdataSpan,
        args: { host: context.show(name), address: addressText(octets), kind },
        related: firstMx(name, context),
        fixes: fixes(record, octets.length, context),
      };
      return;
    }
  },
});

/** Whatever names the public address gives it; where nothing does, it is selected, to be typed over. */
function fixes(record: RecordView, length: number, context: RuleContext): readonly Fix[] {
  const { zone, owner } = record,
    others = context
      .records(owner, record.type)
      .filter((each) => each.id !== record.id)
      .map(addressOf)
      .filter((octets) => octets !== undefined);
  if (record.generated) return [markInternal(zone)];
  const reached = new Set(
    others.filter((octets) => unreachableAddress[addressUse(octets) ?? 'public'] === undefined).map(addressText),
  );
  const found = publicAddresses(owner, length, context)
    .filter(({ address }) => !reached.has(address))
    .slice(0, few);
  const known = found.map(({ address, by }) =>
    replacement(zone, record.rdataSpan, address, `Replace with ${address}, ${reason(by, context.show(owner))}`, false),
  );
  const offered: readonly Fix[] = [
    ...(reached.size === 0
      ? []
      : [
          {
            title: `Remove this record and keep ${[...reached].join(' and ')}`,
            safe: false,
            edits: () => removeRecord(record),
          },
        ]),
    ...known,
    ...(found.some(({ by }) => by !== 'spf') ? [] : [typed(record, context)]),
    markInternal(zone),
  ];
  return offered.map((fix, k) => (k === 0 ? { ...fix, preferred: true } : fix));
}

const typed = ({ zone, owner, rdataSpan }: RecordView, context: RuleContext): Fix => ({
  title: `Enter the public address of ${context.show(owner)}`,
  safe: false,
  edits: () => [{ ...replaceSpan(zone, rdataSpan, '${1:address}'), snippet: true }],
});

function reason(by: PublicAddress['by'], host: string): string {
  switch (by) {
    case 'settings':
      return 'the sending address in the settings';
    case 'ptr':
      return `whose PTR record says ${host}`;
    case 'spf':
      return 'which the SPF record lists';
  }
}

/** One MX record that points at the host, of the few that are looked at the first in the text. */
function firstMx(host: NameId, context: RuleContext): NonNullable<Said['related']> {
  const found: RecordView[] = [];
  for (const referrer of context.referrers(host)) {
    if (referrer.type === MX && found.push(referrer) > few) return [];
  }
  const [mx] = found.sort((a, b) => textOrder(context.zone, a.id, b.id));
  return mx === undefined ? [] : [{ at: mx.span('exchange'), message: `The MX record of ${context.show(mx.owner)}` }];
}
