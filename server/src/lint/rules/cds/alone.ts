import type { RecordView } from '../../../zone/model/record-view.ts';
import { addRecord } from '../../kit/add-record.ts';
import { keyDigest, keysByNumber, keyTag, namedKey } from '../../../zone/format/dnssec.ts';
import type { Edit } from '../../../findings/fix.ts';
import { check, eachName } from '../../engine/check.ts';
import { CDNSKEY, CDS, DNSKEY } from '../../../zone/rrtypes/codes.ts';

const SHA_256 = 2;

const isDeletion = (record: RecordView): boolean => record.octets.length === 5 && record.number('algorithm') === 0;

export default check({
  on: eachName(['CDS', 'CDNSKEY'], { when: (zone, _record, name) => zone.apexKnown && name === zone.apex }),
  reports: 'cds/alone',
  *run({ name, records }, context) {
    const cds = records.filter(({ type }) => type === CDS),
      cdnskey = records.filter(({ type }) => type === CDNSKEY),
      there = cds.length > 0 ? cds : cdnskey,
      first = there[0];
    if (first === undefined || (cds.length > 0 && cdnskey.length > 0)) return;
    const other = first.type === CDS ? 'CDNSKEY' : 'CDS',
      keys = keysByNumber(records.filter(({ type }) => type === DNSKEY));
    const rdata = there.some(({ broken }) => broken) ? [] : there.map((record) => counterpart(record, keys)),
      made = [...new Set(rdata)].filter((text) => text !== undefined);
    yield {
      message: 'alone',
      at: first.typeSpan,
      args: { name: context.show(name), type: first.mnemonic, other },
      ...(made.length === 0 || rdata.includes(undefined)
        ? {}
        : {
            fixes: [
              {
                title: made.length === 1 ? `Add the ${other} record` : `Add the ${other} records`,
                safe: false,
                edits: () => together(made.map((text) => addRecord(context.zone, name, other, text))),
              },
            ],
          }),
    };
  },
});

/** The rdata of a CDNSKEY that says what a CDS does, or the other way round; undefined where there is no such key. */
function counterpart(record: RecordView, keys: ReadonlyMap<number, readonly RecordView[]>): string | undefined {
  if (isDeletion(record)) return record.type === CDS ? '0 3 0 AA==' : '0 0 0 00';
  if (record.type === CDS) {
    const key = keys.get(namedKey(record))?.[0];
    return key === undefined
      ? undefined
      : `${key.number('flags')} ${key.number('protocol')} ${key.number('algorithm')} ${key.print('public-key').replaceAll(' ', '')}`;
  }
  const digest = keyDigest(record, SHA_256);
  return digest === undefined
    ? undefined
    : `${keyTag(record.octets)} ${record.number('algorithm')} ${SHA_256} ${[...digest]
        .map((octet) => octet.toString(16).padStart(2, '0'))
        .join('')
        .toUpperCase()}`;
}

/** Several records for the same place, as one edit. */
function together(edits: readonly Edit[]): readonly Edit[] {
  const [first] = edits;
  if (first === undefined || 'createFile' in first) return edits;
  return [{ ...first, text: edits.map(({ text }) => text).join('') }];
}
