import { remembered } from '../../../text/memo.ts';
import { LABEL_UNDERSCORE, LABEL_WILDCARD } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { nearest } from '../../../text/near-miss.ts';
import { removeRecord, replacement } from '../../kit/edits.ts';
import type { Fix } from '../../../findings/fix.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { numbers, rdataNumbers } from '../../kit/rdata-numbers.ts';
import { knownServices, protocols } from '../../kit/services.ts';
import { check, eachRecord, eachRrset } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { SRV } from '../../../zone/rrtypes/codes.ts';

const services: ReadonlySet<string> = new Set(knownServices),
  transports: ReadonlySet<string> = new Set(protocols);

const mnemonic = Uint8Array.from('srv', (c) => c.charCodeAt(0));

const hasUnderscore = (zone: Zone, name: NameId): boolean => (zone.names.labelFlags(name) & LABEL_UNDERSCORE) !== 0;

/** Whether a name is that of one instance of a service, `Instance._http._tcp.DOMAIN` (RFC 6763 §4.1). */
function isInstance(zone: Zone, name: NameId): boolean {
  const service = zone.names.parent(name);
  return hasUnderscore(zone, service) && hasUnderscore(zone, zone.names.parent(service));
}

const isLabelOfService = (zone: Zone, name: NameId): boolean =>
  (zone.names.labelFlags(name) & (LABEL_UNDERSCORE | LABEL_WILDCARD)) !== 0 &&
  (zone.names.labelFlags(zone.names.parent(name)) & LABEL_UNDERSCORE) !== 0;

const owner = check({
  on: eachRrset(['SRV'], {
    when: (zone, _record, name) =>
      zone.inZone(name) &&
      (hasProtocolTwice(zone, name) ||
        isSwapped(zone, name) ||
        (!isLabelOfService(zone, name) && !isInstance(zone, name))),
  }),
  reports: 'srv/owner',
  *run({ owner: name, records }, context) {
    const first = records[0]!,
      at = first.ownerSpan ?? first.typeSpan;
    if (isPolicyZone(context)) return;
    if (hasProtocolTwice(context.zone, name)) {
      yield* protocolTwice(first, context.show(name));
      return;
    }
    if (isSwapped(context.zone, name)) {
      yield* swapped(first, context.show(name));
      return;
    }
    const labels = first.ownerSpan === undefined ? [] : first.source(first.ownerSpan).split('.');
    const parts = fusedLabel(labels[0] ?? '');
    if (parts !== undefined) {
      const written = parts.join('.'),
        span = { ...at, end: at.start + labels[0]!.length };
      yield {
        message: 'fused',
        at: span,
        args: { name: context.show(name), right: context.show(name).replace(/^[^.]*/, written) },
        fixes: [replacement(first.zone, span, written, `Write ${written}`, false)],
      };
      return;
    }
    const [service = '', protocol = ''] = labels,
      rightProtocol = `_${protocol.replace(/^_/, '').toLowerCase()}`;
    if (!protocols.includes(rightProtocol) || service === '' || service === '*') {
      yield { message: 'other', at, args: { name: context.show(name) } };
      return;
    }
    const right = [
        service.startsWith('_') ? service : `_${service}`,
        protocol.startsWith('_') ? protocol : `_${protocol}`,
      ],
      written = right.join('.');
    const span = { ...at, end: at.start + service.length + 1 + protocol.length };
    yield {
      message: 'near',
      at: span,
      args: { name: context.show(name), right: context.show(name).replace(/^[^.]*\.[^.]*/, written), written },
      fixes: [replacement(first.zone, span, written, `Write ${written}`, false)],
    };
  },
});

/** `_sip_tcp`, `_siptcp`. */
function fusedLabel(label: string): readonly string[] | undefined {
  const found = /^_?([a-z0-9-]+?)[_-]?(tcp|udp|tls|sctp)$/i.exec(label);
  return found !== null && services.has(`_${found[1]!.toLowerCase()}`) ? [`_${found[1]}`, `_${found[2]}`] : undefined;
}

/** The second letter of `_sip` and none of a protocol's: asked for every SRV, so nothing is made for the common one. */
const I = 105;

/** `_tcp._sip`. */
function isSwapped({ names }: Zone, name: NameId): boolean {
  if (
    (names.labelFlags(name) & names.labelFlags(names.parent(name)) & LABEL_UNDERSCORE) === 0 ||
    names.labelLength(name) > '_sctp'.length ||
    names.labelOctet(name, 2) === I
  )
    return false;
  return transports.has(names.label(name)) && !transports.has(names.label(names.parent(name)));
}

