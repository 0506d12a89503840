import { parseSpf } from '../../../../mail/spf/parse.ts';
import { spfProblems } from '../../../../mail/spf/problems.ts';
import { spfLookupRules } from '../../../../mail/spf/lookup-rules.ts';
import { spfRules } from '../../../../mail/spf/rules.ts';
import { mentions, word } from '../../mail/mentions.ts';
import { metasOf, textDraft } from '../../mail/text-draft.ts';
import { defineFamily, eachRecord } from '../../rule.ts';

const words = [word('spf')];

/** A circle is seen in the string itself, or when its terms are followed: one rule with the words of both. */
const redirectLoop = { ...spfRules['spf/redirect-loop'], messages: { ...spfRules['spf/redirect-loop'].messages, ...spfLookupRules['spf/redirect-loop'].messages } };
const rules = { ...spfRules, 'spf/redirect-loop': redirectLoop };

/** All that can be said about one SPF string without a look-up (RFC 7208 §§4.5, 5, 6, 7, 12). */
export default defineFamily(metasOf(rules), eachRecord(['TXT', 'SPF'], { when: (zone, record) => mentions(zone, record, words) }), function* (record, context) {
  if (record.broken) return;
  const { text } = record, boundaries = text.strings.slice(1).map(string => string.from);
  const record7208 = parseSpf(text.joined);
  for (const problem of spfProblems(record7208, { domain: context.absolute(record.owner), boundaries })) yield textDraft(record, text, problem);
});
