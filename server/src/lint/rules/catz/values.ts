import type { RecordView } from '../../../zone/model/record-view.ts';
import { signerTypes } from '../../kit/catalog-member.ts';
import { isFirstVersion, isPropertyName, readProperty } from '../../kit/catalog-property.ts';
import type { RuleContext } from '../../engine/context.ts';
import { removeRecord, replacement, replaceSpan } from '../../kit/edits.ts';
import type { Fix } from '../../../findings/fix.ts';
import { defineFamily, eachName } from '../../engine/rule.ts';
import type { Draft } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const A = 1, CNAME = 5, PTR = 12, TXT = 16, AAAA = 28, APL = 42;

const metas: readonly RuleMeta[] = [
  {
    code: 'catz/coo', severity: 'error', source: 'RFC 9432 §4.3.1', fix: 'unsafe', summary: 'A member of a catalog zone that is to go to several catalogs, or to the one where it is.', severities: { self: 'warning' },
    messages: {
      several: 'This member already goes to {first}: with more than one coo record servers must not use the catalog at all. Keep the one that is meant.',
      self: 'This member is in {catalog} already, so that it goes nowhere. Write the catalog to which it moves, or remove the record.',
    },
  },
  {
    code: 'catz/property-type', severity: 'warning', source: 'RFC 9432 §4.2', fix: 'unsafe', summary: 'A property of a catalog zone with a type of record that it does not have.',
    messages: {
      coo: 'The catalog to which a member moves is named by a PTR record: servers ignore this {type} record, and the member stays. Write PTR.',
      group: 'The group of a member is a TXT record: servers ignore this {type} record, so that the member has no group.',
      primaries: 'Primaries are A and AAAA records, with a label in front also a TXT record with the name of a TSIG key: BIND ignores this {type} record.',
      acl: 'What {label} allows is an APL record: BIND ignores this {type} record.',
    },
  },
  {
    code: 'catz/group-value', severity: 'information', profile: 'strict', source: 'RFC 9432 §4.3.2', summary: 'A group of a member that servers take differently.',
    messages: {
      several: 'This member has another group, too: Knot DNS takes the first one that it finds, and NSD none when it knows both. Such groups are for consumers of different operators only.',
      empty: 'This group is empty, which is no group for NSD and Knot DNS. Write its name, or remove the record.',
    },
  },
  {
    code: 'catz/group-strings', severity: 'information', source: 'RFC 9432 §4.3.2', summary: 'A group of a member that is made of several strings.',
    messages: { strings: 'This group is made of {count} strings: Knot DNS refuses the whole catalog for it ("malformed data"), and NSD passes over the group. Write one string.' },
  },
  {
    code: 'catz/primaries', severity: 'warning', source: 'BIND', summary: 'Primaries in a catalog zone from which BIND does not transfer as meant.',
    messages: {
      key: 'This names a TSIG key for a primary that has no address: BIND does not serve the zones that would come from it ("no IP address assigned"). Add an A or AAAA record at {name}.',
      label: 'The name of a TSIG key stands beside the address of one primary, with a label in front of {label}: BIND ignores this TXT record, and asks without a key.',
      several: 'A primary with a label in front of {label} has one address: BIND takes one of these and passes over the others. Give each address a label of its own.',
      strings: 'The name of a TSIG key is one string, but here are {count}: BIND ignores this TXT record, and asks without a key.',
    },
  },
  {
    code: 'catz/acl', severity: 'warning', source: 'BIND', fix: 'unsafe', summary: 'An access list in a catalog zone that BIND does not read whole.',
    messages: {
      several: 'Of several APL records BIND takes one, whichever comes first, so that who is let in is left to chance. Put all addresses into one record.',
      label: 'BIND reads {label} at its own name only, and ignores what has a label in front of it: write the addresses into one APL record at {label}.',
    },
  },
];

/** What the values of a catalog zone's properties must be: RFC 9432 §4.2, §4.3; those of BIND by its lib/dns/catz.c. */
export default defineFamily(metas, eachName([], { when: (zone, _record, name) => zone.purpose.isCatalog && isPropertyName(zone, name) }), function* ({ name, records }, context) {
  const { member, labels } = readProperty(context.zone, name), [label, ...rest] = labels, own = records.filter(record => !signerTypes.has(record.type));
  if (member >= 0 && rest.length === 0 && label === 'coo') yield* ownership(own, context);
  else if (member >= 0 && rest.length === 0 && label === 'group') yield* group(own);
  else {
    const [option, ...front] = label === 'ext' ? rest : isFirstVersion(context) ? labels : [];
    if (option === 'primaries' || option === 'masters') yield* primaries(own, option, front.length > 0, context.show(name));
    else if (option === 'allow-query' || option === 'allow-transfer') yield* accessList(own, option, front.length > 0);
  }
});

function removal(record: RecordView): { readonly fixes?: readonly Fix[] } {
  return record.generated ? {} : { fixes: [{ title: `Remove this ${record.mnemonic} record`, safe: false, edits: () => removeRecord(record) }] };
}

