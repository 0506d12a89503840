import { nearest } from '../../text/near-miss.ts';
import type { Span } from '../grammar/problem.ts';
import { isUsableUri } from '../grammar/report-uri.ts';
import { edit, removeItem, removeTag, replaceWith } from '../grammar/tag-fixes.ts';
import type { Swallowed } from '../grammar/tag-fixes.ts';
import { findTag, removalSpan } from '../grammar/tag-list.ts';
import type { Tag } from '../grammar/tag-list.ts';
import { comparePolicies } from './dmarc-policy.ts';
import type { DmarcReport } from './dmarc-problems.ts';
import { policies } from './dmarc-record.ts';
import type { DmarcRecord } from './dmarc-record.ts';

type SwallowedTags = ReadonlyMap<Tag, Swallowed>;

/** What is wrong with `p`, `sp`, `np`, the alignment, the flags and the tags that were removed. */
export function policyProblems(record: DmarcRecord, swallowed: SwallowedTags, report: DmarcReport): void {
  missingPolicy(record, swallowed, report);
  for (const name of ['p', 'sp', 'np'] as const) policyValue(record, name, swallowed, report);
  policyAdvice(record, report);
  letterValue(record, swallowed, 't', ['y', 'n'], (at, args, extras) =>
    report('dmarc/t-value', 'value', at, args, extras),
  );
  letterValue(record, swallowed, 'psd', ['y', 'n', 'u'], (at, args, extras) =>
    report('dmarc/psd-value', 'value', at, args, extras),
  );
  for (const name of ['adkim', 'aspf']) {
    letterValue(record, swallowed, name, ['r', 's'], (at, args, extras) =>
      report('dmarc/adkim-aspf-value', 'value', at, args, extras),
    );
  }
  failureOptions(record, swallowed, report);
  removedTagProblems(record, report);
}

/** Whether a receiver goes on with `p=none` where the policy is missing or wrong (RFC 9989 §4.10.1). */
const keptByRua = (record: DmarcRecord): 'none' | 'nothing' => (record.rua.some(isUsableUri) ? 'none' : 'nothing');

const hides = (swallowed: SwallowedTags, name: string): boolean =>
  [...swallowed.values()].some((inside) => inside.names.includes(name));

function missingPolicy(record: DmarcRecord, swallowed: SwallowedTags, report: DmarcReport): void {
  const { list, version } = record;
  if (findTag(list, 'p') !== undefined || hides(swallowed, 'p')) return;
  if (list.tags.some((tag) => tag.name === 'P')) return;
  const at: Span = version ?? { start: 0, end: record.text.length };
  const fix = { title: 'Add p=none', safe: false, edits: [{ start: at.end, end: at.end, text: '; p=none' }] };
  const message = keptByRua(record);
  // Without reports p=none would be as good as nothing, and a stricter policy is not ours to choose.
  report('dmarc/p-missing', message, at, {}, message === 'none' ? { fix } : {});
}

function policyValue(
  record: DmarcRecord,
  name: 'p' | 'sp' | 'np',
  swallowed: SwallowedTags,
  report: DmarcReport,
): void {
  const tag = findTag(record.list, name);
  if (tag === undefined || tag.value === '' || swallowed.has(tag) || record[name] !== undefined) return;
  const near = nearest(tag.value, [...policies, 'monitor'], Math.min(3, Math.floor(tag.value.length / 3)));
  const meant = near === 'monitor' ? 'none' : near;
  const extras = meant === undefined ? {} : { fix: replaceWith(tag.valueSpan, meant) };
  report(`dmarc/${name}-value`, keptByRua(record), tag.valueSpan, { value: tag.value }, extras);
}

function policyAdvice(record: DmarcRecord, report: DmarcReport): void {
  const { list, p, sp, np } = record;
  const tag = findTag(list, 'p');
  if (tag === undefined || p === undefined) return;
  if (list.tags[1] !== tag && list.tags[0] === record.version && record.version !== undefined)
    orderAdvice(record, tag, report);
  if (p === 'none') {
    const reports = record.rua.length + record.ruf.length > 0;
    if (reports) report('dmarc/p-none', 'none', tag);
    else if ((sp ?? 'none') === 'none' && (np ?? 'none') === 'none') report('dmarc/no-effect', 'nothing', tag);
  } else if (findTag(list, 'rua') === undefined) report('dmarc/rua-missing', 'missing', tag);
  const spTag = findTag(list, 'sp');
  if (spTag !== undefined && sp !== undefined && comparePolicies(sp, p) < 0) {
    report('dmarc/sp-weaker-than-p', 'sp', spTag, { sp, p });
  }
  nonexistentAdvice(record, report);
}

