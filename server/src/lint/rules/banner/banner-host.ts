import { isHostName, isInsideName } from '../../../mail/grammar/report-uri.ts';
import { lookupName } from '../../../mail/dns/resolver.ts';
import { mtaStsMatches } from '../../../mail/mta-sts/mta-sts.ts';
import { addressText } from '../../../text/address.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { addressOf, isInternalZone, isMailHost } from '../../kit/mail-hosts.ts';
import { hostName } from '../../kit/mail/configured-host.ts';
import { ptrOf } from '../../kit/reverse-lookup.ts';
import { addRecord, relativeName } from '../../kit/add-record.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { MailHost } from '../../../findings/lint-settings.ts';
import { replaceSpan } from '../../kit/edits.ts';
import type { Fix } from '../../../findings/fix.ts';
import { check, wholeZone } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { A, AAAA, MX } from '../../../zone/rrtypes/codes.ts';

type Said = Report<
  | 'banner/not-a-name'
  | 'banner/name-unresolved'
  | 'banner/address-mismatch'
  | 'banner/ptr-mismatch'
  | 'banner/certificate-mismatch'
  | 'banner/other-name'
>;
/** MX records that one fix may change. */
const few = 20;

/** Mail hosts of which the settings tell what only the server knows, against the zones. */
export default check({
  on: wholeZone(),
  reports: [
    'banner/not-a-name',
    'banner/name-unresolved',
    'banner/address-mismatch',
    'banner/ptr-mismatch',
    'banner/certificate-mismatch',
    'banner/other-name',
  ],
  *run(zone, context) {
    const { mailHosts } = context.settings;
    if (mailHosts.length === 0 || !zone.apexKnown) return;
    for (const host of mailHosts) {
      const name = hostName(host, context);
      if (name < 0) continue;
      const records = [...context.records(name, A), ...context.records(name, AAAA)].filter(
          (record) => addressOf(record) !== undefined,
        ),
        [first] = records;
      if (first === undefined) continue;
      yield* certificate(host, first, context);
      if (host.banner === undefined) continue;
      const banner = host.banner.replace(/\.$/, '').toLowerCase();
      if (!isHostName(banner)) {
        yield {
          code: 'banner/not-a-name',
          message: 'name',
          at: first.rdataSpan,
          args: { banner: host.banner, host: context.show(name) },
        };
        continue;
      }
      if (isInsideName(banner) && !isInternalZone(zone, context.settings.internal)) {
        yield {
          code: 'banner/not-a-name',
          message: 'inside',
          at: first.rdataSpan,
          args: { banner, host: context.show(name) },
        };
        continue;
      }
      const unresolved = [...resolution(banner, records, context)];
      yield* unresolved;
      // A name that leads elsewhere is the cause of a PTR record that says another one.
      if (unresolved.length === 0) for (const record of records) yield* pointer(banner, record, context);
      if (banner !== context.show(name) && isMailHost(zone, name))
        yield {
          code: 'banner/other-name',
          message: 'other',
          at: first.rdataSpan,
          args: { host: context.show(name), banner },
        };
    }
  },
});

function* certificate({ certificateNames }: MailHost, first: RecordView, context: RuleContext): Iterable<Said> {
  if (certificateNames === undefined || !isMailHost(context.zone, first.owner)) return;
  const host = context.show(first.owner);
  if (certificateNames.some((name) => mtaStsMatches(name, host))) return;
  yield {
    code: 'banner/certificate-mismatch',
    message: 'names',
    at: first.rdataSpan,
    args: { host, names: certificateNames.length === 0 ? 'no names' : certificateNames.join(', ') },
    fixes: pointing(certificateNames, first, context),
  };
}

/** The MX records may point at a name in the certificate that leads to the same host. */
function pointing(certificateNames: readonly string[], first: RecordView, context: RuleContext): readonly Fix[] {
  const { zone } = context,
    address = addressText(first.octets);
  const name = certificateNames
    .map((one) => (one.includes('*') ? undefined : lookupName(one)))
    .find(
      (one) =>
        one !== undefined && context.resolver.lookup(one, first.type === A ? 'A' : 'AAAA').records.includes(address),
    );
  if (name === undefined) return [];
  const records: RecordView[] = [];
  for (const record of context.referrers(first.owner)) if (record.type === MX && records.push(record) > few) return [];
  if (records.some(({ generated }) => generated)) return [];
  const target = zone.names.intern(name);
  return [
    {
      title: `Point the MX at ${name.slice(0, -1)}, which is in the certificate`,
      safe: false,
      edits: () =>
        records.map((record) => replaceSpan(zone, record.span('exchange'), relativeName(zone, target, record.origin))),
    },
  ];
}

/** Whether the greeting's name leads to one of the host's addresses; the host's own name does. */
function* resolution(banner: string, records: readonly RecordView[], context: RuleContext): Iterable<Said> {
  const name = lookupName(banner),
    first = records[0]!,
    { resolver } = context;
  if (name === undefined || name === context.absolute(first.owner)) return;
  const answers = [resolver.lookup(name, 'A'), resolver.lookup(name, 'AAAA')],
    found = answers.flatMap(({ records: addresses }) => addresses),
    own = records.map((record) => addressText(record.octets));
  const args = { banner, host: context.show(first.owner), address: own[0]! };
  if (found.length === 0) {
    if (!answers.every(({ status }) => status === 'nodata' || status === 'nxdomain')) return;
    const zone = context.zoneOf(name) ?? context.zone,
      owner = zone.names.intern(name);
    const fix: Fix = {
      title: `Add the address ${args.address} to ${banner}`,
      safe: false,
      edits: () => [
        addRecord(zone, owner, first.mnemonic, args.address, zone === context.zone ? { after: first } : {}),
      ],
    };
    yield {
      code: 'banner/name-unresolved',
      message: 'unresolved',
      at: first.rdataSpan,
      args: { ...args, zone: zone.names.text(zone.apex).slice(0, -1) },
      fixes: [fix],
    };
  } else if (
    answers.every(({ status }) => status === 'ok' || status === 'nodata') &&
    !found.some((address) => own.includes(address))
  ) {
    yield {
      code: 'banner/address-mismatch',
      message: 'other',
      at: first.rdataSpan,
      args: { ...args, found: found[0]! },
    };
  }
}

function* pointer(banner: string, record: RecordView, context: RuleContext): Iterable<Said> {
  const octets = addressOf(record)!,
    { status, zone, records } = ptrOf(octets, context),
    first = records[0];
  if (status !== 'found' || zone === undefined || first === undefined) return;
  const targets = records.filter((ptr) => ptr.target >= 0).map((ptr) => zone.names.text(ptr.target).slice(0, -1));
  // A PTR record that leads to another host altogether is told as such.
  if (
    targets.length === 0 ||
    targets.includes(banner) ||
    (isMailHost(context.zone, record.owner) && !targets.includes(context.show(record.owner)))
  )
    return;
  yield {
    code: 'banner/ptr-mismatch',
    message: 'differs',
    at: record.rdataSpan,
    args: { address: addressText(octets), found: targets[0]!, banner },
    related: [{ at: first.rdataSpan, zone, message: `The PTR record of ${addressText(octets)}` }],
    fixes: [
      {
        title: `Point the PTR record at ${banner}`,
        safe: false,
        edits: () => [replaceSpan(zone, first.span('ptrdname'), `${banner}.`)],
      },
    ],
  };
}
