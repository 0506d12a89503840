import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { HAS_ADDRESS } from '../../../zone/records/record-table.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import { addressOctets } from '../../../text/address.ts';
import { addRecord, relativeName } from '../../kit/add-record.ts';
import { replacement } from '../../kit/edits.ts';
import { endsInPublicSuffix, forgottenDot, isRegistry } from '../../kit/forgotten-dot.ts';
import { isInternalZone } from '../../kit/mail-hosts.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { A, AAAA, MX, NS } from '../../../zone/rrtypes/codes.ts';

type Said = Report<
  | 'soa/missing-dot'
  | 'soa/mname-ip'
  | 'soa/mname-dot'
  | 'soa/mname-localhost'
  | 'soa/mname-no-address'
  | 'soa/mname-cname'
  | 'soa/mname-not-in-ns'
  | 'soa/rname-no-domain'
  | 'soa/rname-dot'
  | 'soa/rname-localhost'
  | 'soa/rname-unescaped-dot'
  | 'soa/rname-no-mail'
  | 'soa/rname-is-mname'
>;
/** Zones of the loopback interface, which every resolver has for itself. */
const loopback = /^(?:(?:.+\.)?localhost|(?:.+\.)?(?:127|0|255)\.in-addr\.arpa|(?:.+\.)?0\.0\.ip6\.arpa)\.$/;

/** Who keeps a zone, and on which server (RFC 1035 §3.3.13, RFC 1912 §2.2). */
export default check({
  on: eachRecord(['SOA']),
  reports: [
    'soa/missing-dot',
    'soa/mname-ip',
    'soa/mname-dot',
    'soa/mname-localhost',
    'soa/mname-no-address',
    'soa/mname-cname',
    'soa/mname-not-in-ns',
    'soa/rname-no-domain',
    'soa/rname-dot',
    'soa/rname-localhost',
    'soa/rname-unescaped-dot',
    'soa/rname-no-mail',
    'soa/rname-is-mname',
  ],
  *run(soa, context) {
    if (
      soa.broken ||
      !context.zone.apexKnown ||
      soa.owner !== context.zone.apex ||
      isPolicyZone(context) ||
      context.zone.purpose.isCatalog
    )
      return;
    yield* primary(soa, context);
    yield* mailbox(soa, context);
  },
});

function* primary(soa: RecordView, context: RuleContext): Iterable<Said> {
  const { zone, target } = soa,
    at = soa.span('mname'),
    written = soa.source(at),
    dot = forgottenDot(soa, 'mname', context);
  if (dot !== undefined) {
    yield {
      code: 'soa/missing-dot',
      message: 'mname',
      at,
      args: { written, becomes: dot.becomes },
      fixes: [replacement(zone, at, `${written}.`, 'Add the final dot', true)],
    };
    return;
  }
  const address = written.replace(/\.$/, '');
  if (addressOctets(address) !== undefined) {
    yield { code: 'soa/mname-ip', message: 'address', at, args: { address } };
    return;
  }
  if (target === ROOT) yield { code: 'soa/mname-dot', message: 'none', at };
  if (target <= ROOT) return;
  if (zone.names.label(target) === 'localhost' && zone.apex !== target) {
    yield { code: 'soa/mname-localhost', message: 'local', at, args: { target: context.show(target) } };
    return;
  }
  if (zone.inZone(target) && (zone.records.kinds(target) & HAS_ADDRESS) === 0) yield* unreachable(soa, context);
  const servers = context.records(zone.apex, NS);
  if (servers.length > 0 && !servers.some((ns) => ns.target === target))
    yield {
      code: 'soa/mname-not-in-ns',
      message: 'hidden',
      at,
      args: { target: context.show(target), name: context.show(zone.apex) },
    };
}

function* unreachable(soa: RecordView, context: RuleContext): Iterable<Said> {
  const { zone, target } = soa,
    at = soa.span('mname'),
    found = context.lookup(target, A);
  if (found.status === 'alias') {
    const cname = new RecordView(zone, found.record),
      canonical = cname.target >= 0 ? context.show(cname.target) : cname.source();
    yield {
      code: 'soa/mname-cname',
      message: 'alias',
      at,
      args: { target: context.show(target), canonical },
      related: [{ at: cname.typeSpan, message: 'The CNAME record' }],
      ...(cname.target < 0
        ? {}
        : {
            fixes: [replacement(zone, at, relativeName(zone, cname.target, soa.origin), `Write ${canonical}`, false)],
          }),
    };
  } else if (
    (found.status === 'no-name' || found.status === 'no-data') &&
    context.lookup(target, AAAA).status !== 'answer' &&
    !context.records(zone.apex, NS).some((ns) => ns.target === target)
  ) {
    yield {
      code: 'soa/mname-no-address',
      message: 'missing',
      at,
      args: { target: context.show(target) },
      fixes: [
        {
          title: `Add an A record for ${context.show(target)}`,
          safe: false,
          edits: () => [
            addRecord(zone, target, 'A', '${1:address}', {
              after: context.records(zone.apex, NS).at(-1) ?? soa,
              snippet: true,
            }),
          ],
        },
      ],
    };
  }
}