function nonexistentAdvice(record: DmarcRecord, report: DmarcReport): void {
  const { list, np, sp, p } = record;
  const from = sp === undefined ? 'p' : 'sp';
  const policy = sp ?? p;
  const decides = findTag(list, from);
  if (policy === undefined || decides === undefined) return;
  const tag = findTag(list, 'np');
  if (tag !== undefined) {
    if (np !== undefined && comparePolicies(np, policy) < 0)
      report('dmarc/sp-weaker-than-p', 'np', tag, { np, policy, from });
    return;
  }
  if (policy === 'reject') return;
  const fix = {
    title: 'Add np=reject',
    safe: false,
    edits: [{ start: decides.end, end: decides.end, text: '; np=reject' }],
  };
  report('dmarc/np-missing', 'missing', decides, { policy }, { fix });
}

function orderAdvice(record: DmarcRecord, tag: Tag, report: DmarcReport): void {
  const second = record.list.tags[1];
  if (second === undefined) return;
  const edits = [
    { start: second.start, end: second.start, text: `${record.text.slice(tag.start, tag.end)}; ` },
    edit(removalSpan(record.list, tag), ''),
  ];
  report('dmarc/p-not-second', 'order', tag, {}, { fix: { title: 'Move p= after v=DMARC1', safe: false, edits } });
}

type LetterReport = (
  at: Span,
  args: { name: string; value: string },
  extras: { fix?: ReturnType<typeof replaceWith> },
) => void;

const words: Readonly<Record<string, string>> = {
  yes: 'y',
  no: 'n',
  true: 'y',
  false: 'n',
  relaxed: 'r',
  strict: 's',
  unknown: 'u',
};

function letterValue(
  record: DmarcRecord,
  swallowed: SwallowedTags,
  name: string,
  allowed: readonly string[],
  tell: LetterReport,
): void {
  const tag = findTag(record.list, name);
  if (tag === undefined || tag.value === '' || swallowed.has(tag)) return;
  const value = tag.value.toLowerCase();
  if (allowed.includes(value)) return;
  const meant = words[value];
  const fix = meant !== undefined && allowed.includes(meant) ? { fix: replaceWith(tag.valueSpan, meant) } : {};
  tell(tag.valueSpan, { name, value: tag.value }, fix);
}

function failureOptions(record: DmarcRecord, swallowed: SwallowedTags, report: DmarcReport): void {
  const { list, fo, text } = record;
  const tag = findTag(list, 'fo');
  if (tag === undefined || tag.value === '' || swallowed.has(tag)) return;
  if (findTag(list, 'ruf') === undefined && !hides(swallowed, 'ruf')) {
    report('dmarc/fo-without-ruf', 'ignored', tag, { value: tag.value }, { fix: removeTag(list, tag, false) });
  }
  if (tag.value.includes(',')) {
    const fix = replaceWith(tag.valueSpan, tag.value.replace(/\s*,\s*/g, ':'));
    report('dmarc/fo-value', 'comma', tag.valueSpan, { value: tag.value }, { fix });
    return;
  }
  const seen = new Set<string>();
  for (const item of fo) {
    const value = item.text.toLowerCase();
    const extras =
      fo.length === 1 ? { fix: removeTag(list, tag, false) } : { fix: removeItem(text, tag.valueSpan, item, ':') };
    if (!['0', '1', 'd', 's'].includes(value))
      report('dmarc/fo-value', 'value', item.text === '' ? tag : item, { value: item.text }, extras);
    else if (seen.has(value)) report('dmarc/fo-value', 'twice', item, { value }, extras);
    else if ((value === '0' && seen.has('1')) || (value === '1' && seen.has('0'))) {
      report('dmarc/fo-value', 'both', item, {}, { fix: { ...extras.fix, safe: false } });
    }
    seen.add(value);
  }
}

function removedTagProblems(record: DmarcRecord, report: DmarcReport): void {
  const { list } = record;
  for (const name of ['rf', 'ri'] as const) {
    const tag = findTag(list, name);
    if (tag !== undefined && tag.value !== '')
      report(`dmarc/${name}-removed`, 'removed', tag, { value: tag.value }, { fix: removeTag(list, tag, false) });
  }
  const pct = findTag(list, 'pct');
  if (pct === undefined || pct.value === '') return;
  const { value } = pct;
  const percent = /^\d{1,3}$/.test(value) ? Number(value) : -1;
  const weak = record.p === undefined || record.p === 'none';
  if (percent === 100 || (weak && percent >= 0 && percent <= 100)) {
    report('dmarc/pct-removed', 'whole', pct, { value }, { fix: removeTag(list, pct, false) });
  } else if (percent === 0 && findTag(list, 't') === undefined) {
    report(
      'dmarc/pct-removed',
      'zero',
      pct,
      {},
      { severity: 'warning', fix: { ...replaceWith(pct, 't=y', 'Replace pct with t=y'), safe: false } },
    );
  } else {
    const message = percent < 0 || percent > 100 ? 'range' : 'partial';
    report(
      'dmarc/pct-removed',
      message,
      pct,
      { value },
      { severity: 'warning', fix: removeTag(list, pct, message === 'range') },
    );
  }
}
