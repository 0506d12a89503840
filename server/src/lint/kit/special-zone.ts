import { HAS_CNAME, HAS_MX } from '../../zone/records/record-table.ts';
import { ROOT } from '../../names/name-tree.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { RuleContext } from '../engine/context.ts';

/**
 * Whether a zone is a response policy zone, whose owner names are patterns and whose CNAMEs are actions: its name says so, or it has names that nothing else has.
 */
export function isPolicyZone(context: RuleContext): boolean {
  // `.` and `*.` are only mistakes in other zones, such as those that take mail.
  return (
    context.zone.purpose.isNamedPolicy ||
    context.fact(
      'policy-zone',
      () =>
        (context.kinds(context.zone.apex) & HAS_MX) === 0 &&
        [ROOT, context.name('*.')].some((name) => (context.referrerKinds(name) & HAS_CNAME) !== 0),
    )
  );
}

type ReverseKind = 'none' | 'small' | 'large';

const reverse = new WeakMap<Zone, ReverseKind>();
/** Labels of the apex from which on a reverse zone is that of one small network: 256 IPv4 addresses, a /48 of IPv6. */
const SMALL_V4 = 5,
  SMALL_V6 = 14;

function reverseKind(zone: Zone): ReverseKind {
  const known = reverse.get(zone);
  if (known !== undefined) return known;
  const tree = zone.apexKnown ? /(?:^|\.)(in-addr|ip6)\.arpa\.$/.exec(zone.names.text(zone.apex))?.[1] : undefined;
  const kind =
    tree === undefined
      ? 'none'
      : zone.names.depth(zone.apex) >= (tree === 'ip6' ? SMALL_V6 : SMALL_V4)
        ? 'small'
        : 'large';
  reverse.set(zone, kind);
  return kind;
}

/** Whether a zone's name is in the reverse tree (RFC 1035 §3.5, RFC 3596 §2.5). Asked for every PTR record. */
export const isReverseZone = (zone: Zone): boolean => reverseKind(zone) !== 'none';

/** Whether a reverse zone is that of one small network, so that each of its addresses may be followed. */
export const isSmallReverseZone = (zone: Zone): boolean => reverseKind(zone) === 'small';
