import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Span } from '../../../zone/model/span.ts';
import { decode } from '../../../text/utf8.ts';
import type { Edit, Fix } from '../../../findings/fix.ts';
import { replaceSpan, replacement } from '../../kit/edits.ts';
import { commentWord, cutLines, hasOddText, textFault } from '../../kit/odd-text.ts';
import { quotedStrings, withEscapedQuotes } from '../../kit/quoted-strings.ts';
import { readerMetas } from '../../reader/reader-metas.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { Draft } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const metas: readonly RuleMeta[] = [
  {
    code: 'txt/unquoted-semicolon', severity: 'error', source: 'RFC 1035 §5.1', summary: 'A text that a semicolon cuts off, since it is not in quotation marks.', fix: 'safe',
    messages: { cut: 'Outside quotation marks a semicolon begins a comment: "{lost}" is lost, and only "{kept}" is published. Put the whole text in quotation marks.' },
  },
  {
    code: 'txt/unquoted-multiword', severity: 'warning', severities: { mail: 'error' }, source: 'RFC 1035 §5.1', summary: 'A text of several words without quotation marks.', fix: 'safe',
    messages: {
      mail: 'Without quotation marks each word is a string of its own, and mail servers join them without spaces: they read "{joined}". Put the whole text in quotation marks.',
      words: 'Without quotation marks each word is a string of its own, and most readers join them without spaces: "{joined}". Put the whole text in quotation marks.',
    },
  },
  {
    code: 'txt/double-quoted', severity: 'warning', severities: { mail: 'error' }, source: 'RFC 1035 §5.1', summary: 'A text with two pairs of quotation marks around it.', fix: 'safe',
    messages: {
      mail: 'Two quotation marks in a row are an empty string, so the words between them are not in quotation marks at all, and mail servers read "{joined}". Write one on each side.',
      words: 'Two quotation marks in a row are an empty string, so the words between them are not in quotation marks at all: "{joined}" is published. Write one on each side.',
    },
  },
  {
    code: 'txt/escaped-quote-inside', severity: 'information', severities: { mail: 'error' }, source: 'RFC 1035 §5.1', summary: 'A text with quotation marks that are part of it.', fix: 'safe',
    messages: {
      mail: 'The {mark} around this text are published as part of it, so mail servers do not know the record. Remove them.',
      words: 'The {mark} around this text are published as part of it, and whoever looks for the text does not find it. Remove them, if they are not meant.',
    },
  },
  {
    code: 'txt/leading-trailing-space', severity: 'information', profile: 'strict', source: 'practice', summary: 'A text that begins or ends with a space.', fix: 'safe',
    messages: { leading: 'The text begins with a space, and programs that compare it find no match. Remove it.', trailing: 'The text ends with a space, and programs that compare it find no match. Remove it.' },
  },
  {
    code: 'txt/empty', severity: 'information', profile: 'strict', source: 'RFC 1035 §3.3.14', summary: 'A TXT record without text.',
    messages: { empty: 'This record has an empty text: it says nothing. Remove it, or write what it is for.' },
  },
  {
    code: 'txt/header-word', severity: 'warning', source: 'RFC 1035 §5.1', fix: 'unsafe', summary: 'A class or a TTL behind the type TXT, where it is part of the text.',
    messages: { published: '{word} stands behind {type}, so it is published as the beginning of the text: readers get "{joined}". A class or a TTL stands before the type.' },
  },
];

const hashComment = readerMetas.find(({ code }) => code === 'syn/hash-comment')!, slashComment = readerMetas.find(({ code }) => code === 'syn/slash-comment')!;

/** How the text of a TXT record is put into strings. */
export default [...defineFamily([...metas, hashComment, slashComment], eachRecord(['TXT', 'SPF'], { when: (zone, record) => hasOddText(zone, record) }), function* (record) {
  if (record.broken) return;
  const fault = textFault(record), draft = fault === 'header' ? headerWord(record) : fault === 'comment' ? commentInText(record) : fault === 'cut' ? cut(record) : fault === 'words' ? words(record) : fault === 'doubled' ? doubled(record) : fault === 'inner' ? inner(record) : fault === undefined ? spaces(record) : undefined;
  if (draft !== undefined) yield draft;
})].filter(({ meta }) => meta !== hashComment && meta !== slashComment);

