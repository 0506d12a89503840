import { appliedPolicy } from '../dmarc/dmarc-policy.ts';
import type { DmarcRecord } from '../dmarc/dmarc-record.ts';
import { nearest } from '../../text/near-miss.ts';
import { collect } from '../grammar/problem.ts';
import type { Explanation, MailFix, MailProblem, Report, SetProblem, Span } from '../grammar/problem.ts';
import { recordSetProblems } from '../grammar/record-set.ts';
import { isHostName } from '../grammar/report-uri.ts';
import { removeItem, replaceWith } from '../grammar/tag-fixes.ts';
import { inspectTags, isMeantAs } from '../grammar/tag-inspection.ts';
import type { FlawValues, TagFlaw } from '../grammar/tag-inspection.ts';
import { findTag, parseTagList, splitValue } from '../grammar/tag-list.ts';
import type { Tag, TagList } from '../grammar/tag-list.ts';
import type { CodeOf } from '../../findings/codes/index.ts';

export interface BimiRecord {
  readonly text: string;
  readonly list: TagList;
  /** False where receivers ignore the record, because it doesn't begin with `v=BIMI1`. */
  readonly valid: boolean;
  readonly location: Tag | undefined;
  readonly evidence: Tag | undefined;
  readonly preference: Tag | undefined;
  readonly localParts: Tag | undefined;
}

const grammar = { version: 'BIMI1', tags: ['v', 'l', 'a', 'avp', 'lps'] };

type BimiReport = Report<CodeOf<'bimi'>>;

export function parseBimi(text: string): BimiRecord {
  const list = parseTagList(text);
  const tag = (name: string): Tag | undefined => findTag(list, name);
  const valid = /^v[ \t]*=[ \t]*BIMI1[ \t]*(?:;|$)/.test(text);
  return { text, list, valid, location: tag('l'), evidence: tag('a'), preference: tag('avp'), localParts: tag('lps') };
}

export const isBimi = (text: string): boolean => isMeantAs(text, grammar.version);

/** Whether the record refuses to show a logo: both `l=` and `a=` are empty (“Declination to Publish”). */
export const declines = (record: BimiRecord): boolean =>
  record.location?.value === '' && (record.evidence?.value ?? '') === '';

/** What is wrong with one BIMI record, in the order of the text. */
export function bimiProblems(record: BimiRecord): readonly MailProblem[] {
  const { report, problems } = collect<CodeOf<'bimi'>>();
  const { list, text } = record;
  const { version, swallowing, swallowedNames } = inspectTags(list, grammar, (flaw, at, args, fix) => {
    tell(report, flaw, at, args, fix === undefined ? {} : { fix });
  });
  const whole = (tag: Tag | undefined): tag is Tag => tag !== undefined && !swallowing.includes(tag);
  if (whole(record.location)) locationProblem(record, record.location, report);
  else if (
    record.location === undefined &&
    !swallowedNames.includes('l') &&
    list.tags.every((tag) => tag.name !== 'L')
  ) {
    report('bimi/l-missing', 'missing', version ?? { start: 0, end: text.length });
  }
  if (whole(record.evidence)) evidenceProblem(record.evidence, report);
  if ((record.evidence?.value ?? '') === '' && (record.location?.value ?? '') !== '' && !swallowedNames.includes('a')) {
    report('bimi/no-vmc', 'noEvidence', record.evidence ?? record.location ?? { start: 0, end: text.length });
  }
  if (whole(record.preference)) preferenceProblem(record.preference, report);
  if (whole(record.localParts)) localPartProblems(record, record.localParts, report);
  return problems();
}

function tell(report: BimiReport, flaw: TagFlaw, at: Span, args: FlawValues, extras: { readonly fix?: MailFix }): void {
  switch (flaw) {
    case 'version':
      return report('bimi/version', 'bad', at, args, extras);
    case 'versionMissing':
      return report('bimi/version', 'missing', at, args, extras);
    case 'versionNotFirst':
      return report('bimi/version', 'notFirst', at, args, extras);
    case 'leading':
      return report('bimi/version', 'leading', at, args, extras);
    case 'unknown':
      return report('bimi/unknown-tag', 'ignored', at, args, extras);
    case 'near':
      return report('bimi/unknown-tag', 'near', at, args, { ...extras, severity: 'error' });
    case 'duplicate':
      return report(
        'bimi/duplicate-tag',
        'duplicate',
        at,
        args,
        extras.fix === undefined ? {} : { fix: { ...extras.fix, safe: false } },
      );
    case 'noEquals':
    case 'gap':
    case 'empty':
    case 'backslash':
    case 'octet':
      return report('bimi/tag-syntax', flaw, at, args, extras);
  }
}

