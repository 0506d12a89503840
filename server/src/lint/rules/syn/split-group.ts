import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Span } from '../../../zone/model/span.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';

/** How many characters stand for whole octets, by kind of field. */
const groups: Readonly<Record<string, number>> = { base64: 4, hex: 2, digest: 2 };
/** Signatures are left out: programs write them, and there are very many. */
const types = [
  'DS',
  'CDS',
  'DNSKEY',
  'CDNSKEY',
  'TLSA',
  'SMIMEA',
  'SSHFP',
  'CERT',
  'OPENPGPKEY',
  'DHCID',
  'KEY',
  'IPSECKEY',
  'ZONEMD',
];

export default check({
  on: eachRecord(types),
  reports: 'syn/split-group',
  *run(record, context) {
    if (record.broken || record.generated || record.tokens.length < 2) return;
    const last = record.fields.at(-1),
      group = last === undefined ? undefined : groups[last.field.kind.id];
    if (last === undefined || group === undefined) return;
    const pieces = piecesOf(record, last.span),
      odd = pieces.slice(0, -1).find(({ start, end }) => (end - start) % group !== 0);
    if (odd === undefined) return;
    yield {
      message: group === 4 ? 'base64' : 'hex',
      at: odd,
      args: { count: odd.end - odd.start },
      fixes: [
        {
          title: 'Move the space between groups',
          safe: true,
          edits: () => regrouped(record, pieces, group).map(([at, text]) => replaceSpan(context.zone, at, text)),
        },
      ],
    };
  },
});

function piecesOf({ tokens }: RecordView, field: Span): readonly Span[] {
  return tokens
    .filter(([start]) => start >= field.start && start < field.end)
    .map(([start, end]) => ({ ...field, start, end }));
}

/** Each break is put off to the end of the group that it stands in. */
function regrouped(record: RecordView, pieces: readonly Span[], group: number): readonly (readonly [Span, string])[] {
  const text = pieces.map((piece) => record.source(piece)).join('');
  let from = 0,
    to = 0;
  return pieces.map((piece) => {
    to += piece.end - piece.start;
    const cut = Math.min(text.length, Math.ceil(to / group) * group),
      part = text.slice(from, cut);
    from = cut;
    return [piece, part] as const;
  });
}
