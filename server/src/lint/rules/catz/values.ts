import type { RecordView } from '../../../zone/model/record-view.ts';
import { signerTypes } from '../../kit/catalog-member.ts';
import { isFirstVersion, isPropertyName, readProperty } from '../../kit/catalog-property.ts';
import type { RuleContext } from '../../engine/context.ts';
import { removeRecord, replacement, replaceSpan } from '../../kit/edits.ts';
import type { Fix } from '../../../findings/fix.ts';
import { check, eachName } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { A, AAAA, APL, CNAME, PTR, TXT } from '../../../zone/rrtypes/codes.ts';

type Said = Report<
  'catz/coo' | 'catz/property-type' | 'catz/group-value' | 'catz/group-strings' | 'catz/primaries' | 'catz/acl'
>;
/** What the values of a catalog zone's properties must be: RFC 9432 §4.2, §4.3; those of BIND by its lib/dns/catz.c. */
export default check({
  on: eachName([], { when: (zone, _record, name) => zone.purpose.isCatalog && isPropertyName(zone, name) }),
  reports: ['catz/coo', 'catz/property-type', 'catz/group-value', 'catz/group-strings', 'catz/primaries', 'catz/acl'],
  *run({ name, records }, context) {
    const { member, labels } = readProperty(context.zone, name),
      [label, ...rest] = labels,
      own = records.filter((record) => !signerTypes.has(record.type));
    if (member >= 0 && rest.length === 0 && label === 'coo') yield* ownership(own, context);
    else if (member >= 0 && rest.length === 0 && label === 'group') yield* group(own);
    else {
      const [option, ...front] = label === 'ext' ? rest : isFirstVersion(context) ? labels : [];
      if (option === 'primaries' || option === 'masters')
        yield* primaries(own, option, front.length > 0, context.show(name));
      else if (option === 'allow-query' || option === 'allow-transfer')
        yield* accessList(own, option, front.length > 0);
    }
  },
});

function removal(record: RecordView): { readonly fixes?: readonly Fix[] } {
  return record.generated
    ? {}
    : { fixes: [{ title: `Remove this ${record.mnemonic} record`, safe: false, edits: () => removeRecord(record) }] };
}

function* ownership(records: readonly RecordView[], context: RuleContext): Iterable<Said> {
  const pointers = records.filter((record) => record.type === PTR && record.target >= 0),
    [first, ...others] = pointers;
  for (const record of records)
    if (record.type !== PTR)
      yield {
        code: 'catz/property-type',
        message: 'coo',
        at: record.typeSpan,
        args: { type: record.mnemonic },
        fixes: first === undefined ? pointerFixes(record) : [],
      };
  for (const record of others) {
    if (record.target !== first!.target)
      yield {
        code: 'catz/coo',
        message: 'several',
        at: record.rdataSpan,
        args: { first: context.show(first!.target) },
        related: [{ at: first!.rdataSpan, message: 'The first catalog' }],
        ...removal(record),
      };
  }
  if (first !== undefined && others.length === 0 && first.target === context.zone.apex)
    yield {
      code: 'catz/coo',
      message: 'self',
      at: first.rdataSpan,
      severity: 'warning',
      args: { catalog: context.show(first.target) },
      ...removal(first),
    };
}

/** A PTR record in place of a CNAME, or of a TXT record with a name in it. */
function pointerFixes(record: RecordView): readonly Fix[] {
  const { zone } = record;
  if (record.generated || record.broken) return [];
  if (record.type === CNAME) return [replacement(zone, record.typeSpan, 'PTR', 'Write PTR', false)];
  const name = record.type === TXT && record.text.strings.length === 1 ? record.text.joined : '';
  if (!/^(?:[a-z0-9_-]{1,63}\.)+[a-z0-9-]{1,63}\.?$/i.test(name)) return [];
  const right = name.replace(/\.?$/, '.');
  return [
    {
      title: `Write PTR ${right}`,
      safe: false,
      edits: () => [replaceSpan(zone, record.typeSpan, 'PTR'), replaceSpan(zone, record.rdataSpan, right)],
    },
  ];
}

function* group(records: readonly RecordView[]): Iterable<Said> {
  const groups = records.filter((record) => record.type === TXT && !record.broken),
    code = 'catz/group-value';
  for (const record of records)
    if (record.type !== TXT)
      yield { code: 'catz/property-type', message: 'group', at: record.typeSpan, args: { type: record.mnemonic } };
  for (const [k, record] of groups.entries()) {
    const { strings, joined } = record.text;
    if (strings.length > 1)
      yield { code: 'catz/group-strings', message: 'strings', at: record.rdataSpan, args: { count: strings.length } };
    else if (joined === '') yield { code, message: 'empty', at: record.rdataSpan };
    else if (k > 0 && record.key !== groups[0]!.key)
      yield {
        code,
        message: 'several',
        at: record.rdataSpan,
        related: [{ at: groups[0]!.rdataSpan, message: 'The first group' }],
      };
  }
}

function* primaries(records: readonly RecordView[], label: string, isLabelled: boolean, name: string): Iterable<Said> {
  const code = 'catz/primaries',
    isAddress = ({ type }: RecordView): boolean => type === A || type === AAAA,
    addresses = records.filter(isAddress);
  for (const record of records) {
    if (isAddress(record)) {
      if (isLabelled && record !== addresses[0])
        yield {
          code,
          message: 'several',
          at: record.rdataSpan,
          args: { label },
          related: [{ at: addresses[0]!.rdataSpan, message: 'The first address' }],
        };
    } else if (record.type !== TXT)
      yield { code: 'catz/property-type', message: 'primaries', at: record.typeSpan, args: { type: record.mnemonic } };
    else if (!isLabelled) yield { code, message: 'label', at: record.typeSpan, args: { label } };
    else if (addresses.length === 0) yield { code, message: 'key', at: record.typeSpan, args: { name } };
    else if (!record.broken && record.text.strings.length > 1)
      yield { code, message: 'strings', at: record.rdataSpan, args: { count: record.text.strings.length } };
  }
}

function* accessList(records: readonly RecordView[], label: string, isLabelled: boolean): Iterable<Said> {
  const first = records.find((record) => record.type === APL);
  for (const record of records) {
    if (record.type !== APL)
      yield { code: 'catz/property-type', message: 'acl', at: record.typeSpan, args: { type: record.mnemonic, label } };
    else if (isLabelled)
      yield { code: 'catz/acl', message: 'label', at: record.ownerSpan ?? record.typeSpan, args: { label } };
    else if (record !== first && record.key !== first!.key)
      yield {
        code: 'catz/acl',
        message: 'several',
        at: record.rdataSpan,
        related: [{ at: first!.rdataSpan, message: 'The first record' }],
        ...merged(first!, record),
      };
  }
}

/** A fix that puts the addresses of two APL records into the first. */
function merged(first: RecordView, record: RecordView): { readonly fixes?: readonly Fix[] } {
  if (first.generated || record.generated || first.broken || record.broken) return {};
  return {
    fixes: [
      {
        title: 'Put the addresses into the first record',
        safe: false,
        edits: () => [
          replaceSpan(first.zone, { ...first.rdataSpan, start: first.rdataSpan.end }, ` ${record.source()}`),
          ...removeRecord(record),
        ],
      },
    ],
  };
}
