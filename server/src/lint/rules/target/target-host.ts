import { LABEL_DIGITS, LABEL_NOT_HOST } from '../../../names/name-tree.ts';
import { addressOctets } from '../../../text/address.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Span } from '../../../zone/model/span.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { addRecord } from '../../kit/add-record.ts';
import { forgottenDot, isAddressText } from '../../kit/forgotten-dot.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { A, AAAA, DNAME, HIP, HTTPS, NAPTR, SVCB } from '../../../zone/rrtypes/codes.ts';

const LP = 107,
  L32 = 105,
  L64 = 106;
/** There may be very many of these, so their target is looked at before anything is made. */
const common: ReadonlySet<number> = new Set([DNAME, SVCB, HTTPS, NAPTR]);

const isIp = check({
  on: eachRecord(
    [
      'AFSDB',
      'KX',
      'RT',
      'PX',
      'RP',
      'LP',
      'HIP',
      'TALINK',
      'NSAP-PTR',
      'MINFO',
      'MB',
      'MG',
      'MR',
      'NAPTR',
      'SVCB',
      'HTTPS',
      'DNAME',
    ],
    {
      when: (zone, record) =>
        !common.has(zone.records.type[record]!) || looksNumeric(zone, zone.records.target[record]!),
    },
  ),
  reports: 'target/is-ip',
  *run(record) {
    if (record.broken) return;
    for (const at of namesOf(record)) {
      const written = record.source(at),
        address = written.replace(/\.$/, '');
      if (addressOctets(address) !== undefined && !isReverseName(record, written))
        yield { message: 'address', at, args: { type: record.mnemonic, address } };
    }
  },
});

/** The places of names in the data; those of HIP's servers are one field. */
function namesOf(record: RecordView): readonly Span[] {
  if (record.type === HIP) return record.tokens.slice(3).map(([start, end]) => ({ ...record.rdataSpan, start, end }));
  return record.fields.filter(({ field }) => field.kind.id.endsWith('name')).map(({ span }) => span);
}

/** In the reverse tree a relative name may well be four numbers. */
const isReverseName = ({ zone, origin }: RecordView, written: string): boolean =>
  !written.endsWith('.') && zone.names.text(origin).endsWith('arpa.');

function looksNumeric(zone: Zone, target: number): boolean {
  return target > 0 && (zone.names.labelFlags(target) & (LABEL_DIGITS | LABEL_NOT_HOST)) !== 0;
}

const noAddress = check({
  on: eachRecord(['AFSDB', 'KX', 'LP'], {
    when: (zone, record, name) =>
      zone.apexKnown &&
      zone.records.target[record]! > 0 &&
      zone.records.target[record] !== name &&
      zone.inZone(zone.records.target[record]!),
  }),
  reports: 'target/no-address',
  *run(record, context) {
    const { zone, target } = record,
      field = record.fields.find((view) => view.field.target === true);
    if (
      record.broken ||
      field === undefined ||
      isAddressText(record, field.field.name) ||
      forgottenDot(record, field.field.name, context) !== undefined
    )
      return;
    const types = record.type === LP ? [L32, L64] : [A, AAAA];
    if (!types.every((type) => ['no-name', 'no-data'].includes(context.lookup(target, type).status))) return;
    const host = context.show(target),
      args = { target: host, type: record.mnemonic, name: context.show(record.owner) };
    yield {
      message: record.type === LP ? 'locator' : 'host',
      at: field.span,
      args,
      ...(record.type === LP || record.generated
        ? {}
        : {
            fixes: [
              {
                title: `Add an A record for ${host}`,
                safe: false,
                edits: () => [addRecord(zone, target, 'A', '${1:address}', { after: record, snippet: true })],
              },
            ],
          }),
    };
  },
});

export default [isIp, noAddress];
