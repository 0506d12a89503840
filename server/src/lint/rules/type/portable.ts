import type { RecordView } from '../../../zone/model/record-view.ts';
import { replaceSpan } from '../../kit/edits.ts';
import type { Fix } from '../../../findings/fix.ts';
import { check, eachRecord } from '../../engine/check.ts';

/** Types whose names servers refuse, as measured with those of Debian 12. */
const KNOT = 'Knot 3.2',
  BOTH = 'NSD 4.6 and Knot 3.2',
  ALL = 'BIND 9.18, NSD 4.6 and Knot 3.2';
const refusing: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['AVC', 'DLV', 'ISDN', 'MB', 'MG', 'MR', 'NSAP', 'NULL', 'NXT', 'PX', 'SIG', 'WKS', 'X25'].map((type) => [
      type,
      KNOT,
    ]),
  ),
  ...Object.fromEntries(
    [
      'A6',
      'AMTRELAY',
      'ATMA',
      'BRID',
      'DOA',
      'DSYNC',
      'EID',
      'GID',
      'GPOS',
      'HHIT',
      'HIP',
      'NIMLOC',
      'NINFO',
      'NSAP-PTR',
      'RESINFO',
      'RKEY',
      'SINK',
      'TA',
      'TALINK',
      'UID',
      'UINFO',
      'UNSPEC',
      'WALLET',
    ].map((type) => [type, BOTH]),
  ),
  CLA: ALL,
  IPN: ALL,
};

export default check({
  on: eachRecord(Object.keys(refusing)),
  reports: 'type/portable',
  *run(record) {
    const type = record.mnemonic,
      generic = `TYPE${record.type}`;
    if (record.generated || /^TYPE\d/i.test(record.source(record.typeSpan))) return;
    yield {
      message: 'unknown',
      at: record.typeSpan,
      args: { type, servers: refusing[type] ?? BOTH, generic: `${generic} \\# …` },
      fixes: inGenericForm(record, generic),
    };
  },
});

/** Not where parentheses join lines: one of them would be left alone. */
function inGenericForm(record: RecordView, type: string): readonly Fix[] {
  const { typeSpan, rdataSpan } = record,
    whole = { ...typeSpan, end: rdataSpan.end };
  if (
    record.broken ||
    record
      .source({ ...typeSpan, start: typeSpan.end, end: rdataSpan.end })
      .replace(/"(?:[^"\\]|\\.)*"/g, '')
      .includes('(')
  )
    return [];
  const hex = [...record.octets].map((octet) => octet.toString(16).padStart(2, '0')).join('');
  return [
    {
      title: `Write it as ${type}`,
      safe: false,
      edits: () => [
        replaceSpan(record.zone, whole, `${type} \\# ${record.octets.length}${hex === '' ? '' : ` ${hex}`}`),
      ],
    },
  ];
}
