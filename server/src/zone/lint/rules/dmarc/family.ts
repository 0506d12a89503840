import { dmarcPlaceProblems, dmarcProblems, dmarcRules, isDmarc, parseDmarc, reportRecordProblems } from '../../../../mail/dmarc.ts';
import { mailOwner } from '../../../../mail/owner.ts';
import { mentions, word } from '../../mail/mentions.ts';
import { above, labelsFrom } from '../../mail/owner.ts';
import { metasOf, textDraft } from '../../mail/text-draft.ts';
import { defineFamily, eachRecord } from '../../rule.ts';

const words = [word('dmarc')];

/** All that one DMARC record shows (RFC 9989 §4.7, RFC 9990 §4). */
export default defineFamily(metasOf(dmarcRules), eachRecord(['TXT'], { when: (zone, record) => mentions(zone, record, words) }), function* (record, context) {
  if (record.broken) return;
  const { text } = record;
  if (!isDmarc(text.joined)) return;
  const { zone } = context, owner = mailOwner(labelsFrom(zone, record.owner)), parsed = parseDmarc(text.joined);
  if (owner?.kind === 'dmarcReport') {
    const host = context.show(above(zone, record.owner, owner.count));
    for (const problem of reportRecordProblems(parsed, host)) yield textDraft(record, text, problem);
    return;
  }
  const domain = context.show(above(zone, record.owner, owner?.kind === 'dmarc' ? owner.count : 0));
  for (const problem of [...dmarcProblems(parsed), ...dmarcPlaceProblems(parsed, { domain })]) yield textDraft(record, text, problem);
});
