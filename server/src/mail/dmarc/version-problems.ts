import type { Span } from '../grammar/problem.ts';
import { moveToFront, replaceWith } from '../grammar/tag-fixes.ts';
import type { Swallowed } from '../grammar/tag-fixes.ts';
import type { Tag } from '../grammar/tag-list.ts';
import type { DmarcReport } from './dmarc-problems.ts';
import type { DmarcRecord } from './dmarc-record.ts';

/** The first tag has to be `v=DMARC1` (RFC 9989 §4.7), and nothing may stand before it (§4.8). */
export function versionProblems(
  record: DmarcRecord,
  swallowed: ReadonlyMap<Tag, Swallowed>,
  report: DmarcReport,
): void {
  const { list, text, version } = record;
  if (version === undefined) {
    missingVersion(record, report);
    return;
  }
  if (list.tags[0] !== version) {
    report(
      'dmarc/version-not-first',
      'notFirst',
      version,
      { value: version.value },
      { fix: moveToFront(list, version) },
    );
  } else if (version.start > 0) {
    const leading = { start: 0, end: version.start };
    report(
      'dmarc/leading-space',
      'leading',
      leading,
      { value: text.slice(0, version.start) },
      { fix: replaceWith(leading, '', 'Remove it') },
    );
  }
  if (version.name !== 'v') {
    report(
      'dmarc/version-case',
      'tag',
      version.nameSpan,
      { value: version.name },
      { severity: 'warning', fix: replaceWith(version.nameSpan, 'v') },
    );
  }
  if (swallowed.has(version)) return;
  versionValue(version, report);
}

function versionValue(version: Tag, report: DmarcReport): void {
  const { value } = version;
  if (value === 'DMARC1') return;
  const at: Span = value === '' ? version : version.valueSpan;
  const fix = replaceWith(version.valueSpan, 'DMARC1');
  if (value.toUpperCase() === 'DMARC1') report('dmarc/version-case', 'value', at, { value }, { fix });
  else report('dmarc/version-garbage', 'garbage', at, { value }, { fix });
}

/** `DMARC1; p=none`, `"v=DMARC1; p=none"` with the quotes in the text, or no version at all. */
function missingVersion(record: DmarcRecord, report: DmarcReport): void {
  const { list, text } = record;
  const [first] = list.tags;
  const leading = /^([^a-z]+)v\s*=\s*DMARC1\b/i.exec(text)?.[1];
  if (leading !== undefined) {
    const at = { start: 0, end: leading.length };
    report('dmarc/leading-space', 'leading', at, { value: leading }, { fix: replaceWith(at, '', 'Remove it') });
    return;
  }
  const bare = first !== undefined && first.equals < 0;
  const at = first === undefined ? { start: 0, end: text.length } : bare ? first : first.nameSpan;
  const misspelt = bare && /dmarc/i.test(first.name);
  const fix = misspelt
    ? replaceWith(first, 'v=DMARC1')
    : { title: 'Put v=DMARC1 first', safe: true, edits: [{ start: 0, end: first?.start ?? 0, text: 'v=DMARC1; ' }] };
  report('dmarc/version-not-first', 'missing', at, {}, { fix });
}
