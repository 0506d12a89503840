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
    code: 'txt/unquoted-semicolon', severity: 'error', source: 'RFC 1035 §5.1', summary: 'Unquoted text cut off by a semicolon', fix: 'safe',
    messages: { cut: 'An unquoted semicolon starts a comment: "{lost}" is lost, and only "{kept}" is published.' },
  },
  {
    code: 'txt/unquoted-multiword', severity: 'warning', severities: { mail: 'error' }, source: 'RFC 1035 §5.1', summary: 'Unquoted text of several words', fix: 'safe',
    messages: {
      mail: 'Unquoted words are separate strings, which mail servers join without spaces: "{joined}".',
      words: 'Unquoted words are separate strings, which most programs join without spaces: "{joined}".',
    },
  },
  {
    code: 'txt/double-quoted', severity: 'warning', severities: { mail: 'error' }, source: 'RFC 1035 §5.1', summary: 'Text in doubled quotation marks', fix: 'safe',
    messages: {
      mail: 'Doubled quotation marks leave this text unquoted, so mail servers read "{joined}".',
      words: 'Doubled quotation marks leave this text unquoted, so the published text is "{joined}".',
    },
  },
  {
    code: 'txt/escaped-quote-inside', severity: 'information', severities: { mail: 'error' }, source: 'RFC 1035 §5.1', summary: 'Quotation marks published as part of a text', fix: 'safe',
    messages: {
      mail: `The {mark} around this text are part of it, so mail servers don't recognize the record.`,
      words: 'The {mark} around this text are part of it, so programs that compare it find no match.',
    },
  },
  {
    code: 'txt/leading-trailing-space', severity: 'information', profile: 'strict', source: 'practice', summary: 'Space at the start or end of a text', fix: 'safe',
    messages: { leading: 'The text starts with a space, so programs that compare it find no match.', trailing: 'The text ends with a space, so programs that compare it find no match.' },
  },
  {
    code: 'txt/empty', severity: 'information', profile: 'strict', source: 'RFC 1035 §3.3.14', summary: 'Empty TXT record',
    messages: { empty: 'This TXT record has an empty text.' },
  },
  {
    code: 'txt/header-word', severity: 'warning', source: 'RFC 1035 §5.1', fix: 'unsafe', summary: 'Class or TTL after the type TXT',
    messages: { published: '{word} follows {type}, so servers publish it as part of the text: "{joined}".' },
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
