import { nearest } from '../../text/near-miss.ts';
import { collect } from '../grammar/problem.ts';
import type { MailFix, MailProblem, Report, Span } from '../grammar/problem.ts';
import { isHostName } from '../grammar/report-uri.ts';
import { backslashFix, badOctets, removeTag, replaceWith, swallowedTags } from '../grammar/tag-fixes.ts';
import type { Swallowed } from '../grammar/tag-fixes.ts';
import type { Tag } from '../grammar/tag-list.ts';
import { policyProblems } from './dmarc-policy-problems.ts';
import { dmarcTags, removedTags } from './dmarc-record.ts';
import type { DmarcRecord } from './dmarc-record.ts';
import { uriProblems } from './uri-problems.ts';
import { versionProblems } from './version-problems.ts';
import type { CodeOf } from '../../findings/codes/index.ts';

export type DmarcReport = Report<CodeOf<'dmarc'>>;

const knownTags: readonly string[] = [...dmarcTags, ...removedTags];

/** What is wrong with one DMARC policy record, in the order of the text. */
export function dmarcProblems(record: DmarcRecord): readonly MailProblem[] {
  const { report, problems } = collect<CodeOf<'dmarc'>>();
  const swallowed = syntaxProblems(record, report);
  versionProblems(record, swallowed, report);
  policyProblems(record, swallowed, report);
  uriProblems(record, swallowed, report);
  return problems();
}

/** Returns the tags that were swallowed by the value of another one, by the swallowing tag. */
function syntaxProblems(record: DmarcRecord, report: DmarcReport): ReadonlyMap<Tag, Swallowed> {
  const { list, text } = record;
  for (const at of list.backslashes) {
    report('dmarc/backslash-semicolon', 'backslash', { start: at, end: at + 1 }, {}, { fix: backslashFix(at) });
  }
  for (const gap of list.empty) {
    const fix: MailFix = { title: 'Remove the empty tag', safe: true, edits: [{ ...gap, text: '' }] };
    report('dmarc/tag-syntax', 'empty', gap, {}, { severity: 'warning', fix });
  }
  const octets = badOctets(text);
  if (octets !== undefined) report('dmarc/tag-syntax', 'octet', octets, { value: octets.name }, { fix: octets.fix });
  const swallowed = new Map<Tag, Swallowed>();
  for (const tag of list.tags) {
    if (tag.equals < 0) bareProblem(record, tag, report);
    else {
      const inside = swallowing(record, tag, report);
      if (inside !== undefined) swallowed.set(tag, inside);
      nameProblem(record, tag, report);
    }
  }
  return swallowed;
}

function bareProblem(record: DmarcRecord, tag: Tag, report: DmarcReport): void {
  const { list, text } = record;
  const { index } = tag;
  const value = text.slice(tag.start, tag.end);
  const shown = value.slice(0, 40);
  const before = list.tags[index - 1];
  const isAddress =
    /^mailto:/i.test(value) || (value.includes('@') && isHostName(value.slice(value.lastIndexOf('@') + 1)));
  if (isAddress && before !== undefined && (before.name === 'rua' || before.name === 'ruf')) {
    const address = /^mailto:/i.test(value) ? value : `mailto:${value}`;
    const fix = replaceWith({ start: before.end, end: tag.end }, `,${address}`, 'Separate the addresses with a comma');
    report('dmarc/tag-syntax', 'uri', tag, { value: shown }, { fix });
    return;
  }
  // At the front it is the version that is missing or misspelt: told once, by the version rules.
  if (index === 0) return;
  const colon = /^([a-z]+)\s*:/i.exec(value),
    named: readonly string[] = knownTags;
  if (colon !== null && named.includes(colon[1]!.toLowerCase())) {
    const at = { start: tag.start + colon[0].length - 1, end: tag.start + colon[0].length };
    report('dmarc/tag-syntax', 'colon', at, { name: colon[1]! }, { fix: replaceWith(at, '=', 'Write "="') });
    return;
  }
  const fix = removeTag(list, tag, false);
  if (index === list.tags.length - 1)
    report('dmarc/trailing-junk', 'trailing', tag, { value: shown }, { fix: { ...fix, safe: true } });
  else report('dmarc/tag-syntax', 'noEquals', tag, { value: shown }, { fix });
}

function swallowing(record: DmarcRecord, tag: Tag, report: DmarcReport): Swallowed | undefined {
  const isUri = tag.name === 'rua' || tag.name === 'ruf';
  const comma = swallowedTags(tag, knownTags, isUri || tag.name === 'fo' ? /\s*[,|]\s*/ : /\s*[,:|]\s*/);
  if (comma !== undefined) {
    const separator = record.text.slice(comma.fix.edits[0]?.start, comma.fix.edits[0]?.end).trim();
    const at = comma.nameSpan;
    report('dmarc/comma-separator', 'comma', at, { separator, name: comma.name, tag: tag.name }, { fix: comma.fix });
    return comma;
  }
  const space = swallowedTags(tag, knownTags, /\s+/);
  if (space !== undefined) {
    report(
      'dmarc/missing-semicolon',
      'missing',
      space.nameSpan,
      { name: space.name, tag: tag.name },
      { fix: space.fix },
    );
  }
  return space;
}

function nameProblem(record: DmarcRecord, tag: Tag, report: DmarcReport): void {
  const { list } = record;
  const { name, nameSpan } = tag;
  if (tag === record.version) return;
  if (!/^[A-Za-z]+$/.test(name)) {
    // At the front it is a version with something before it; odd octets have their own finding.
    if ((list.tags[0] !== tag || record.version !== undefined) && !/[^ -~]/.test(name))
      report('dmarc/tag-syntax', 'name', name === '' ? tag : nameSpan, { value: name });
    return;
  }
  if (tag.duplicateOf >= 0) {
    const same = list.tags[tag.duplicateOf]?.value === tag.value;
    report('dmarc/duplicate-tag', 'duplicate', nameSpan, { name }, { fix: removeTag(list, tag, same) });
    return;
  }
  if (knownTags.includes(name)) {
    if (tag.value === '' && name !== 'rua' && name !== 'ruf') emptyValue(record, tag, report);
    return;
  }
  const near = nearTag(record, name);
  if (near === undefined)
    report('dmarc/unknown-tag', 'ignored', nameSpan, { name }, { fix: removeTag(list, tag, false) });
  else
    report(
      'dmarc/unknown-tag',
      'near',
      nameSpan,
      { name, expected: near },
      { severity: 'warning', fix: replaceWith(nameSpan, near) },
    );
}

/** One-letter tags are near to nearly everything, so they are only offered for another case. */
function nearTag(record: DmarcRecord, name: string): string | undefined {
  const free = knownTags.filter((known) => known !== 'v' && !record.list.names.has(known));
  const sameButCase = free.find((known) => known === name.toLowerCase());
  return (
    sameButCase ??
    nearest(
      name,
      free.filter((known) => known.length > 2),
      1,
    )
  );
}

function emptyValue(record: DmarcRecord, tag: Tag, report: DmarcReport): void {
  const at: Span = { start: tag.start, end: tag.equals + 1 };
  report('dmarc/tag-syntax', 'value', at, { name: tag.name }, { fix: removeTag(record.list, tag, false) });
}
