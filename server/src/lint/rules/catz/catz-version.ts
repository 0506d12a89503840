import { ROOT } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { addRecord } from '../../kit/add-record.ts';
import { signerTypes } from '../../kit/catalog-member.ts';
import type { RuleContext } from '../../engine/context.ts';
import { removeRecord, replacement, replaceSpan } from '../../kit/edits.ts';
import { renameOwner } from '../../kit/mail/rename-owner.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { NS, TXT } from '../../../zone/rrtypes/codes.ts';

type Said = Report<'catz/version-missing' | 'catz/version-bad' | 'catz/class' | 'catz/ns-invalid'>;
/** What a catalog zone needs so that servers take it: RFC 9432 §4. */
export default check({
  on: eachRecord(['SOA'], { when: (zone, _record, name) => name === zone.apex && zone.apexKnown && name !== ROOT }),
  reports: ['catz/version-missing', 'catz/version-bad', 'catz/class', 'catz/ns-invalid'],
  *run(soa, context) {
    if (!context.zone.purpose.isCatalog) return;
    const written = soa.classSpan;
    if (written !== undefined && !/^(?:in|class0*1)$/i.test(soa.source(written)))
      yield { code: 'catz/class', message: 'other', at: written, args: { class: soa.source(written) } };
    const { zone } = context,
      servers = context.records(zone.apex, NS),
      [first, second] = context.records(context.child(zone.apex, 'version'), TXT);
    if (first === undefined) yield missing(soa, context);
    else if (second !== undefined) {
      yield {
        code: 'catz/version-bad',
        message: 'several',
        at: second.rdataSpan,
        related: [{ at: first.rdataSpan, message: 'The first version' }],
        fixes: [{ title: 'Remove this TXT record', safe: false, edits: () => removeRecord(second) }],
      };
    } else if (!first.broken) yield* value(first);
    const other = servers.find((ns) => ns.target > ROOT && zone.names.text(ns.target) !== 'invalid.');
    if (other !== undefined) yield { code: 'catz/ns-invalid', message: 'other', at: other.rdataSpan };
  },
});

function* value(version: RecordView): Iterable<Said> {
  const { joined, strings } = version.text,
    at = version.rdataSpan,
    fix = version.generated ? {} : { fixes: [replacement(version.zone, at, '"2"', 'Write "2"', false)] };
  if (strings.length !== 1)
    yield { code: 'catz/version-bad', message: 'strings', at, args: { count: strings.length }, ...fix };
  else if (joined !== '2')
    yield {
      code: 'catz/version-bad',
      message: 'value',
      at,
      args: { value: joined },
      ...(joined === '1' ? { severity: 'information' as const } : {}),
      ...fix,
    };
}

function missing(soa: RecordView, context: RuleContext): Said {
  const { zone } = context,
    version = context.child(zone.apex, 'version'),
    code = 'catz/version-missing';
  const wrong = context.records(version).find((record) => !signerTypes.has(record.type));
  if (wrong !== undefined) {
    const fix = {
      title: 'Write TXT "2"',
      safe: false,
      edits: () => [replaceSpan(zone, wrong.typeSpan, 'TXT'), replaceSpan(zone, wrong.rdataSpan, '"2"')],
    };
    return { code, message: 'type', at: wrong.typeSpan, args: { type: wrong.mnemonic }, fixes: [fix] };
  }
  const atApex = context.records(zone.apex, TXT).find((txt) => !txt.broken && /^[12]$/.test(txt.text.joined));
  if (atApex !== undefined) {
    const move = {
      title: `Move the version to ${context.show(version)}`,
      safe: false,
      edits: () => renameOwner(atApex, version),
    };
    return {
      code,
      message: 'apex',
      at: atApex.rdataSpan,
      args: { version: context.show(version) },
      ...(atApex.generated ? {} : { fixes: [move] }),
    };
  }
  const elsewhere = ['zones', 'ext'].flatMap((label) =>
    context.records(context.child(context.child(zone.apex, label), 'version'), TXT),
  );
  return {
    code,
    message: 'missing',
    at: soa.typeSpan,
    args: { version: context.show(version) },
    related: elsewhere.map((record) => ({
      at: record.ownerSpan ?? record.typeSpan,
      message: 'A version at a name that no server looks up',
    })),
    fixes: [
      {
        title: 'Add the version',
        safe: false,
        edits: () => [addRecord(zone, version, 'TXT', '"2"', { after: context.records(zone.apex, NS).at(-1) ?? soa })],
      },
    ],
  };
}