function* swapped(first: RecordView, name: string): Iterable<Report<'srv/owner'>> {
  const at = first.ownerSpan ?? first.typeSpan,
    labels = first.ownerSpan === undefined ? [] : first.source(first.ownerSpan).split('.'),
    [protocol = '', service = '', ...rest] = labels,
    written = [service, protocol, ...rest].join('.');
  if (service === '') return;
  yield {
    message: 'swapped',
    at,
    args: { name, written, right: name.replace(/^([^.]*)\.([^.]*)/, '$2.$1') },
    fixes: [replacement(first.zone, at, written, `Write ${written}`, false)],
  };
}

/** `_sip._tcp._tcp`. */
function hasProtocolTwice({ names }: Zone, name: NameId): boolean {
  const protocol = names.parent(name),
    above = names.parent(protocol);
  return (
    (names.labelFlags(protocol) & names.labelFlags(above) & LABEL_UNDERSCORE) !== 0 &&
    names.labelLength(protocol) === names.labelLength(above) &&
    names.label(protocol) === names.label(above) &&
    transports.has(names.label(protocol))
  );
}

function* protocolTwice(first: RecordView, name: string): Iterable<Report<'srv/owner'>> {
  const at = first.ownerSpan ?? first.typeSpan,
    labels = first.ownerSpan === undefined ? [] : first.source(first.ownerSpan).split('.'),
    [service = '', protocol = '', ...rest] = labels,
    written = [service, ...rest].join('.');
  if (protocol === '') return;
  yield {
    message: 'twice',
    at,
    args: { name, protocol, written },
    fixes: [replacement(first.zone, at, written, `Write ${written}`, false)],
  };
}

const service = check({
  on: eachRrset(['SRV'], { when: (zone, _record, name) => isLabelOfService(zone, name) && !looksRight(zone, name) }),
  reports: 'srv/service-typo',
  *run({ records }) {
    const first = records[0]!,
      span = first.ownerSpan;
    if (span === undefined) return;
    const [name = '', protocol = ''] = first.source(span).split('.');
    const nearName = serviceFor(name),
      nearProtocol = protocolFor(protocol);
    if (nearName !== undefined)
      yield {
        message: 'near',
        at: { ...span, end: span.start + name.length },
        args: { written: name, near: nearName },
        fixes: rename(first, name.length, 0, nearName),
      };
    if (nearProtocol !== undefined) {
      const start = span.start + name.length + 1;
      yield {
        message: 'near',
        at: { ...span, start, end: start + protocol.length },
        args: { written: protocol, near: nearProtocol },
        fixes: rename(first, protocol.length, name.length + 1, nearProtocol),
      };
    }
  },
});

/** The first of the two labels that nobody knows and that resembles nothing known, or -1. */
function unknownLabel(zone: Zone, name: NameId): NameId {
  const { names } = zone,
    protocol = names.parent(name),
    label = names.label(name),
    transport = names.label(protocol);
  if (isSwapped(zone, name)) return -1;
  if (label.startsWith('_') && !services.has(label) && serviceFor(label) === undefined) return name;
  return transport.startsWith('_') && !transports.has(transport) && protocolFor(transport) === undefined
    ? protocol
    : -1;
}

const unknown = check({
  on: eachRrset(['SRV'], {
    when: (zone, _record, name) => isLabelOfService(zone, name) && unknownLabel(zone, name) >= 0,
  }),
  reports: 'srv/service-unknown',
  *run({ owner: name, records }, context) {
    const { names } = context.zone,
      first = records[0]!,
      span = first.ownerSpan,
      unknownOne = unknownLabel(context.zone, name),
      label = names.label(unknownOne);
    if (unknownOne < 0 || isPolicyZone(context)) return;
    const start = span === undefined ? -1 : first.source(span).toLowerCase().indexOf(label),
      at =
        span === undefined || start < 0
          ? (span ?? first.typeSpan)
          : { ...span, start: span.start + start, end: span.start + start + label.length };
    yield { message: unknownOne === name ? 'service' : 'protocol', at, args: { label, known: protocols.join(', ') } };
  },
});

function rename(record: RecordView, length: number, from: number, to: string): readonly Fix[] {
  const span = record.ownerSpan;
  if (span === undefined || record.generated) return [];
  return [
    replacement(
      record.zone,
      { ...span, start: span.start + from, end: span.start + from + length },
      to,
      `Write ${to}`,
      false,
    ),
  ];
}

