import { collect } from '../grammar/problem.ts';
import type { Explanation, MailFix, MailProblem, Report, SetProblem, Span } from '../grammar/problem.ts';
import { recordSetProblems } from '../grammar/record-set.ts';
import { replaceWith } from '../grammar/tag-fixes.ts';
import { inspectTags, isExtension, isMeantAs, looseVersion } from '../grammar/tag-inspection.ts';
import type { FlawValues, TagFlaw } from '../grammar/tag-inspection.ts';
import { findTag, parseTagList } from '../grammar/tag-list.ts';
import type { Tag, TagList } from '../grammar/tag-list.ts';
import type { CodeOf } from '../../findings/codes/index.ts';

/** The TXT record at `_mta-sts` (RFC 8461 §3.1). */
export interface MtaStsRecord {
  readonly text: string;
  readonly list: TagList;
  /** Whether senders take it for an MTA-STS record: it begins with `v=STSv1;`, exactly. */
  readonly recognised: boolean;
  readonly id: Tag | undefined;
}

const grammar = { version: 'STSv1', tags: ['v', 'id'] };

export function parseMtaSts(text: string): MtaStsRecord {
  const list = parseTagList(text);
  return { text, list, recognised: text.startsWith('v=STSv1;'), id: findTag(list, 'id') };
}

export const isMtaSts = (text: string): boolean => isMeantAs(text, grammar.version);

type MtaStsReport = Report<CodeOf<'mtasts'>>;

/** What is wrong with one MTA-STS record, in the order of the text. */
export function mtaStsProblems(record: MtaStsRecord): readonly MailProblem[] {
  const { report, problems } = collect<CodeOf<'mtasts'>>();
  const { list, text } = record;
  const { version, swallowing, swallowedNames } = inspectTags(list, grammar, (flaw, at, args, fix, tag) => {
    tell(report, list, flaw, at, args, tag, fix === undefined ? {} : { fix });
  });
  if (version !== undefined && !swallowing.includes(version)) versionSpace(record, version, report);
  const { id } = record;
  if (id !== undefined) idProblem(record, id, report);
  else if (!swallowedNames.includes('id') && list.tags.every((tag) => tag.name.toLowerCase() !== 'id')) {
    report('mtasts/id-missing', 'missing', version ?? { start: 0, end: text.length });
  }
  return problems();
}

function tell(
  report: MtaStsReport,
  list: TagList,
  flaw: TagFlaw,
  at: Span,
  args: FlawValues,
  tag: Tag | undefined,
  extras: { readonly fix?: MailFix },
): void {
  switch (flaw) {
    case 'version':
      return report('mtasts/version', 'bad', at, args, extras);
    case 'versionMissing':
      return report('mtasts/version', 'missing', at, args, extras);
    case 'leading':
      return report('mtasts/version', 'space', at, args, extras);
    case 'versionNotFirst':
      return report('mtasts/version-not-first', 'notFirst', at, args, extras);
    case 'unknown':
      return tag === undefined || isExtension(tag)
        ? report('mtasts/unknown-tag', 'ignored', at, args, extras)
        : report(
            'mtasts/tag-syntax',
            'extension',
            tag,
            { value: list.text.slice(tag.start, tag.end).slice(0, 40) },
            extras,
          );
    case 'near':
      return report('mtasts/unknown-tag', 'near', at, args, { ...extras, severity: 'error' });
    case 'duplicate':
      return report(
        'mtasts/duplicate',
        'record',
        at,
        args,
        extras.fix === undefined ? {} : { fix: { ...extras.fix, safe: true } },
      );
    case 'noEquals':
    case 'gap':
    case 'empty':
    case 'backslash':
    case 'octet':
      return report('mtasts/tag-syntax', flaw, at, args, extras);
  }
}

/** `v=STSv1` allows no white space, not even before the `;` (§3.1, and erratum 6285). */
function versionSpace({ list }: MtaStsRecord, version: Tag, report: MtaStsReport): void {
  const at = looseVersion(list, version, grammar);
  if (at !== undefined)
    report('mtasts/version', 'space', at, {}, { fix: replaceWith(at, 'v=STSv1', 'Remove the white space') });
}

function idProblem(record: MtaStsRecord, id: Tag, report: MtaStsReport): void {
  const { value, valueSpan } = id;
  if (value === '') {
    report('mtasts/id-format', 'empty', id);
    return;
  }
  if (/\sid\s*=|\bv\s*=/.test(value)) return;
  const cleaned = value.replace(/[^A-Za-z0-9]/g, '').slice(0, 32);
  const extras = cleaned === '' ? {} : { fix: replaceWith(valueSpan, cleaned) };
  if (/[^A-Za-z0-9]/.test(value)) report('mtasts/id-format', 'characters', valueSpan, { value }, extras);
  else if (value.length > 32) report('mtasts/id-format', 'length', valueSpan, { length: value.length }, extras);
  else if (record.text.slice(id.start, id.end) !== `id=${value}`) {
    report(
      'mtasts/id-format',
      'space',
      { start: id.nameSpan.end, end: valueSpan.start },
      {},
      { fix: replaceWith({ start: id.nameSpan.end, end: valueSpan.start }, '=') },
    );
  }
}

/** What the TXT records at one `_mta-sts` name show together. */
export const mtaStsSetProblems = (texts: readonly string[]): readonly SetProblem[] =>
  recordSetProblems(texts, {
    isMeant: isMtaSts,
    isRecognised: (text) => parseMtaSts(text).recognised,
    unrelated: 'mtasts/unrelated-txt',
    several: 'mtasts/multiple-txt',
  });

export function explainMtaSts(record: MtaStsRecord): readonly Explanation[] {
  return record.list.tags.map((tag) => {
    const known = {
      v: 'MTA-STS record: the policy is at https://mta-sts.DOMAIN/.well-known/mta-sts.txt',
      id: 'Policy id: senders fetch the policy again when it changes',
    };
    const text = tag.name === 'v' ? known.v : tag.name === 'id' ? known.id : 'Unknown field, ignored by senders';
    return { start: tag.start, end: tag.end, text };
  });
}