const isMail = (text: string): boolean => /^["']?v=(?:spf1|dkim1|dmarc1|stsv1|tlsrptv1|bimi1)\b/i.test(text);

/** Octets as people read them. */
function readable(octets: string): string {
  return decode(Uint8Array.from(octets, c => c.charCodeAt(0)), 0, octets.length);
}

function fixesOf(record: RecordView, ...fixes: readonly Fix[]): { readonly fixes?: readonly Fix[] } {
  return record.generated ? {} : { fixes };
}

const within = (record: RecordView, start: number, end: number): Span => ({ record: record.id, start, end });

/** `TXT "text" # comment`: the sign and the words behind it are strings, too. */
function commentInText(record: RecordView): Draft | undefined {
  const string = record.text.strings[commentWord(record)];
  if (string === undefined) return undefined;
  const sign = record.source(within(record, string.start, string.start + 1)), length = sign === '#' ? 1 : 2, span = within(record, string.start, string.start + length);
  return { code: sign === '#' ? hashComment.code : slashComment.code, message: 'inText', at: span, args: { sign: record.source(span) }, ...fixesOf(record, replacement(record.zone, span, ';', 'Write ";"', true)) };
}

function headerWord(record: RecordView): Draft {
  const { text: { strings, joined }, typeSpan, zone } = record, { start, end } = strings[0]!, at = within(record, start, end), word = record.source(at), has = /^\d/.test(word) ? record.ttlSpan : record.classSpan;
  const edits = (): readonly Edit[] => [replaceSpan(zone, within(record, start, strings[1]!.start), ''), ...(has === undefined ? [replaceSpan(zone, { ...typeSpan, end: typeSpan.start }, `${word} `)] : [])];
  return {
    code: 'txt/header-word', message: 'published', at, args: { word, type: record.mnemonic, joined: readable(joined) },
    ...fixesOf(record, { title: has === undefined ? `Write ${word} ${record.mnemonic}` : `Remove ${word}`, safe: false, edits }),
  };
}

function cut(record: RecordView): Draft {
  const lines = cutLines(record), first = lines[0]!, source = (start: number, end: number): string => record.source(within(record, start, end));
  const edits = (): readonly Edit[] => lines.map(({ start, end }) => replaceSpan(record.zone, within(record, start, end), quotedStrings(withEscapedQuotes(source(start, end)))));
  return {
    code: 'txt/unquoted-semicolon', message: 'cut', at: within(record, first.start, first.end), args: { lost: source(first.semicolon, first.end), kept: readable(record.text.joined) },
    ...fixesOf(record, { title: 'Put the text in quotation marks', safe: true, preferred: true, edits }),
  };
}

/** The strings' own text, escapes as written, with spaces between. */
function wordsOf(record: RecordView): string {
  return record.text.strings.filter(({ from, to }) => to > from).map(({ start, end, quoted }) => record.source(within(record, quoted ? start + 1 : start, quoted ? end - 1 : end))).join(' ');
}

function words(record: RecordView): Draft {
  const { text: { joined } } = record, mail = isMail(joined) || /^'?v=spf1/i.test(joined), written = wordsOf(record);
  // Apostrophes were meant as the quotation marks, as in a shell.
  const meant = mail && /^'.*'$/.test(written) ? written.slice(1, -1) : written;
  return {
    code: 'txt/unquoted-multiword', message: mail ? 'mail' : 'words', at: record.rdataSpan, args: { joined: readable(joined) },
    ...fixesOf(record, replacement(record.zone, record.rdataSpan, quotedStrings(meant), 'Put the text in quotation marks', mail)),
  };
}

function doubled(record: RecordView): Draft {
  const { text: { joined } } = record, mail = isMail(joined) || /^v=spf1/i.test(joined);
  return {
    code: 'txt/double-quoted', message: mail ? 'mail' : 'words', at: record.rdataSpan, args: { joined: readable(joined) },
    ...fixesOf(record, replacement(record.zone, record.rdataSpan, quotedStrings(wordsOf(record)), 'Write one quotation mark on each side', true)),
  };
}

function inner(record: RecordView): Draft {
  const { text, zone } = record, { joined } = text, { length } = joined, mail = isMail(joined);
  const edits = (): readonly Edit[] => [replaceSpan(zone, text.span(0, 1), ''), replaceSpan(zone, text.span(length - 1, length), '')];
  return {
    code: 'txt/escaped-quote-inside', message: mail ? 'mail' : 'words', at: text.span(0, length), args: { mark: joined[0] === '"' ? 'quotation marks' : 'apostrophes' },
    ...fixesOf(record, { title: `Remove the ${joined[0] === '"' ? 'quotation marks' : 'apostrophes'}`, safe: mail, edits }),
  };
}

/** SPF has rules of its own for its spaces. */
function spaces(record: RecordView): Draft | undefined {
  const { text, zone } = record, { joined } = text, { length } = joined;
  if (length === 0) return { code: 'txt/empty', message: 'empty', at: record.rdataSpan };
  if (/^\s*v=spf/i.test(joined)) return undefined;
  const leading = /^ +/.exec(joined)?.[0].length ?? 0, trailing = / +$/.exec(joined)?.[0].length ?? 0;
  if (leading + trailing === 0 || leading === length) return undefined;
  const at = leading > 0 ? text.span(0, leading) : text.span(length - trailing, length);
  return { code: 'txt/leading-trailing-space', message: leading > 0 ? 'leading' : 'trailing', at, ...fixesOf(record, replacement(zone, at, '', 'Remove it', true)) };
}