/** The service that a label was meant as: names that only go on where a known one ends are left alone, since `_redis2` is as good a name as `_redis`. */
const serviceFor = remembered((label): string | undefined => {
  const lower = label.toLowerCase(),
    trimmed = lower.replace(/[-_]+$/, '');
  if (!lower.startsWith('_') || lower.length < 5 || knownServices.includes(lower)) return undefined;
  if (trimmed !== lower) return knownServices.find((each) => each === trimmed);
  const near =
    lower.length < 6 || /\d/.test(lower) ? undefined : nearest(lower, knownServices, lower.length >= 9 ? 2 : 1);
  return near === undefined || near.startsWith(lower) || lower.startsWith(near) ? undefined : near;
});

const protocolFor = remembered((label): string | undefined => {
  const lower = label.toLowerCase();
  return !lower.startsWith('_') || protocols.includes(lower) ? undefined : nearest(lower, protocols, 1);
});

/** Whether the first two labels are a service and a protocol, as far as anybody knows. */
const looksRight = (zone: Zone, name: NameId): boolean =>
  serviceFor(zone.names.label(name)) === undefined &&
  protocolFor(zone.names.label(zone.names.parent(name))) === undefined;

const portZero = check({
  on: eachRecord(['SRV'], {
    when: (zone, record) =>
      zone.records.target[record]! > 0 && (!rdataNumbers(zone, record, mnemonic, 3) || numbers[2] === 0),
  }),
  reports: 'srv/port-zero',
  *run(srv, context) {
    if (!srv.broken && srv.number('port') === 0)
      yield { message: 'zero', at: srv.span('port'), args: { target: context.show(srv.target) } };
  },
});

/** Whether one of several SRV records says that the service does not exist. */
function hasNull(zone: Zone, name: NameId): boolean {
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!)
    if (zone.records.type[id] === SRV && zone.records.target[id] === 0) return true;
  return false;
}

const nullOther = check({
  on: eachRrset(['SRV'], { several: true, when: (zone, _record, name) => hasNull(zone, name) }),
  reports: 'srv/null-other',
  *run({ owner: name, records }, context) {
    const other = records.find((record) => !record.broken && record.target > 0);
    if (other === undefined) return;
    for (const record of records) {
      if (record.broken || record.target !== 0) continue;
      yield {
        message: 'beside',
        at: record.span('target'),
        args: { name: context.show(name) },
        related: [{ at: other.span('target'), message: 'Another SRV record.' }],
        fixes: [{ title: 'Remove this SRV record', safe: false, edits: () => removeRecord(record) }],
      };
    }
  },
});

const nullNumbers = check({
  on: eachRecord(['SRV'], { when: (zone, record) => zone.records.target[record] === 0 }),
  reports: 'srv/null-numbers',
  *run(srv) {
    const [priority, weight, port] = ['priority', 'weight', 'port'].map((field) => srv.number(field)) as [
      number,
      number,
      number,
    ];
    if (srv.broken || priority + weight + port === 0) return;
    const at = { ...srv.rdataSpan, end: srv.span('port').end };
    yield {
      message: 'numbers',
      at,
      args: { priority, weight, port },
      fixes: [replacement(srv.zone, at, '0 0 0', 'Write 0 0 0', false)],
    };
  },
});

const sameTarget = check({
  on: eachRrset(['SRV'], { several: true }),
  reports: 'srv/same-target',
  *run({ records }, context) {
    const best = new Map<string, RecordView>(),
      good = records.filter((srv) => !srv.broken && srv.target > 0),
      keyOf = (srv: RecordView): string => `${srv.target} ${srv.number('port')}`;
    for (const srv of good) {
      const other = best.get(keyOf(srv));
      if (other === undefined || srv.number('priority') < other.number('priority')) best.set(keyOf(srv), srv);
    }
    for (const srv of good) {
      const other = best.get(keyOf(srv))!,
        priority = srv.number('priority');
      if (other.number('priority') === priority) continue;
      yield {
        message: 'twice',
        at: srv.span('target'),
        args: { target: context.show(srv.target), port: srv.number('port'), priority, other: other.number('priority') },
        related: [{ at: other.span('target'), message: 'The record that is tried first.' }],
        fixes: [{ title: 'Remove this SRV record', safe: false, edits: () => removeRecord(srv) }],
      };
    }
  },
});

export default [owner, service, unknown, portZero, nullOther, nullNumbers, sameTarget];
