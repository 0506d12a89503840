import { daneRules, parseTlsa, tlsaProblems } from '../../../../mail/dane.ts';
import { mailOwner } from '../../../../mail/owner.ts';
import { labelsFrom } from '../../mail/owner.ts';
import { rdataRules } from '../../../rrtypes/problems.ts';
import { metasOf } from '../../mail/text-draft.ts';
import { replaceSpan } from '../../fix.ts';
import { defineFamily, eachRecord } from '../../rule.ts';

/** All that one TLSA record shows (RFC 6698 §2.1, RFC 7671, RFC 7672). Offsets of the parser are those in the rdata's text. */
export default defineFamily(metasOf(daneRules).filter(({ code }) => !(code in rdataRules)), eachRecord(['TLSA', 'SMIMEA']), function* (record, context) {
  if (record.broken || record.type !== 52) return;
  const { rdataSpan } = record, source = record.source(), owner = mailOwner(labelsFrom(context.zone, record.owner));
  if (/[()\n;\\]/.test(source)) return;
  const at = (start: number, end: number): typeof rdataSpan => ({ ...rdataSpan, start: rdataSpan.start + start, end: rdataSpan.start + end });
  for (const { code, message, args, start, end, severity, fix } of tlsaProblems(parseTlsa(source), { port: owner?.port })) {
    yield {
      code, message, args, at: at(start, end), ...(severity === undefined ? {} : { severity }),
      ...(fix === undefined || record.generated ? {} : { fixes: [{ title: fix.title, safe: fix.safe, edits: () => fix.edits.map(edit => replaceSpan(record.zone, at(edit.start, edit.end), edit.text)) }] }),
    };
  }
});
