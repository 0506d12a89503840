import { addressText, addressUse, unreachableAddress } from '../../../text/address.ts';
import { HAS_ADDRESS, UNREACHABLE_ADDRESS } from '../../../zone/records/record-table.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { A, AAAA } from '../../../zone/rrtypes/codes.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { addressOf } from '../../kit/mail-hosts.ts';
import { isServedInside } from '../../kit/mail/private-network.ts';
import { labelsBelowApex } from '../../kit/owner-labels.ts';

/** Services that clients and other domains look for from anywhere; those of a network of its own, such as `_ldap`, are left alone. */
const publicServices: ReadonlySet<string> = new Set([
  '_autodiscover',
  '_caldav',
  '_caldavs',
  '_carddav',
  '_carddavs',
  '_imap',
  '_imaps',
  '_jmap',
  '_matrix',
  '_matrix-fed',
  '_pop3',
  '_pop3s',
  '_sip',
  '_sips',
  '_sipfederationtls',
  '_submission',
  '_submissions',
  '_xmpp-client',
  '_xmpps-client',
  '_xmpp-server',
  '_xmpps-server',
]);

/** Whether all addresses that a host has in the zone are out of reach. */
function isOutOfReach({ records }: Zone, host: NameId): boolean {
  if ((records.kinds(host) & HAS_ADDRESS) === 0) return false;
  for (let id = records.first(host); id >= 0; id = records.next[id]!) {
    const type = records.type[id];
    if ((type === A || type === AAAA) && (records.flags[id]! & UNREACHABLE_ADDRESS) === 0) return false;
  }
  return true;
}

export default check({
  on: eachRecord(['SRV'], {
    // Clients ask at the domain itself; services below a host are those of a network of its own.
    when: (zone, record, name) => {
      const host = zone.records.target[record]!;
      if (host <= 0 || zone.purpose.isInside || name === zone.apex) return false;
      return zone.names.parent(zone.names.parent(name)) === zone.apex && isOutOfReach(zone, host);
    },
  }),
  reports: 'srv/unreachable',
  *run(srv, context) {
    const { zone } = context;
    if (srv.broken || !zone.apexKnown || zone.purpose.isInside || isServedInside(context)) return;
    const [service = ''] = labelsBelowApex(zone, srv.owner);
    if (!publicServices.has(service.toLowerCase())) return;
    for (const host of context.records(srv.target)) {
      const octets = host.type === A || host.type === AAAA ? addressOf(host) : undefined,
        kind = octets && unreachableAddress[addressUse(octets) ?? 'public'];
      if (octets === undefined || kind === undefined) continue;
      yield {
        message: 'private',
        at: srv.span('target'),
        args: { host: context.show(srv.target), address: addressText(octets), kind },
        related: [{ at: host.rdataSpan, message: `The address of ${context.show(srv.target)}` }],
      };
      return;
    }
  },
});
