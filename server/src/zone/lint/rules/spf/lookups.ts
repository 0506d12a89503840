import { spfLookupProblems } from '../../../../mail/spf/lookup-problems.ts';
import { spfLookupRules } from '../../../../mail/spf/lookup-rules.ts';
import { spfRules } from '../../../../mail/spf/rules.ts';
import { isSpf } from '../../../../mail/spf/parse.ts';
import { plainName } from '../../../../mail/resolver.ts';
import { mentions, word } from '../../mail/mentions.ts';
import { metasOf, textDraft } from '../../mail/text-draft.ts';
import { defineFamily, eachRecord } from '../../rule.ts';

const words = [word('v=spf1')];
/** The others are in the table of `family.ts`. */
const own = metasOf(spfLookupRules).filter(({ code }) => !(code in spfRules));

/** What an SPF record's terms lead to, as far as the workspace's zones tell (RFC 7208 §4.6.4). */
export default defineFamily(own, eachRecord(['TXT'], { when: (zone, record) => mentions(zone, record, words) }), function* (record, context) {
  if (record.broken || !context.zone.apexKnown) return;
  const { text } = record;
  if (!isSpf(text.joined)) return;
  for (const problem of spfLookupProblems(plainName(context.absolute(record.owner)), text.joined, context.resolver)) yield textDraft(record, text, problem);
});
