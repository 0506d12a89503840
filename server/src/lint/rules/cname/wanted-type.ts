import { LABEL_UNDERSCORE, ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { HAS_ADDRESS } from '../../../zone/records/record-table.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { typeName } from '../../../zone/rrtypes/registry/registry.ts';
import { protocols } from '../../kit/services.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { A, AAAA, SRV, TLSA, TXT } from '../../../zone/rrtypes/codes.ts';

const otherType = check({
  on: eachRecord(['CNAME'], { when: (zone, record, name) => underscored(zone, name) && leadsToRecords(zone, record) }),
  reports: 'cname/to-other-type',
  *run(cname, context) {
    const { zone } = context,
      wanted = wantedAt(zone, cname.owner),
      target = endOf(cname, context);
    if (cname.broken || wanted === undefined || target === undefined || isPolicyZone(context)) return;
    if (
      context.lookup(target, wanted.type).status !== 'no-data' ||
      (wanted.type === SRV && (context.kinds(target) & ~HAS_ADDRESS) !== 0)
    )
      return;
    yield {
      message: 'lacks',
      at: cname.rdataSpan,
      args: {
        name: context.show(cname.owner),
        type: typeName(wanted.type),
        purpose: wanted.purpose,
        target: context.show(target),
        types: typesAt(target, context),
      },
    };
  },
});

const noAddress = check({
  on: eachRecord(['CNAME'], {
    when: (zone, record, name) =>
      !underscored(zone, name) &&
      leadsToRecords(zone, record) &&
      (zone.records.kinds(zone.records.target[record]!) & HAS_ADDRESS) === 0,
  }),
  reports: 'cname/to-no-address',
  *run(cname, context) {
    const target = endOf(cname, context);
    if (
      cname.broken ||
      target === undefined ||
      [A, AAAA].some((type) => context.lookup(target, type).status !== 'no-data') ||
      context.records(target).some(({ type }) => !ofNoHost.has(type)) ||
      isPolicyZone(context)
    )
      return;
    yield {
      message: 'none',
      at: cname.rdataSpan,
      args: { name: context.show(cname.owner), target: context.show(target), types: typesAt(target, context) },
    };
  },
});

/** Types that say nothing about where a host is: SOA and NS, MX and TXT, SPF and CAA, and those of signatures. Others, such as HTTPS, may lead on. */
const ofNoHost: ReadonlySet<number> = new Set([2, 6, 15, 16, 43, 46, 47, 48, 50, 51, 59, 60, 63, 99, 257]);

const underscored = ({ names, apex }: Zone, name: NameId): boolean => {
  for (let id = name; id > ROOT && id !== apex; id = names.parent(id))
    if ((names.labelFlags(id) & LABEL_UNDERSCORE) !== 0) return true;
  return false;
};

function leadsToRecords(zone: Zone, record: number): boolean {
  const target = zone.records.target[record]!;
  return target > ROOT && zone.apexKnown && zone.records.kinds(target) !== 0 && zone.inZone(target);
}

/** What is asked for at a name, and what for: what receivers of mail look up (RFC 9989, RFC 6376, RFC 8461, RFC 8460), TLSA (RFC 6698 §3) and services (RFC 2782). */
function wantedAt({ names }: Zone, owner: NameId): { readonly type: number; readonly purpose: string } | undefined {
  const first = names.label(owner),
    second = names.label(names.parent(owner));
  if (first === '_dmarc') return { type: TXT, purpose: 'a DMARC policy' };
  if (second === '_domainkey') return { type: TXT, purpose: 'a DKIM key' };
  if (first === '_mta-sts') return { type: TXT, purpose: 'for MTA-STS' };
  if (first === '_smtp' && second === '_tls') return { type: TXT, purpose: 'for TLS reports' };
  if (!first.startsWith('_') || !protocols.includes(second)) return undefined;
  return /^_\d+$/.test(first)
    ? { type: TLSA, purpose: 'for DANE' }
    : { type: SRV, purpose: 'with the host of the service' };
}

/** Where a chain of aliases ends; undefined for a circle, and outside the zone. */
function endOf(cname: RecordView, context: RuleContext): NameId | undefined {
  const { last } = context.aliasEnd(cname.owner, cname.target);
  return last !== undefined && last > ROOT && context.zone.inZone(last) && context.kinds(last) !== 0 ? last : undefined;
}

const typesAt = (name: NameId, context: RuleContext): string =>
  [...new Set(context.records(name).map(({ mnemonic }) => mnemonic))].join(', ');

export default [otherType, noAddress];
