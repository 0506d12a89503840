import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Span } from '../../../zone/model/span.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { SPF, TXT } from '../../../zone/rrtypes/codes.ts';

/** Fields that are character-strings, or take their place. */
const strings: Readonly<Record<string, readonly string[]>> = {
  CAA: ['value'],
  HINFO: ['cpu', 'os'],
  NAPTR: ['flags', 'services', 'regexp'],
};
/** What NSD does not take for a word. */
const OTHERWISE = /^(?:@$|\$|\\#$)/;

interface Piece {
  readonly at: Span;
  readonly text: string;
}

function plainFields(record: RecordView): readonly Piece[] {
  return (strings[record.mnemonic] ?? []).flatMap((name) => {
    const at = record.span(name),
      text = record.source(at);
    return record.field(name) === undefined || text === '' || text.startsWith('"') ? [] : [{ at, text }];
  });
}

/** Words of a text: those beside strings in quotation marks, and those that NSD does not take. */
function mixedIn(record: RecordView): readonly Piece[] {
  const { tokens, rdataSpan } = record,
    pieces = tokens.map(([start, end]) => ({
      at: { ...rdataSpan, start, end },
      text: record.source({ ...rdataSpan, start, end }),
    }));
  // The generic form of RFC 3597.
  if (pieces.length > 1 && pieces[0]?.text === '\\#') return [];
  const plain = pieces.filter(({ text }) => !text.startsWith('"'));
  return plain.length < pieces.length && !touches(tokens) ? plain : plain.filter(({ text }) => OTHERWISE.test(text));
}

/** Strings that touch have a rule of their own. */
const touches = (tokens: RecordView['tokens']): boolean => tokens.some(([start], k) => tokens[k - 1]?.[1] === start);

export default check({
  on: eachRecord(['CAA', 'HINFO', 'NAPTR', 'TXT', 'SPF']),
  reports: 'syn/unquoted-string',
  *run(record, context) {
    if (record.broken || record.generated || record.writtenAsOctets) return;
    const isText = record.type === TXT || record.type === SPF,
      plain = isText ? mixedIn(record) : plainFields(record);
    const [first] = plain;
    if (first === undefined) return;
    yield {
      message: isText && OTHERWISE.test(first.text) ? 'sign' : 'plain',
      at: first.at,
      args: { text: first.text },
      ...(plain.some(({ text }) => /[\\"]/.test(text))
        ? {}
        : {
            fixes: [
              {
                title: 'Add quotation marks',
                safe: true,
                edits: () => plain.map(({ at, text }) => replaceSpan(context.zone, at, `"${text}"`)),
              },
            ],
          }),
    };
  },
});