function* mailbox(soa: RecordView, context: RuleContext): Iterable<Said> {
  const { zone } = soa,
    at = soa.span('rname'),
    written = soa.source(at);
  if (
    soa.name('rname') === zone.apex &&
    isRegistrable(context.absolute(zone.apex)) &&
    !isInternalZone(zone, context.settings.internal)
  ) {
    yield apexMailbox(soa, context);
    return;
  }
  if (written.includes('@')) return;
  if (
    soa.target > ROOT &&
    zone.names.parent(soa.target) > ROOT &&
    soa.name('rname') === soa.target &&
    !isInternalZone(zone, context.settings.internal)
  )
    yield {
      code: 'soa/rname-is-mname',
      message: 'same',
      at,
      args: { written: context.show(soa.target), address: context.show(soa.target).replace('.', '@') },
    };
  if (!written.endsWith('.')) {
    const apex = context.absolute(zone.apex).slice(0, -1).toLowerCase(),
      plain = written.replaceAll('\\.', '-').toLowerCase();
    if (plain.includes('.') && (plain.endsWith(`.${apex}`) || endsInPublicSuffix(plain)))
      yield {
        code: 'soa/missing-dot',
        message: 'rname',
        at,
        args: { written, becomes: `${written}.${context.show(soa.origin)}` },
        fixes: [replacement(zone, at, `${written}.`, 'Add the final dot', true)],
      };
    else yield* mailDomain(soa, context);
    return;
  }
  yield* mailDomain(soa, context);
  if (written === '.') yield { code: 'soa/rname-dot', message: 'none', at };
  else if (/[^\\]\.localhost\.$/i.test(written)) {
    if (!loopback.test(zone.names.text(zone.apex)) && !isInternalZone(zone, context.settings.internal))
      yield { code: 'soa/rname-localhost', message: 'local', at, args: { written } };
    return;
  }
  if (
    written === '.' ||
    written.slice(0, -1).replaceAll('\\.', '').includes('.') ||
    zone.apex === ROOT ||
    isInternalZone(zone, context.settings.internal)
  )
    return;
  yield {
    code: 'soa/rname-no-domain',
    message: 'bare',
    at,
    args: { written },
    fixes: [replacement(zone, at, written.slice(0, -1), 'Remove the final dot', false)],
  };
}

/** Whether mail to the domain behind the first dot can arrive, where it is in this zone. */
function* mailDomain(soa: RecordView, context: RuleContext): Iterable<Said> {
  const { zone } = soa,
    mailbox = soa.name('rname'),
    domain = mailbox > ROOT ? zone.names.parent(mailbox) : ROOT;
  if (
    domain <= ROOT ||
    zone.apex === ROOT ||
    mailbox === zone.apex ||
    !zone.inZone(domain) ||
    isRegistry(context.absolute(zone.apex)) ||
    isInternalZone(zone, context.settings.internal) ||
    (zone.doubledApex >= 0 && zone.names.isAtOrBelow(mailbox, zone.doubledApex))
  )
    return;
  const [mx, ...addresses] = [MX, A, AAAA].map((type) => context.lookup(domain, type)),
    at = soa.span('rname'),
    args = { domain: context.show(domain), address: `${zone.names.label(mailbox)}@${context.show(domain)}` };
  if (mx!.status === 'no-name')
    yield { code: 'soa/rname-unescaped-dot', message: 'absent', at, args, ...escapedDot(soa, domain, context) };
  else if (mx!.status === 'answer' && zone.records.target[mx!.record] === ROOT)
    yield { code: 'soa/rname-no-mail', message: 'nullMx', at, args };
  else if (mx!.status === 'no-data' && addresses.every(({ status }) => status === 'no-data'))
    yield { code: 'soa/rname-no-mail', message: 'noHost', at, args };
}

/** With its first dot escaped, the mailbox is at the domain one label higher. */
function escapedDot(soa: RecordView, domain: NameId, context: RuleContext): Pick<Said, 'fixes'> {
  const { zone } = soa,
    at = soa.span('rname'),
    written = soa.source(at),
    higher = zone.names.parent(domain),
    right = written.replace('.', '\\.');
  return soa.generated || !/^[\w-]+\.[\w-]+\./.test(`${written}.`) || (higher !== zone.apex && !context.exists(higher))
    ? {}
    : { fixes: [replacement(zone, at, right, `Write ${right}`, false)] };
}

/** Whether a name is one label below a public suffix, so that what is behind its first dot takes no mail. */
const isRegistrable = (apex: string): boolean =>
  endsInPublicSuffix(apex.slice(0, -1)) && !endsInPublicSuffix(apex.slice(apex.indexOf('.') + 1, -1));

function apexMailbox(soa: RecordView, context: RuleContext): Said {
  const { zone } = soa,
    at = soa.span('rname'),
    written = relativeName(zone, context.child(zone.apex, 'hostmaster'), soa.origin);
  return {
    code: 'soa/rname-no-domain',
    message: 'apex',
    at,
    args: { address: context.show(zone.apex).replace('.', '@') },
    fixes: [replacement(zone, at, written, `Write ${written}`, false)],
  };
}
