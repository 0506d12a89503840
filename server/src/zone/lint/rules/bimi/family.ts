import { isBimi, bimiProblems, bimiRules, parseBimi } from '../../../../mail/bimi.ts';
import { mentions, word } from '../../mail/mentions.ts';
import { metasOf, textDraft } from '../../mail/text-draft.ts';
import { defineFamily, eachRecord } from '../../rule.ts';

const words = [word('bimi')];

/** All that one BIMI record shows. */
export default defineFamily(metasOf(bimiRules), eachRecord(['TXT'], { when: (zone, record) => mentions(zone, record, words) }), function* (record) {
  if (record.broken) return;
  const { text } = record;
  if (!isBimi(text.joined)) return;
  for (const problem of bimiProblems(parseBimi(text.joined))) yield textDraft(record, text, problem);
});
