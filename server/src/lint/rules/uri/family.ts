import { LABEL_UNDERSCORE, LABEL_WILDCARD } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Span } from '../../../zone/model/span.ts';
import { replacement } from '../../kit/edits.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { Draft } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const metas: readonly RuleMeta[] = [
  {
    code: 'uri/owner', severity: 'warning', source: 'RFC 7553 §4.1', summary: 'URI record at a name without a service',
    messages: { plain: 'Clients query names like _http._tcp.{name}, so they never find this URI record at {name}.' },
  },
  {
    code: 'uri/empty-target', severity: 'warning', source: 'RFC 7553 §4.4', summary: 'URI record without a URI',
    messages: { empty: `The target is empty, so clients can't do anything with this record.` },
  },
  {
    code: 'uri/not-absolute', severity: 'warning', source: 'RFC 7553 §4.4', summary: 'URI target without a scheme',
    messages: { relative: `"{target}" has no scheme such as https: in front, so clients can't follow it.` },
  },
  {
    code: 'uri/characters', severity: 'warning', source: 'RFC 3986 §2', summary: 'Invalid character in a URI',
    messages: { stray: `{character} isn't allowed in a URI; clients reject the URI or cut it off there.` },
    fix: 'unsafe',
  },
];

/** Where a service is, as a URI: RFC 7553 §4. */
export default defineFamily(metas, eachRecord(['URI']), function* (record, context) {
  if (record.broken || !context.zone.inZone(record.owner)) return;
  const target = String.fromCharCode(...record.field('target')?.octets ?? []), at = record.span('target');
  if ((context.zone.names.labelFlags(record.owner) & (LABEL_UNDERSCORE | LABEL_WILDCARD)) === 0) yield { code: 'uri/owner', message: 'plain', at: record.ownerSpan ?? record.typeSpan, args: { name: context.show(record.owner) } };
  if (target === '') yield { code: 'uri/empty-target', message: 'empty', at };
  else if (!/^[a-z][a-z0-9+.-]*:\S/i.test(target)) { yield { code: 'uri/not-absolute', message: 'relative', at, args: { target } }; return; }
  const stray = /[^\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]/.exec(target);
  if (stray !== null) {
    const escaped = `%${stray[0].charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
    yield { code: 'uri/characters', message: 'stray', at: strayPlace(record, stray.index), args: { character: stray[0] === ' ' ? 'A space' : stray[0] > '~' || stray[0] < ' ' ? `Octet ${stray[0].charCodeAt(0)}` : stray[0], escaped }, ...escapedAll(record, target) };
  }
});

/** The octet's own place where the text is written without escapes. */
function strayPlace(record: RecordView, index: number): Span {
  const at = record.span('target'), written = record.source(at);
  return /^"[ !#-\[\]-~]*"$/.test(written) ? { ...at, start: at.start + 1 + index, end: at.start + 2 + index } : at;
}

function escapedAll(record: RecordView, target: string): Pick<Draft, 'fixes'> {
  const right = target.replace(/[^\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]/g, octet => `%${octet.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  return record.generated ? {} : { fixes: [replacement(record.zone, record.span('target'), `"${right}"`, `Write ${right}`, false)] };
}
