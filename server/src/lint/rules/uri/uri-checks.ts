import { LABEL_UNDERSCORE, LABEL_WILDCARD } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Span } from '../../../zone/model/span.ts';
import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';

type Said = Report<'uri/owner' | 'uri/empty-target' | 'uri/not-absolute' | 'uri/characters'>;
/** Where a service is, as a URI: RFC 7553 §4. */
export default check({
  on: eachRecord(['URI']),
  reports: ['uri/owner', 'uri/empty-target', 'uri/not-absolute', 'uri/characters'],
  *run(record, context) {
    if (record.broken || !context.zone.inZone(record.owner)) return;
    const target = String.fromCharCode(...(record.field('target')?.octets ?? [])),
      at = record.span('target');
    if ((context.zone.names.labelFlags(record.owner) & (LABEL_UNDERSCORE | LABEL_WILDCARD)) === 0)
      yield {
        code: 'uri/owner',
        message: 'plain',
        at: record.ownerSpan ?? record.typeSpan,
        args: { name: context.show(record.owner) },
      };
    if (target === '') yield { code: 'uri/empty-target', message: 'empty', at };
    else if (!/^[a-z][a-z0-9+.-]*:\S/i.test(target)) {
      yield { code: 'uri/not-absolute', message: 'relative', at, args: { target } };
      return;
    }
    const stray = /[^\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]/.exec(target);
    if (stray !== null) {
      const escaped = `%${stray[0].charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
      yield {
        code: 'uri/characters',
        message: 'stray',
        at: strayPlace(record, stray.index),
        args: {
          character:
            stray[0] === ' '
              ? 'A space'
              : stray[0] > '~' || stray[0] < ' '
                ? `Octet ${stray[0].charCodeAt(0)}`
                : stray[0],
          escaped,
        },
        ...escapedAll(record, target),
      };
    }
  },
});

/** The octet's own place where the text is written without escapes. */
function strayPlace(record: RecordView, index: number): Span {
  const at = record.span('target'),
    written = record.source(at);
  return /^"[ !#-[\]-~]*"$/.test(written) ? { ...at, start: at.start + 1 + index, end: at.start + 2 + index } : at;
}

function escapedAll(record: RecordView, target: string): Pick<Said, 'fixes'> {
  const right = target.replace(
    /[^\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]/g,
    (octet) => `%${octet.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return record.generated
    ? {}
    : { fixes: [replacement(record.zone, record.span('target'), `"${right}"`, `Write ${right}`, false)] };
}
