import { ROOT } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { addRecord } from '../../kit/add-record.ts';
import { signerTypes } from '../../kit/catalog-member.ts';
import type { RuleContext } from '../../engine/context.ts';
import { removeRecord, replacement, replaceSpan } from '../../kit/edits.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { Draft } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const NS = 2, TXT = 16;

const metas: readonly RuleMeta[] = [
  {
    code: 'catz/version-missing', severity: 'error', source: 'RFC 9432 §4.2.1', fix: 'unsafe', summary: 'A catalog zone without its version.',
    messages: {
      missing: 'This catalog zone has no TXT record at {version}: servers must not use a catalog whose version they do not know, and its member zones are not served. Add one with "2".',
      type: 'The version of a catalog zone is a TXT record: servers do not look at this {type} record, so that they do not know the version, and the member zones are not served. Write TXT "2".',
    },
  },
  {
    code: 'catz/version-bad', severity: 'error', source: 'RFC 9432 §4.2.1', fix: 'unsafe', summary: 'A catalog zone with a version that servers do not know.',
    messages: {
      value: 'The version of this catalog zone is "{value}", but it must be "2": servers must not use another, and its member zones are not served.',
      strings: 'The version of a catalog zone is the one string "2", but here are {count}: servers must not use this catalog, and its member zones are not served.',
      several: 'This catalog zone has more than one version: servers must not use it, and its member zones are not served. Keep the one with "2".',
    },
  },
  {
    code: 'catz/class', severity: 'error', source: 'RFC 9432 §4.1', summary: 'A catalog zone with another class than IN.',
    messages: { other: 'All records of a catalog zone must have the class IN: with {class}, servers do not use it, and its member zones are not served. Write IN here and in all records.' },
  },
  {
    code: 'catz/ns-invalid', severity: 'information', profile: 'strict', source: 'RFC 9432 §4', summary: 'A catalog zone with NS records other than "invalid.".',
    messages: { other: 'Nobody should look this zone up: RFC 9432 advises a single NS record with the name "invalid.".' },
  },
];

/** What a catalog zone needs so that servers take it: RFC 9432 §4. */
export default defineFamily(metas, eachRecord(['SOA'], { when: (zone, _record, name) => name === zone.apex && zone.apexKnown && name !== ROOT }), function* (soa, context) {
  if (!context.zone.purpose.isCatalog) return;
  const written = soa.classSpan;
  if (written !== undefined && !/^(?:in|class0*1)$/i.test(soa.source(written))) yield { code: 'catz/class', message: 'other', at: written, args: { class: soa.source(written) } };
  const { zone } = context, servers = context.records(zone.apex, NS), [first, second] = context.records(context.child(zone.apex, 'version'), TXT);
  if (first === undefined) yield missing(soa, context);
  else if (second !== undefined) {
    yield { code: 'catz/version-bad', message: 'several', at: second.rdataSpan, related: [{ at: first.rdataSpan, message: 'The first version.' }], ...(second.generated ? {} : { fixes: [{ title: 'Remove this TXT record', safe: false, edits: () => removeRecord(second) }] }) };
  } else if (!first.broken) yield* value(first);
  const other = servers.find(ns => ns.target > ROOT && zone.names.text(ns.target) !== 'invalid.');
  if (other !== undefined) yield { code: 'catz/ns-invalid', message: 'other', at: other.rdataSpan };
});

function* value(version: RecordView): Iterable<Draft> {
  const { joined, strings } = version.text, at = version.rdataSpan, fix = version.generated ? {} : { fixes: [replacement(version.zone, at, '"2"', 'Write "2"', false)] };
  if (strings.length !== 1) yield { code: 'catz/version-bad', message: 'strings', at, args: { count: strings.length }, ...fix };
  else if (joined !== '2') yield { code: 'catz/version-bad', message: 'value', at, args: { value: joined }, ...(joined === '1' ? { severity: 'information' as const } : {}), ...fix };
}

function missing(soa: RecordView, context: RuleContext): Draft {
  const { zone } = context, version = context.child(zone.apex, 'version'), code = 'catz/version-missing';
  const wrong = context.records(version).find(record => !signerTypes.has(record.type));
  if (wrong !== undefined) {
    const fix = { title: 'Write TXT "2"', safe: false, edits: () => [replaceSpan(zone, wrong.typeSpan, 'TXT'), replaceSpan(zone, wrong.rdataSpan, '"2"')] };
    return { code, message: 'type', at: wrong.typeSpan, args: { type: wrong.mnemonic }, ...(wrong.generated ? {} : { fixes: [fix] }) };
  }
  const elsewhere = ['zones', 'ext'].flatMap(label => context.records(context.child(context.child(zone.apex, label), 'version'), TXT));
  return {
    code, message: 'missing', at: soa.typeSpan, args: { version: context.show(version) },
    related: elsewhere.map(record => ({ at: record.ownerSpan ?? record.typeSpan, message: 'A version stands here, where no server looks for it.' })),
    fixes: [{ title: 'Add the version', safe: false, edits: () => [addRecord(zone, version, 'TXT', '"2"', { after: context.records(zone.apex, NS).at(-1) ?? soa })] }],
  };
}
