import { LABEL_UNDERSCORE, LABEL_WILDCARD } from '../../../names/name-tree.ts';
import { defineFamily, eachRecord } from '../../rule.ts';
import type { RuleMeta } from '../../rule.ts';

const metas: readonly RuleMeta[] = [
  {
    code: 'uri/owner', severity: 'warning', source: 'RFC 7553 §4.1', summary: 'A URI record at a name that does not begin with a service.',
    messages: { plain: 'This URI record stands at {name}, but clients ask for names that begin with a service and a protocol, as in _http._tcp.{name}: nobody will find it.' },
  },
  {
    code: 'uri/empty-target', severity: 'warning', source: 'RFC 7553 §4.4', summary: 'A URI record without a URI.',
    messages: { empty: 'The target is empty, but a URI record needs a URI: clients can do nothing with it. Write one, or remove the record.' },
  },
  {
    code: 'uri/not-absolute', severity: 'warning', source: 'RFC 7553 §4.4', summary: 'The target of a URI record is no absolute URI.',
    messages: { relative: '"{target}" has no scheme such as https: in front, so it is no URI and clients cannot follow it. Write the whole URI.' },
  },
];

/** Where a service is, as a URI: RFC 7553 §4. */
export default defineFamily(metas, eachRecord(['URI']), function* (record, context) {
  if (record.broken || !context.zone.inZone(record.owner)) return;
  const target = String.fromCharCode(...record.field('target')?.octets ?? []), at = record.span('target');
  if ((context.zone.names.labelFlags(record.owner) & (LABEL_UNDERSCORE | LABEL_WILDCARD)) === 0) yield { code: 'uri/owner', message: 'plain', at: record.ownerSpan ?? record.typeSpan, args: { name: context.show(record.owner) } };
  if (target === '') yield { code: 'uri/empty-target', message: 'empty', at };
  else if (!/^[a-z][a-z0-9+.-]*:\S/i.test(target)) yield { code: 'uri/not-absolute', message: 'relative', at, args: { target } };
});
