import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { labelsBelowApex } from '../../kit/owner-labels.ts';
import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { UNDERSCORE } from '../../../text/octets.ts';

/** Ports on which domain controllers and Kerberos servers listen; the first is the usual one. */
const ports: Readonly<Record<string, readonly number[]>> = {
  _gc: [3268, 3269],
  _kpasswd: [464],
  _kerberos: [88],
  _ldap: [389, 636],
};
/** Global catalogs are asked for as LDAP servers, too: `_ldap._tcp.gc._msdcs`. */
const CATALOG = [3268, 3269];
/** Ports of the others: a port that is none of these was chosen on purpose. */
const others = new Set(Object.values(ports).flat());

const G = 103,
  K = 107,
  L = 108;

/** `_gc`, `_kerberos`, `_kpasswd`, `_ldap`: by first letters and length before anything is made. */
function mayBeDirectory({ names }: Zone, name: NameId): boolean {
  const first = names.labelOctet(name, 1),
    length = names.labelLength(name);
  return (
    names.labelOctet(name, 0) === UNDERSCORE &&
    ((first === G && length === 3) || (first === L && length === 5) || (first === K && (length === 8 || length === 9)))
  );
}

export default check({
  on: eachRecord(['SRV'], {
    when: (zone, record, name) => zone.records.target[record]! > 0 && mayBeDirectory(zone, name),
  }),
  reports: 'srv/directory-port',
  *run(srv, { zone }) {
    if (srv.broken) return;
    const [service = '', ...rest] = labelsBelowApex(zone, srv.owner),
      port = srv.number('port'),
      expected = service === '_ldap' && rest.includes('gc') ? CATALOG : ports[service];
    if (expected === undefined || expected.includes(port) || !others.has(port)) return;
    const [usual = 0] = expected,
      at = srv.span('port');
    yield {
      message: 'port',
      at,
      args: { service, port, expected: usual },
      fixes: [replacement(zone, at, String(usual), `Write ${usual}`, false)],
    };
  },
});
