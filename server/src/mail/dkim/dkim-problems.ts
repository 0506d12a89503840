import { nearest } from '../../text/near-miss.ts';
import { collect } from '../grammar/problem.ts';
import type { MailFix, MailProblem, Report, Span } from '../grammar/problem.ts';
import {
  backslashFix,
  badOctets,
  moveToFront,
  offered,
  removeItem,
  removeTag,
  replaceWith,
  swallowedTags,
} from '../grammar/tag-fixes.ts';
import { findTag } from '../grammar/tag-list.ts';
import type { ListItem, Tag } from '../grammar/tag-list.ts';
import { keyProblems } from './key-problems.ts';
import { dkimTags, looksLikeKey } from './dkim-record.ts';
import type { DkimRecord } from './dkim-record.ts';
import type { CodeOf } from '../../findings/codes/index.ts';

type DkimReport = Report<CodeOf<'dkim'>>;

const tagName = /^[A-Za-z][A-Za-z0-9_]*$/;

/** What is wrong with one DKIM key record, in the order of the text. */
export function dkimProblems(record: DkimRecord): readonly MailProblem[] {
  const { report, problems } = collect<CodeOf<'dkim'>>();
  syntaxProblems(record, report);
  versionProblems(record, report);
  listProblems(record, report);
  noteProblems(record, report);
  keyProblems(record, report);
  return problems();
}

function syntaxProblems(record: DkimRecord, report: DkimReport): void {
  const { list, text } = record;
  for (const at of list.backslashes) {
    report('dkim/backslash-semicolon', 'backslash', { start: at, end: at + 1 }, {}, { fix: backslashFix(at) });
  }
  for (const gap of list.empty) {
    report(
      'dkim/tag-syntax',
      'empty',
      gap,
      {},
      { severity: 'warning', fix: { title: 'Remove the empty tag', safe: true, edits: [{ ...gap, text: '' }] } },
    );
  }
  const octets = badOctets(text);
  if (octets !== undefined) report('dkim/tag-syntax', 'octet', octets, { value: octets.name }, { fix: octets.fix });
  for (const tag of list.tags) {
    if (tag.equals < 0) bareProblem(record, tag, report);
    else nameProblem(record, tag, report);
  }
}

function bareProblem(record: DkimRecord, tag: Tag, report: DkimReport): void {
  const { list, text } = record;
  if (record.key === undefined && looksLikeKey(tag.name)) {
    const fix: MailFix = {
      title: 'Put p= before the key',
      safe: true,
      edits: [{ start: tag.start, end: tag.start, text: 'p=' }],
    };
    report('dkim/tag-syntax', 'keyWithoutTag', tag, { value: tag.name.slice(0, 8) }, { fix });
    return;
  }
  const colon = /^([a-z])\s*:/i.exec(tag.name),
    named: readonly string[] = dkimTags;
  if (colon !== null && named.includes(colon[1]!.toLowerCase())) {
    const at = { start: tag.start + colon[0].length - 1, end: tag.start + colon[0].length };
    report(
      'dkim/tag-syntax',
      'colon',
      at,
      { name: colon[1]! },
      { fix: { title: 'Write "="', safe: false, edits: [{ ...at, text: '=' }] } },
    );
    return;
  }
  const swallowed = list.tags.indexOf(tag) > 0 ? { fix: removeTag(list, tag, false) } : {};
  report('dkim/tag-syntax', 'noEquals', tag, { value: text.slice(tag.start, tag.end).slice(0, 40) }, swallowed);
}

function nameProblem(record: DkimRecord, tag: Tag, report: DkimReport): void {
  const { list } = record;
  if (!tagName.test(tag.name)) {
    // Odd octets have their own finding.
    if (!/[^ -~]/.test(tag.name))
      report('dkim/tag-syntax', 'name', tag.name === '' ? tag : tag.nameSpan, { value: tag.name });
    return;
  }
  const swallowed = tag.name === 'n' ? undefined : swallowedTags(tag, dkimTags, /\s+/);
  if (swallowed !== undefined) {
    report(
      'dkim/tag-syntax',
      'missingSemicolon',
      swallowed.nameSpan,
      { value: swallowed.name },
      { fix: swallowed.fix },
    );
  }
  if (tag.duplicateOf >= 0) {
    report('dkim/tag-duplicate', 'duplicate', tag.nameSpan, { name: tag.name }, { fix: removeTag(list, tag, false) });
    return;
  }
  const known: readonly string[] = dkimTags;
  if (known.includes(tag.name)) return;
  const lower = tag.name.toLowerCase();
  if (known.includes(lower) && findTag(list, lower) === undefined) {
    report(
      'dkim/tag-unknown',
      'case',
      tag.nameSpan,
      { name: tag.name, expected: lower },
      { severity: lower === 'v' ? 'information' : 'error', fix: replaceWith(tag.nameSpan, lower) },
    );
  } else report('dkim/tag-unknown', 'ignored', tag.nameSpan, { name: tag.name }, { fix: removeTag(list, tag, false) });
}

