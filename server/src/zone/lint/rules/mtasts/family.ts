import { isMtaSts, mtaStsProblems, mtaStsRules, parseMtaSts } from '../../../../mail/mta-sts.ts';
import { mentions, word } from '../../mail/mentions.ts';
import { metasOf, textDraft } from '../../mail/text-draft.ts';
import { defineFamily, eachRecord } from '../../rule.ts';

const words = [word('v=sts')];

/** All that one MTA-STS record shows. */
export default defineFamily(metasOf(mtaStsRules), eachRecord(['TXT'], { when: (zone, record) => mentions(zone, record, words) }), function* (record) {
  if (record.broken) return;
  const { text } = record;
  if (!isMtaSts(text.joined)) return;
  for (const problem of mtaStsProblems(parseMtaSts(text.joined))) yield textDraft(record, text, problem);
});
