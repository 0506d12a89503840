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
    code: 'catz/version-missing', severity: 'error', source: 'RFC 9432 §4.2.1', fix: 'unsafe', summary: 'Catalog zone without a version',
    messages: {
      missing: `This catalog has no version (TXT record at {version}), so its member zones aren't served.`,
      type: `The catalog's version must be TXT: servers ignore this {type} record, and the member zones aren't served.`,
    },
  },
  {
    code: 'catz/version-bad', severity: 'error', source: 'RFC 9432 §4.2.1', fix: 'unsafe', summary: 'Unsupported catalog zone version',
    messages: {
      value: `The catalog's version is "{value}" instead of "2", so its member zones aren't served.`,
      strings: `The catalog's version has {count} strings instead of one, so its member zones aren't served.`,
      several: `This catalog has more than one version, so its member zones aren't served.`,
    },
  },
  {
    code: 'catz/class', severity: 'error', source: 'RFC 9432 §4.1', summary: 'Catalog zone in a class other than IN',
    messages: { other: `This catalog zone has class {class} instead of IN, so its member zones aren't served.` },
  },
  {
    code: 'catz/ns-invalid', severity: 'information', profile: 'strict', source: 'RFC 9432 §4', summary: 'Catalog zone NS record other than "invalid."',
    messages: { other: `A catalog zone's only NS record should be "invalid." (RFC 9432), as resolvers never look it up.` },
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
    yield { code: 'catz/version-bad', message: 'several', at: second.rdataSpan, related: [{ at: first.rdataSpan, message: 'The first version' }], ...(second.generated ? {} : { fixes: [{ title: 'Remove this TXT record', safe: false, edits: () => removeRecord(second) }] }) };
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
    related: elsewhere.map(record => ({ at: record.ownerSpan ?? record.typeSpan, message: 'A version stands here, where no server looks for it' })),
    fixes: [{ title: 'Add the version', safe: false, edits: () => [addRecord(zone, version, 'TXT', '"2"', { after: context.records(zone.apex, NS).at(-1) ?? soa })] }],
  };
}
