import { collect } from '../grammar/problem.ts';
import type { Explanation, MailFix, MailProblem, Report, SetProblem, Span } from '../grammar/problem.ts';
import { recordSetProblems } from '../grammar/record-set.ts';
import { isHostName, isUsableUri, parseReportUris } from '../grammar/report-uri.ts';
import type { ReportUri } from '../grammar/report-uri.ts';
import { edit, removeItem, removeTag, replaceWith } from '../grammar/tag-fixes.ts';
import { inspectTags, isExtension, isMeantAs, looseVersion } from '../grammar/tag-inspection.ts';
import type { FlawValues, TagFlaw } from '../grammar/tag-inspection.ts';
import { findTag, parseTagList, removalSpan } from '../grammar/tag-list.ts';
import type { Tag, TagList } from '../grammar/tag-list.ts';
import type { CodeOf } from '../../findings/codes/index.ts';

export interface TlsRptRecord {
  readonly text: string;
  readonly list: TagList;
  /** Whether senders take it for a TLS-RPT record: it begins with `v=TLSRPTv1;`, exactly. */
  readonly recognised: boolean;
  readonly ruaTag: Tag | undefined;
  readonly rua: readonly ReportUri[];
}

const grammar = { version: 'TLSRPTv1', tags: ['v', 'rua'] };

type TlsRptReport = Report<CodeOf<'tlsrpt'>>;

export function parseTlsRpt(text: string): TlsRptRecord {
  const list = parseTagList(text);
  const ruaTag = findTag(list, 'rua');
  const rua = ruaTag === undefined ? [] : parseReportUris(text, ruaTag.valueSpan);
  return { text, list, recognised: text.startsWith('v=TLSRPTv1;'), ruaTag, rua };
}

export const isTlsRpt = (text: string): boolean => isMeantAs(text, grammar.version) || isMeantAs(text, 'TLS-RPTv1');

/** What is wrong with one TLS-RPT record, in the order of the text. */
export function tlsRptProblems(record: TlsRptRecord): readonly MailProblem[] {
  const { report, problems } = collect<CodeOf<'tlsrpt'>>();
  const { list, text, ruaTag } = record;
  const { version, swallowing, swallowedNames } = inspectTags(list, grammar, (flaw, at, args, fix, tag) => {
    if (!addressProblem(record, flaw, tag, report))
      tell(report, list, flaw, at, args, tag, fix === undefined ? {} : { fix });
  });
  if (version !== undefined && !swallowing.includes(version)) versionSpace(record, version, report);
  if (ruaTag === undefined) {
    const hidden =
      swallowedNames.includes('rua') ||
      list.tags.some((tag) => tag.name !== 'v' && /^(?:r?u?a|rua.|RUA|ruf)$/i.test(tag.name));
    if (!hidden) report('tlsrpt/rua-missing', 'missing', version ?? { start: 0, end: text.length });
  } else if (!swallowing.includes(ruaTag)) ruaProblems(record, ruaTag, report);
  return problems();
}

/** A second address behind a `;`, or in a second `rua=`. */
function addressProblem(record: TlsRptRecord, flaw: TagFlaw, tag: Tag | undefined, report: TlsRptReport): boolean {
  const { list, ruaTag, text } = record;
  if (tag === undefined || ruaTag === undefined || ruaTag.start > tag.start) return false;
  const end = { start: ruaTag.end, end: ruaTag.end };
  if (flaw === 'noEquals' && /^(?:mailto:|https:)|@/i.test(tag.name)) {
    const address = /^(?:mailto|https):/i.test(tag.name) ? tag.name : `mailto:${tag.name}`;
    const edits = [edit(end, `,${address}`), edit(removalFrom(list, tag, ruaTag), '')];
    report(
      'tlsrpt/separator',
      'uri',
      tag,
      { value: tag.name },
      { fix: { title: 'Separate the addresses with a comma', safe: true, edits } },
    );
    return true;
  }
  if (flaw !== 'duplicate' || tag.name !== 'rua') return false;
  const edits = [
    edit(end, `,${text.slice(tag.valueSpan.start, tag.valueSpan.end)}`),
    edit(removalFrom(list, tag, ruaTag), ''),
  ];
  report(
    'tlsrpt/separator',
    'twice',
    tag,
    {},
    { fix: { title: 'Merge the addresses into one rua=', safe: true, edits } },
  );
  return true;
}

const removalFrom = (list: TagList, tag: Tag, after: Tag): Span => {
  const span = removalSpan(list, tag);
  return { start: Math.max(span.start, after.end), end: span.end };
};

