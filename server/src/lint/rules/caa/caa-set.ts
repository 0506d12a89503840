import { removeRecord } from '../../kit/edits.ts';
import { issueValue, ordinaryTag } from '../../kit/caa-value.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { isWanted } from '../../engine/wanted.ts';
import { check, eachRrset } from '../../engine/check.ts';
const tagOf = (record: RecordView): string => ordinaryTag(record.zone, record.id) ?? record.print('tag').toLowerCase();
const valueIn = (record: RecordView): string => String.fromCharCode(...(record.field('value')?.octets ?? []));
const issuerOf = (record: RecordView): string | undefined => issueValue(valueIn(record)).domain?.text;
const deniesAll = (record: RecordView): boolean => /^\s*;?\s*$/.test(valueIn(record));
const issuing: ReadonlySet<string> = new Set(['issue', 'issuewild', 'issuemail', 'issuevmc']);

/** Each record that means the same as one before, with that one. Those that are equal to the octet are duplicates whatever their type, and told as such. */
function* sameInMeaning(
  records: readonly RecordView[],
  tags: readonly string[],
): Iterable<readonly [RecordView, RecordView]> {
  if (records.length < 2) return;
  const first = new Map<string, RecordView>(),
    keys = new Set<string>();
  for (const [k, record] of records.entries()) {
    const meaning = `${record.number('flags')} ${tags[k]!} ${issuing.has(tags[k]!) ? issueMeaning(valueIn(record)) : valueIn(record)}`,
      earlier = first.get(meaning);
    if (earlier === undefined) first.set(meaning, record);
    else if (!keys.has(record.key)) yield [record, earlier];
    keys.add(record.key);
  }
}

/** RFC 8659 §4.2: a domain, and parameters behind semicolons, with white space around each. The values of parameters have case. */
function issueMeaning(value: string): string {
  const [domain, ...parameters] = value.split(';').map((part) => part.trim());
  return [domain!.toLowerCase(), ...parameters.filter((part) => part !== '')].join(';');
}

/** What the CAA records of a name say together. */
export default check({
  on: eachRrset(['CAA'], {
    when: (zone, record, name, settings) =>
      isWanted(settings, 'caa/issuewild-missing') ||
      zone.records.next[zone.records.first(name)]! >= 0 ||
      ordinaryTag(zone, record) !== 'issue',
  }),
  reports: [
    'caa/deny-conflict',
    'caa/duplicate',
    'caa/iodef-alone',
    'caa/issuewild-without-issue',
    'caa/issuewild-missing',
  ],
  *run({ owner, records }, context) {
    const good = records.filter((record) => !record.broken);
    const tags = good.map(tagOf);
    for (const tag of issuing) {
      const same = good.filter((_, k) => tags[k] === tag);
      if (same.length < 2) continue;
      const allowing = same.find((record) => issuerOf(record) !== undefined);
      if (allowing === undefined) continue;
      for (const record of same) {
        if (!deniesAll(record)) continue;
        yield {
          code: 'caa/deny-conflict',
          message: 'nothing',
          at: record.span('value'),
          args: { tag, name: context.show(owner), domain: issuerOf(allowing)! },
          related: [{ at: allowing.span('value'), message: 'The record that allows an issuer.' }],
          fixes: [{ title: 'Remove this CAA record', safe: false, edits: () => removeRecord(record) }],
        };
      }
    }
    for (const [record, earlier] of sameInMeaning(good, tags)) {
      yield {
        code: 'caa/duplicate',
        message: 'same',
        at: record.span('value'),
        args: { tag: record.print('tag'), value: valueIn(record), name: context.show(owner) },
        related: [{ at: earlier.span('value'), message: 'The other record.' }],
        fixes: [{ title: 'Remove this CAA record', safe: false, edits: () => removeRecord(record) }],
      };
    }
    const wild = good[tags.indexOf('issuewild')];
    const plain = good.find((record, k) => tags[k] === 'issue' && !deniesAll(record));
    if (wild === undefined && plain !== undefined)
      yield {
        code: 'caa/issuewild-missing',
        message: 'open',
        at: plain.span('tag'),
        args: { name: context.show(owner) },
      };
    const report = good[tags.indexOf('iodef')];
    if (report !== undefined && !tags.some((tag) => issuing.has(tag)))
      yield { code: 'caa/iodef-alone', message: 'alone', at: report.span('tag'), args: { name: context.show(owner) } };
    if (wild !== undefined && !tags.includes('issue') && !deniesAll(wild))
      yield {
        code: 'caa/issuewild-without-issue',
        message: 'only',
        at: wild.span('tag'),
        args: { name: context.show(owner) },
      };
  },
});