const httpsHost = (value: string): string | undefined => /^https:\/\/([^/?#:]+)/i.exec(value)?.[1];

const toHttps = (tag: Tag): { readonly fix?: MailFix } =>
  /^http:\/\//i.test(tag.value)
    ? { fix: replaceWith({ start: tag.valueSpan.start, end: tag.valueSpan.start + 4 }, 'https', 'Write https:') }
    : {};

function locationProblem(record: BimiRecord, tag: Tag, report: BimiReport): void {
  const { value, valueSpan } = tag;
  if (value === '') {
    if (declines(record)) report('bimi/l-empty-decline', 'declines', tag);
    else report('bimi/l-empty-decline', 'evidenceOnly', tag, {}, { severity: 'warning' });
    return;
  }
  const host = httpsHost(value);
  if (/,\s*https?:/i.test(value)) report('bimi/l-https-svg', 'several', valueSpan);
  else if (/\s/.test(value))
    report(
      'bimi/l-https-svg',
      'space',
      valueSpan,
      {},
      { fix: replaceWith(valueSpan, value.replace(/\s+/g, ''), 'Remove the white space') },
    );
  else if (!/^https:\/\//i.test(value)) report('bimi/l-https-svg', 'scheme', valueSpan, { value }, toHttps(tag));
  else if (host === undefined || !isHostName(host)) report('bimi/l-https-svg', 'host', valueSpan, { value });
  else if (!/\.svgz?(?:[?#]|$)/i.test(value)) report('bimi/l-https-svg', 'svg', valueSpan, { value });
}

function evidenceProblem(tag: Tag, report: BimiReport): void {
  const { value, valueSpan } = tag;
  if (value === '') return;
  const host = httpsHost(value);
  // “self” stood for a self-asserted logo in early drafts.
  if (/^(?:self|none)$/i.test(value))
    report('bimi/a-https', 'self', valueSpan, { value }, { fix: replaceWith(valueSpan, '', 'Leave a= empty') });
  else if (/\s/.test(value))
    report(
      'bimi/a-https',
      'space',
      valueSpan,
      {},
      { fix: replaceWith(valueSpan, value.replace(/\s+/g, ''), 'Remove the white space') },
    );
  else if (!/^https:\/\//i.test(value)) report('bimi/a-https', 'scheme', valueSpan, { value }, toHttps(tag));
  else if (host === undefined || !isHostName(host)) report('bimi/a-https', 'host', valueSpan, { value });
}

function preferenceProblem(tag: Tag, report: BimiReport): void {
  const { value, valueSpan } = tag;
  if (value === 'brand' || value === 'personal') return;
  const near = nearest(value, ['brand', 'personal'], 2);
  report(
    'bimi/avp',
    'value',
    value === '' ? tag : valueSpan,
    { value },
    near === undefined ? {} : { fix: replaceWith(valueSpan, near) },
  );
}

function localPartProblems(record: BimiRecord, tag: Tag, report: BimiReport): void {
  if (tag.value === '') return;
  const items = splitValue(record.text, tag.valueSpan, ',');
  for (const item of items) {
    const value = item.text;
    if (value === '')
      report(
        'bimi/lps',
        'empty',
        item.start === item.end ? tag : item,
        {},
        { fix: removeItem(record.text, tag.valueSpan, item, ',') },
      );
    else if (/[^A-Za-z0-9-]/.test(value)) {
      const cleaned = value.replace(/[._]+/g, '-');
      report(
        'bimi/lps',
        'characters',
        item,
        { value },
        /[^A-Za-z0-9-]/.test(cleaned) ? {} : { fix: replaceWith(item, cleaned) },
      );
    } else if (value.length > 63) report('bimi/lps', 'length', item, { length: value.length });
  }
}

/** What the TXT records at one selector show together. */
export const bimiSetProblems = (texts: readonly string[]): readonly SetProblem[] =>
  recordSetProblems(texts, {
    isMeant: isBimi,
    isRecognised: (text) => parseBimi(text).valid,
    unrelated: 'bimi/unrelated',
    several: 'bimi/multiple',
  });

/**
 * Whether the DMARC record of the domain is strong enough (“Authentication Requirements”). The problem is at the
 * version of the BIMI record. A record that declines needs nothing.
 */
export function bimiDmarcProblems(record: BimiRecord, dmarc: DmarcRecord | undefined): readonly MailProblem[] {
  const { report, problems } = collect<CodeOf<'bimi'>>();
  if (!record.valid || declines(record)) return [];
  const at = record.list.tags[0] ?? { start: 0, end: record.text.length };
  const policy = dmarc === undefined ? undefined : appliedPolicy(dmarc, 'self');
  if (dmarc === undefined || policy === undefined) report('bimi/dmarc-weak', 'missing', at);
  else if (policy.policy === 'none') report('bimi/dmarc-weak', 'policy', at, { name: 'p', policy: 'none' });
  else if (dmarc.sp === 'none') report('bimi/dmarc-weak', 'policy', at, { name: 'sp', policy: 'none' });
  else if (dmarc.testing) report('bimi/dmarc-weak', 'testing', at);
  else {
    const percent = findTag(dmarc.list, 'pct')?.value ?? '100';
    if (percent !== '100' && policy.policy === 'quarantine') report('bimi/dmarc-weak', 'pct', at, { value: percent });
  }
  return problems();
}

export function explainBimi(record: BimiRecord): readonly Explanation[] {
  const words = (tag: Tag): string => {
    switch (tag.name) {
      case 'v':
        return 'BIMI record: the logo that mail programs show next to authenticated mail';
      case 'l':
        return tag.value === '' ? 'The domain wants no logo shown' : `The logo is at ${tag.value}`;
      case 'a':
        return tag.value === '' ? 'No certificate for the logo' : `The certificate for the logo is at ${tag.value}`;
      case 'avp':
        return tag.value === 'personal'
          ? "Mail programs should prefer the sender's personal avatar to the logo"
          : "Mail programs should prefer the logo to the sender's personal avatar";
      case 'lps':
        return tag.value === ''
          ? 'Each local part may have its own logo'
          : `Local parts that begin with ${tag.value} may have their own logo`;
      default:
        return 'Unknown tag, ignored by receivers';
    }
  };
  return record.list.tags.map((tag) => ({ start: tag.start, end: tag.end, text: words(tag) }));
}
