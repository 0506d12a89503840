import { HAS_TXT } from '../../../zone/records/record-table.ts';
import { addressText, addressUse } from '../../../text/address.ts';
import { addressOf } from '../../kit/mail-hosts.ts';
import { configuredHost } from '../../kit/mail/configured-host.ts';
import { marksOf, SPF } from '../../kit/mail/text-marks.ts';
import { PlainSpf, REFUSES_OTHERS } from '../../kit/mail/plain-spf.ts';
import { coverage, isRefused, strictSpf } from '../../kit/mail/spf-coverage.ts';
import { sendsInside } from '../../kit/mail/private-network.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { A, AAAA, TXT } from '../../../zone/rrtypes/codes.ts';

/** Hosts and addresses of a name that are tried: for each one the whole record is gone through. */
const ENOUGH = 64;
const plain = new PlainSpf();

export default check({
  on: eachRrset(['MX'], { when: hasSpf }),
  reports: 'spf/mx-host-not-covered',
  *run({ owner, records }, context) {
    const { zone } = context,
      own = records.filter(
        (mx) =>
          !mx.broken &&
          mx.target > 0 &&
          zone.inZone(mx.target) &&
          configuredHost(mx.target, context)?.sendingAddresses === undefined,
      );
    const spf = zone.apexKnown && own.length > 0 ? strictSpf(context, owner) : undefined;
    if (spf === undefined || sendsInside(context, owner)) return;
    const refused = own
        .slice(0, ENOUGH)
        .flatMap((mx) => addresses(mx, context))
        .slice(0, ENOUGH)
        .filter(({ host, address }) => isRefused(context, owner, address, host)),
      [first] = refused;
    if (first === undefined) return;
    const byMx = own.length === records.length && !/\bmx\b/i.test(spf.text);
    yield {
      message: 'refused',
      at: spf.at,
      args: { domain: context.show(owner), host: first.host, address: first.address },
      related: [{ at: first.mx.span('exchange'), message: `The MX record for ${first.host}` }],
      fixes: [
        coverage(
          spf,
          refused.map(({ address }) => address),
          byMx,
        ),
      ],
    };
  },
});

/** Whether there is an SPF record that may refuse what it does not name. Asked for every MX record. */
function hasSpf(zone: Zone, _record: number, name: number): boolean {
  if ((zone.records.kinds(name) & HAS_TXT) === 0) return false;
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!)
    if (
      zone.records.type[id] === TXT &&
      (marksOf(zone, id) & SPF) !== 0 &&
      (!plain.read(zone, id) || (plain.facts & REFUSES_OTHERS) !== 0)
    )
      return true;
  return false;
}

interface HostAddress {
  readonly mx: RecordView;
  readonly host: string;
  readonly address: string;
}

/** The addresses of a mail host from which mail can come over the Internet. */
function addresses(mx: RecordView, context: RuleContext): readonly HostAddress[] {
  const octets = [...context.records(mx.target, A), ...context.records(mx.target, AAAA)]
    .map(addressOf)
    .filter((each) => each !== undefined);
  return octets
    .filter((each) => ['public', 'documentation'].includes(addressUse(each) ?? ''))
    .map((each) => ({ mx, host: context.show(mx.target), address: addressText(each) }));
}