function versionProblems(record: DkimRecord, report: DkimReport): void {
  const { list, version } = record;
  if (version === undefined) return;
  if (list.tags[0] !== version) {
    report(
      'dkim/version-not-first',
      'notFirst',
      version,
      { value: version.value },
      { fix: moveToFront(list, version) },
    );
  }
  if (version.value === 'DKIM1' || swallowedTags(version, dkimTags, /\s+/) !== undefined) return;
  const fix = replaceWith(version.valueSpan, 'DKIM1');
  report(
    'dkim/version-bad',
    'bad',
    version.value === '' ? version : version.valueSpan,
    { value: version.value },
    { fix },
  );
}

/** `h=`, `s=`, `t=` and `g=`. */
function listProblems(record: DkimRecord, report: DkimReport): void {
  const { list, hashes } = record;
  const hashTag = findTag(list, 'h');
  if (hashTag !== undefined) {
    const known = hashes.filter((item) => item.text === 'sha256' || item.text === 'sha1');
    if (known.length > 0 && known.every((item) => item.text === 'sha1')) {
      report(
        'dkim/h-sha1-only',
        'sha1',
        hashTag.valueSpan,
        { value: hashTag.value },
        { fix: replaceWith(hashTag.valueSpan, 'sha256') },
      );
    }
    unknownItems(record, hashTag, hashes, ['sha1', 'sha256'], (item, message, fix) => {
      report(
        'dkim/h-unknown',
        message,
        item,
        { value: item.text },
        message === 'none' ? { severity: 'error', fix } : { fix },
      );
    });
  }
  const serviceTag = findTag(list, 's');
  // “tlsrpt” was added by RFC 8460 §3.
  if (serviceTag !== undefined) {
    unknownItems(record, serviceTag, record.services, ['email', '*', 'tlsrpt'], (item, message, fix) => {
      report('dkim/s-unknown', message, item, { value: item.text }, { fix });
    });
  }
  flagProblems(record, report);
  const granularity = findTag(list, 'g');
  if (granularity !== undefined) {
    report(
      'dkim/g-tag',
      'obsolete',
      granularity,
      { value: granularity.value },
      { fix: removeTag(list, granularity, false) },
    );
  }
}

function flagProblems(record: DkimRecord, report: DkimReport): void {
  const flagTag = findTag(record.list, 't');
  if (flagTag === undefined) return;
  const remove = (item: Span): MailFix =>
    record.flags.length === 1
      ? removeTag(record.list, flagTag, false)
      : removeItem(record.text, flagTag.valueSpan, item, ':', false);
  for (const item of record.flags) {
    if (item.text === 'y') report('dkim/t-testing', 'testing', item, {}, { fix: remove(item) });
    else if (item.text !== 's') {
      const lower = item.text.toLowerCase();
      const fix = offered(lower === 'y' || lower === 's' ? replaceWith(item, lower) : remove(item));
      report('dkim/t-unknown', 'ignored', item, { value: item.text }, { fix });
    }
  }
}

function unknownItems(
  record: DkimRecord,
  tag: Tag,
  found: readonly ListItem[],
  known: readonly string[],
  tell: (item: ListItem, message: 'ignored' | 'none', fix: MailFix) => void,
): void {
  const unknown = found.filter((item) => !known.includes(item.text));
  const noneKnown = unknown.length === found.length;
  for (const item of unknown) {
    const near = nearest(item.text.replace(/[-_]/g, ''), known, 1);
    const remove = found.length === 1 ? removeTag(record.list, tag) : removeItem(record.text, tag.valueSpan, item, ':');
    tell(item, noneKnown ? 'none' : 'ignored', near === undefined ? remove : replaceWith(item, near));
  }
}

function noteProblems(record: DkimRecord, report: DkimReport): void {
  const note = findTag(record.list, 'n');
  if (note === undefined) return;
  const bad = /=(?![0-9A-F]{2})/.exec(note.value);
  if (bad === null) return;
  const start = note.valueSpan.start + bad.index;
  report(
    'dkim/n-note',
    'encoding',
    { start, end: start + 1 },
    { value: '=', expected: '=3D' },
    { fix: offered(replaceWith({ start, end: start + 1 }, '=3D')) },
  );
}