function tell(
  report: TlsRptReport,
  list: TagList,
  flaw: TagFlaw,
  at: Span,
  args: FlawValues,
  tag: Tag | undefined,
  extras: { readonly fix?: MailFix },
): void {
  switch (flaw) {
    case 'version':
      return report('tlsrpt/version', 'bad', at, args, extras);
    case 'versionMissing':
      return report('tlsrpt/version', 'missing', at, args, extras);
    case 'versionNotFirst':
      return report('tlsrpt/version', 'notFirst', at, args, extras);
    case 'leading':
      return report('tlsrpt/version', 'space', at, args, extras);
    case 'unknown':
      return tag === undefined || isExtension(tag)
        ? report('tlsrpt/unknown-tag', 'ignored', at, args, extras)
        : report(
            'tlsrpt/tag-syntax',
            'extension',
            tag,
            { value: list.text.slice(tag.start, tag.end).slice(0, 40) },
            extras,
          );
    case 'near':
      return report('tlsrpt/unknown-tag', 'near', at, args, { ...extras, severity: 'error' });
    case 'duplicate':
      return report('tlsrpt/duplicate', 'duplicate', at, args, extras);
    case 'gap':
    case 'backslash':
      return report('tlsrpt/separator', flaw, at, args, extras);
    case 'empty':
      return report('tlsrpt/separator', 'empty', at, args, { ...extras, severity: 'warning' });
    case 'noEquals':
    case 'octet':
      return report('tlsrpt/tag-syntax', flaw, at, args, extras);
  }
}

function versionSpace({ list }: TlsRptRecord, version: Tag, report: TlsRptReport): void {
  const at = looseVersion(list, version, grammar);
  if (at !== undefined)
    report('tlsrpt/version', 'space', at, {}, { fix: replaceWith(at, 'v=TLSRPTv1', 'Remove the white space') });
}

function ruaProblems(record: TlsRptRecord, tag: Tag, report: TlsRptReport): void {
  const { rua, text, list } = record;
  if (tag.value === '') {
    report('tlsrpt/rua-missing', 'empty', tag);
    return;
  }
  const gap = { start: tag.nameSpan.end, end: tag.valueSpan.start };
  if (gap.end - gap.start > 1)
    report('tlsrpt/tag-syntax', 'space', gap, {}, { fix: replaceWith(gap, '=', 'Remove the white space') });
  for (const uri of rua) {
    const remove =
      rua.length === 1 ? removeTag(list, tag, false) : removeItem(text, tag.valueSpan, uri, ',', uri.kind === 'empty');
    uriProblem(record, uri, remove, report);
  }
}

function uriProblem(record: TlsRptRecord, uri: ReportUri, remove: MailFix, report: TlsRptReport): void {
  const value = uri.text;
  if (uri.kind === 'empty')
    report('tlsrpt/rua-syntax', 'empty', uri.start === uri.end ? (record.ruaTag ?? uri) : uri, {}, { fix: remove });
  else if (uri.kind === 'address') {
    const fix: MailFix = {
      title: 'Add mailto:',
      safe: true,
      edits: [{ start: uri.start, end: uri.start, text: 'mailto:' }],
    };
    report('tlsrpt/rua-scheme', 'bare', uri, { value }, { fix });
  } else if (uri.kind === 'text')
    report('tlsrpt/rua-syntax', 'text', uri, { value }, record.rua.length === 1 ? {} : { fix: remove });
  else if (uri.kind === 'other') {
    const https =
      uri.scheme === 'http'
        ? { fix: replaceWith({ start: uri.start, end: uri.start + 4 }, 'https', 'Write https:') }
        : {};
    report('tlsrpt/rua-scheme', 'other', uri, { value }, https);
  } else if (/\s/.test(value)) {
    const addresses = value.split(/\s+/).filter((part) => /@|^https:/i.test(part));
    const fixed =
      addresses.length > 1
        ? addresses.map((part) => (/^(?:mailto|https):/i.test(part) ? part : `mailto:${part}`)).join(',')
        : value.replace(/\s+/g, '');
    report('tlsrpt/rua-syntax', 'space', uri, { value }, { fix: replaceWith(uri, fixed) });
  } else if (value.includes('!')) {
    const start = uri.start + value.indexOf('!');
    const fix =
      uri.size === undefined
        ? replaceWith({ start, end: start + 1 }, '%21')
        : replaceWith(uri.size, '', 'Remove the size limit');
    report('tlsrpt/rua-syntax', 'exclamation', { start, end: start + 1 }, {}, { fix });
  } else if (!isUsableUri(uri) && !isHostName(uri.host)) report('tlsrpt/rua-syntax', 'host', uri, { value });
}

/** What the TXT records at one `_smtp._tls` name show together. */
export const tlsRptSetProblems = (texts: readonly string[]): readonly SetProblem[] =>
  recordSetProblems(texts, {
    isMeant: isTlsRpt,
    isRecognised: (text) => parseTlsRpt(text).recognised,
    unrelated: 'tlsrpt/unrelated-txt',
    several: 'tlsrpt/multiple',
  });

export function explainTlsRpt(record: TlsRptRecord): readonly Explanation[] {
  return record.list.tags.map((tag) => {
    const where = record.rua.map((uri) => (uri.address === '' ? uri.text : uri.address)).join(' and ');
    const text =
      tag.name === 'v'
        ? `TLS-RPT record: senders report daily whether TLS to this domain's MX hosts worked`
        : tag.name === 'rua'
          ? `Reports go to ${where}`
          : 'Unknown field, ignored by senders';
    return { start: tag.start, end: tag.end, text };
  });
}