function* ownership(records: readonly RecordView[], context: RuleContext): Iterable<Draft> {
  const pointers = records.filter(record => record.type === PTR && record.target >= 0), [first, ...others] = pointers;
  for (const record of records) if (record.type !== PTR) yield { code: 'catz/property-type', message: 'coo', at: record.typeSpan, args: { type: record.mnemonic }, fixes: first === undefined ? pointerFixes(record) : [] };
  for (const record of others) {
    if (record.target !== first!.target) yield { code: 'catz/coo', message: 'several', at: record.rdataSpan, args: { first: context.show(first!.target) }, related: [{ at: first!.rdataSpan, message: 'The first catalog.' }], ...removal(record) };
  }
  if (first !== undefined && others.length === 0 && first.target === context.zone.apex) yield { code: 'catz/coo', message: 'self', at: first.rdataSpan, severity: 'warning', args: { catalog: context.show(first.target) }, ...removal(first) };
}

/** A PTR record in place of a CNAME, or of a TXT record with a name in it. */
function pointerFixes(record: RecordView): readonly Fix[] {
  const { zone } = record;
  if (record.generated || record.broken) return [];
  if (record.type === CNAME) return [replacement(zone, record.typeSpan, 'PTR', 'Write PTR', false)];
  const name = record.type === TXT && record.text.strings.length === 1 ? record.text.joined : '';
  if (!/^(?:[a-z0-9_-]{1,63}\.)+[a-z0-9-]{1,63}\.?$/i.test(name)) return [];
  const right = name.replace(/\.?$/, '.');
  return [{ title: `Write PTR ${right}`, safe: false, edits: () => [replaceSpan(zone, record.typeSpan, 'PTR'), replaceSpan(zone, record.rdataSpan, right)] }];
}

function* group(records: readonly RecordView[]): Iterable<Draft> {
  const groups = records.filter(record => record.type === TXT && !record.broken), code = 'catz/group-value';
  for (const record of records) if (record.type !== TXT) yield { code: 'catz/property-type', message: 'group', at: record.typeSpan, args: { type: record.mnemonic } };
  for (const [k, record] of groups.entries()) {
    const { strings, joined } = record.text;
    if (strings.length > 1) yield { code: 'catz/group-strings', message: 'strings', at: record.rdataSpan, args: { count: strings.length } };
    else if (joined === '') yield { code, message: 'empty', at: record.rdataSpan };
    else if (k > 0 && record.key !== groups[0]!.key) yield { code, message: 'several', at: record.rdataSpan, related: [{ at: groups[0]!.rdataSpan, message: 'The first group.' }] };
  }
}

function* primaries(records: readonly RecordView[], label: string, isLabelled: boolean, name: string): Iterable<Draft> {
  const code = 'catz/primaries', isAddress = ({ type }: RecordView): boolean => type === A || type === AAAA, addresses = records.filter(isAddress);
  for (const record of records) {
    if (isAddress(record)) { if (isLabelled && record !== addresses[0]) yield { code, message: 'several', at: record.rdataSpan, args: { label }, related: [{ at: addresses[0]!.rdataSpan, message: 'The first address.' }] }; }
    else if (record.type !== TXT) yield { code: 'catz/property-type', message: 'primaries', at: record.typeSpan, args: { type: record.mnemonic } };
    else if (!isLabelled) yield { code, message: 'label', at: record.typeSpan, args: { label } };
    else if (addresses.length === 0) yield { code, message: 'key', at: record.typeSpan, args: { name } };
    else if (!record.broken && record.text.strings.length > 1) yield { code, message: 'strings', at: record.rdataSpan, args: { count: record.text.strings.length } };
  }
}

function* accessList(records: readonly RecordView[], label: string, isLabelled: boolean): Iterable<Draft> {
  const first = records.find(record => record.type === APL);
  for (const record of records) {
    if (record.type !== APL) yield { code: 'catz/property-type', message: 'acl', at: record.typeSpan, args: { type: record.mnemonic, label } };
    else if (isLabelled) yield { code: 'catz/acl', message: 'label', at: record.ownerSpan ?? record.typeSpan, args: { label } };
    else if (record !== first && record.key !== first!.key) yield { code: 'catz/acl', message: 'several', at: record.rdataSpan, related: [{ at: first!.rdataSpan, message: 'The first record.' }], ...merged(first!, record) };
  }
}

/** A fix that puts the addresses of two APL records into the first. */
function merged(first: RecordView, record: RecordView): { readonly fixes?: readonly Fix[] } {
  if (first.generated || record.generated || first.broken || record.broken) return {};
  return { fixes: [{ title: 'Put the addresses into the first record', safe: false, edits: () => [replaceSpan(first.zone, { ...first.rdataSpan, start: first.rdataSpan.end }, ` ${record.source()}`), ...removeRecord(record)] }] };
}
