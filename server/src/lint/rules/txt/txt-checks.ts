import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Span } from '../../../zone/model/span.ts';
import { decode } from '../../../text/utf8.ts';
import type { Edit, Fix } from '../../../findings/fix.ts';
import { replaceSpan, replacement } from '../../kit/edits.ts';
import { commentWord, cutLines, hasOddText, textFault } from '../../kit/odd-text.ts';
import { quotedStrings, withEscapedQuotes } from '../../kit/quoted-strings.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';

const reports = [
  'txt/unquoted-semicolon',
  'txt/unquoted-multiword',
  'txt/double-quoted',
  'txt/escaped-quote-inside',
  'txt/leading-trailing-space',
  'txt/empty',
  'txt/header-word',
  'syn/hash-comment',
  'syn/slash-comment',
] as const;

type Said = Report<(typeof reports)[number]>;

/** How the text of a TXT record is put into strings. */
export default check({
  on: eachRecord(['TXT', 'SPF'], { when: (zone, record) => hasOddText(zone, record) }),
  reports,
  *run(record) {
    if (record.broken) return;
    const fault = textFault(record),
      draft =
        fault === 'header'
          ? headerWord(record)
          : fault === 'comment'
            ? commentInText(record)
            : fault === 'cut'
              ? cut(record)
              : fault === 'words'
                ? words(record)
                : fault === 'doubled'
                  ? doubled(record)
                  : fault === 'inner'
                    ? inner(record)
                    : fault === undefined
                      ? spaces(record)
                      : undefined;
    if (draft !== undefined) yield draft;
  },
});

const isMail = (text: string): boolean => /^["']?v=(?:spf1|dkim1|dmarc1|stsv1|tlsrptv1|bimi1)\b/i.test(text);

/** Octets as people read them. */
function readable(octets: string): string {
  return decode(
    Uint8Array.from(octets, (c) => c.charCodeAt(0)),
    0,
    octets.length,
  );
}

function fixesOf(record: RecordView, ...fixes: readonly Fix[]): { readonly fixes?: readonly Fix[] } {
  return record.generated ? {} : { fixes };
}

const within = (record: RecordView, start: number, end: number): Span => ({ record: record.id, start, end });

/** `TXT "text" # comment`: the sign and the words behind it are strings, too. */
function commentInText(record: RecordView): Said | undefined {
  const string = record.text.strings[commentWord(record)];
  if (string === undefined) return undefined;
  const sign = record.source(within(record, string.start, string.start + 1)),
    length = sign === '#' ? 1 : 2,
    span = within(record, string.start, string.start + length);
  return {
    code: sign === '#' ? 'syn/hash-comment' : 'syn/slash-comment',
    message: 'inText',
    at: span,
    args: { sign: record.source(span) },
    ...fixesOf(record, replacement(record.zone, span, ';', 'Write ";"', true)),
  };
}

function headerWord(record: RecordView): Said {
  const {
      text: { strings, joined },
      typeSpan,
      zone,
    } = record,
    { start, end } = strings[0]!,
    at = within(record, start, end),
    word = record.source(at),
    has = /^\d/.test(word) ? record.ttlSpan : record.classSpan;
  const edits = (): readonly Edit[] => [
    replaceSpan(zone, within(record, start, strings[1]!.start), ''),
    ...(has === undefined ? [replaceSpan(zone, { ...typeSpan, end: typeSpan.start }, `${word} `)] : []),
  ];
  return {
    code: 'txt/header-word',
    message: 'published',
    at,
    args: { word, type: record.mnemonic, joined: readable(joined) },
    ...fixesOf(record, {
      title: has === undefined ? `Write ${word} ${record.mnemonic}` : `Remove ${word}`,
      safe: false,
      edits,
    }),
  };
}

function cut(record: RecordView): Said {
  const lines = cutLines(record),
    first = lines[0]!,
    source = (start: number, end: number): string => record.source(within(record, start, end));
  const edits = (): readonly Edit[] =>
    lines.map(({ start, end }) =>
      replaceSpan(record.zone, within(record, start, end), quotedStrings(withEscapedQuotes(source(start, end)))),
    );
  return {
    code: 'txt/unquoted-semicolon',
    message: 'cut',
    at: within(record, first.start, first.end),
    args: { lost: source(first.semicolon, first.end), kept: readable(record.text.joined) },
    ...fixesOf(record, { title: 'Put the text in quotation marks', safe: true, preferred: true, edits }),
  };
}

/** The strings' own text, escapes as written, with spaces between. */
function wordsOf(record: RecordView): string {
  return record.text.strings
    .filter(({ from, to }) => to > from)
    .map(({ start, end, quoted }) => record.source(within(record, quoted ? start + 1 : start, quoted ? end - 1 : end)))
    .join(' ');
}

function words(record: RecordView): Said {
  const {
      text: { joined },
    } = record,
    mail = isMail(joined) || /^'?v=spf1/i.test(joined),
    written = wordsOf(record);
  // Apostrophes were meant as the quotation marks, as in a shell.
  const meant = mail && /^'.*'$/.test(written) ? written.slice(1, -1) : written;
  return {
    code: 'txt/unquoted-multiword',
    message: mail ? 'mail' : 'words',
    at: record.rdataSpan,
    args: { joined: readable(joined) },
    ...fixesOf(
      record,
      replacement(record.zone, record.rdataSpan, quotedStrings(meant), 'Put the text in quotation marks', mail),
    ),
  };
}

function doubled(record: RecordView): Said {
  const {
      text: { joined },
    } = record,
    mail = isMail(joined) || /^v=spf1/i.test(joined);
  return {
    code: 'txt/double-quoted',
    message: mail ? 'mail' : 'words',
    at: record.rdataSpan,
    args: { joined: readable(joined) },
    ...fixesOf(
      record,
      replacement(
        record.zone,
        record.rdataSpan,
        quotedStrings(wordsOf(record)),
        'Write one quotation mark on each side',
        true,
      ),
    ),
  };
}

function inner(record: RecordView): Said {
  const { text, zone } = record,
    { joined } = text,
    { length } = joined,
    mail = isMail(joined);
  const edits = (): readonly Edit[] => [
    replaceSpan(zone, text.span(0, 1), ''),
    replaceSpan(zone, text.span(length - 1, length), ''),
  ];
  return {
    code: 'txt/escaped-quote-inside',
    message: mail ? 'mail' : 'words',
    at: text.span(0, length),
    args: { mark: joined[0] === '"' ? 'quotation marks' : 'apostrophes' },
    ...fixesOf(record, {
      title: `Remove the ${joined[0] === '"' ? 'quotation marks' : 'apostrophes'}`,
      safe: mail,
      edits,
    }),
  };
}

/** SPF has rules of its own for its spaces. */
function spaces(record: RecordView): Said | undefined {
  const { text, zone } = record,
    { joined } = text,
    { length } = joined;
  if (length === 0) return { code: 'txt/empty', message: 'empty', at: record.rdataSpan };
  if (/^\s*v=spf/i.test(joined)) return undefined;
  const leading = /^ +/.exec(joined)?.[0].length ?? 0,
    trailing = / +$/.exec(joined)?.[0].length ?? 0;
  if (leading + trailing === 0 || leading === length) return undefined;
  const at = leading > 0 ? text.span(0, leading) : text.span(length - trailing, length);
  return {
    code: 'txt/leading-trailing-space',
    message: leading > 0 ? 'leading' : 'trailing',
    at,
    ...fixesOf(record, replacement(zone, at, '', 'Remove it', false)),
  };
}
