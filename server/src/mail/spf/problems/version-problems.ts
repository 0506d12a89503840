/** The version section (RFC 7208 §4.5). */

import { controlName, readable } from '../syntax/readable.ts';
import type { SpfRecord } from '../syntax/spf-record.ts';
import { versionSection } from '../syntax/version.ts';
import type { VersionFault, VersionSection } from '../syntax/version.ts';
import { fixOf, replace } from './spf-edits.ts';
import type { SpfReport } from './spf-edits.ts';

const messages = {
  leading: 'leading',
  separator: 'separator',
  'no-space': 'noSpace',
  number: 'number',
  spelling: 'spelling',
} as const satisfies Partial<Record<VersionFault, string>>;

export function versionProblems(record: SpfRecord, report: SpfReport): void {
  const section = versionSection(record.text);
  if (section?.fault === undefined) return;
  const found = shown(record, section);
  if (section.fault === 'sender-id') report('spf/senderid', 'senderId', section, { found });
  else if (section.fault === 'owner')
    report(
      'txt/owner-in-value',
      'line',
      section,
      { found },
      fixOf('Remove the text before v=spf1', true, replace(section, '')),
    );
  else report('spf/version-typo', messages[section.fault], section, { found }, versionFix(record, section));
}

function shown(record: SpfRecord, section: VersionSection): string {
  switch (section.fault) {
    case 'no-space':
      return readable(/^[^ ]*/.exec(record.text.slice(6))?.[0] ?? '');
    case 'separator':
      return section.text.slice(6).replace(/[\x00-\x1f]/g, controlName);
    case 'owner':
    case 'leading':
      return readable(section.text.trim() === '' ? 'a space' : section.text.trim());
    default:
      return readable(section.text);
  }
}

function versionFix(record: SpfRecord, section: VersionSection): ReturnType<typeof fixOf> {
  if (section.fault === 'leading') return fixOf('Remove the text before v=spf1', true, replace(section, ''));
  const end = Math.max(section.end, section.termsStart);
  const follows = record.text[end];
  return fixOf(
    'Start the record with v=spf1',
    section.fault !== 'number',
    replace({ start: 0, end }, follows === undefined || follows === ' ' ? 'v=spf1' : 'v=spf1 '),
  );
}
