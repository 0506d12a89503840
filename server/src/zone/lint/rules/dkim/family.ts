import { dkimProblems, dkimRules, isDkim, parseDkim } from '../../../../mail/dkim.ts';
import { mailOwner } from '../../../../mail/owner.ts';
import { mentions, word } from '../../mail/mentions.ts';
import { hasUnderscore, labelsFrom } from '../../mail/owner.ts';
import { metasOf, textDraft } from '../../mail/text-draft.ts';
import { defineFamily, eachRecord } from '../../rule.ts';

const words = [word('p='), word('v=dkim')];

/** All that one DKIM key record shows (RFC 6376 §3.6.1, RFC 8301, RFC 8463). */
export default defineFamily(metasOf(dkimRules), eachRecord(['TXT'], { when: (zone, record, name) => hasUnderscore(zone, name) && mentions(zone, record, words) }), function* (record, context) {
  if (record.broken) return;
  const { text } = record, owner = mailOwner(labelsFrom(context.zone, record.owner));
  if (owner?.kind !== 'dkimKey' && !isDkim(text.joined)) return;
  if (owner !== undefined && owner.kind !== 'dkimKey') return;
  for (const problem of dkimProblems(parseDkim(text.joined))) yield textDraft(record, text, problem);
});
