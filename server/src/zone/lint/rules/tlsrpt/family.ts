import { isTlsRpt, tlsRptProblems, tlsRptRules, parseTlsRpt } from '../../../../mail/tls-rpt.ts';
import { mentions, word } from '../../mail/mentions.ts';
import { metasOf, textDraft } from '../../mail/text-draft.ts';
import { defineFamily, eachRecord } from '../../rule.ts';

const words = [word('tls')];

/** All that one TLS-RPT record shows. */
export default defineFamily(metasOf(tlsRptRules), eachRecord(['TXT'], { when: (zone, record) => mentions(zone, record, words) }), function* (record) {
  if (record.broken) return;
  const { text } = record;
  if (!isTlsRpt(text.joined)) return;
  for (const problem of tlsRptProblems(parseTlsRpt(text.joined))) yield textDraft(record, text, problem);
});
