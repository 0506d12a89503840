import { mailOwner } from '../../../mail/owners/mail-owner.ts';
import type { MailOwner, MailOwnerKind } from '../../../mail/owners/mail-owner.ts';
import type { MailProblem, SetProblem } from '../../../mail/grammar/problem.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { TextValue } from '../../../zone/model/text-value.ts';
import type { RuleContext } from '../../engine/context.ts';
import { textFault } from '../odd-text.ts';
import type { Fix } from '../../../findings/fix.ts';
import { removeRecord } from '../edits.ts';
import { check, eachRrset } from '../../engine/check.ts';
import type { Relayed, RrsetCheck } from '../../engine/check.ts';
import { codeTable } from '../../../findings/codes/index.ts';
import type { Code } from '../../../findings/codes/index.ts';
import { hasLabel, label, labelsFrom } from './mail-owner-check.ts';
import { ownerReport } from './owner-report.ts';
import { textReport } from './text-report.ts';
import { anyTextHas } from './text-marks.ts';

/** A TXT record whose text was read. */
export interface MailText {
  readonly record: RecordView;
  readonly text: TextValue;
  readonly owner: MailOwner | undefined;
}

/** One kind of mail record in TXT, such as DMARC. */
export interface TextArea {
  readonly reports: readonly Code[];
  /** Bits of `marksOf` that its texts have. */
  readonly marks: number;
  /** Labels with an underscore at or below which it stands: there every TXT record is looked at. */
  readonly labels: readonly string[];
  readonly kind: MailOwnerKind;
  /** Whether a text was meant as such a record, wherever it stands. */
  isMeant(text: string): boolean;
  /** What is wrong with one such record. */
  check(text: MailText, context: RuleContext): Iterable<MailProblem | Relayed>;
  /** What the TXT records at one right name show together; they are not broken. */
  checkSet(texts: readonly string[]): readonly SetProblem[];
  /** A better fix for a set's problem than taking the record out. */
  setFix?(problem: SetProblem, texts: readonly MailText[]): Fix | undefined;
  /** What the record and those around it show together; asked once a name that is right. */
  checkAround?(text: MailText, context: RuleContext): Iterable<Relayed>;
}

/** All that the TXT records of a name show about one kind of mail record. */
export function textFamily(area: TextArea): RrsetCheck {
  const { reports, marks, kind } = area,
    labels = area.labels.map(label),
    codes = new Set<Code>(reports),
    on = eachRrset(['TXT'], {
      when: (zone, _record, name) => anyTextHas(zone, name, marks) || hasLabel(zone, name, labels),
    });
  return check({
    on,
    reports,
    *run({ owner: name, records }, context) {
      const { zone } = context,
        owner = mailOwner(labelsFrom(zone, name)),
        texts: MailText[] = [];
      if (zone.apexKnown && !zone.inZone(name)) return;
      const isRight = owner?.kind === kind && owner.exact;
      for (const record of records)
        if (!record.broken && textFault(record) === undefined) texts.push({ record, text: record.text, owner });
      for (const text of texts) {
        const isMeant = area.isMeant(text.text.joined);
        if (
          isMeant
            ? !isRight || owner.wildcard || (owner.kind === 'dmarcReport' && owner.selector.length === 0)
            : kind === 'dkimKey' && isOldPolicy(owner)
        ) {
          const misplaced = ownerReport(text.record, text.text.joined, context);
          if (misplaced !== undefined && codes.has(misplaced.said.code)) yield misplaced;
        }
        if (isMeant)
          for (const problem of area.check(text, context))
            yield 'at' in problem ? problem : textReport(text.record, text.text, problem);
      }
      if (!isRight) return;
      yield* setReports(area, texts, context);
      const first = texts.find(({ text }) => area.isMeant(text.joined));
      if (first !== undefined && area.checkAround !== undefined) yield* area.checkAround(first, context);
    },
  });
}

/** Names of policies that DKIM's predecessors had: what stands there is no key. */
const isOldPolicy = (owner: MailOwner | undefined): boolean =>
  owner?.kind === 'domainKeysPolicy' || owner?.kind === 'adsp';

function* setReports(area: TextArea, texts: readonly MailText[], context: RuleContext): Iterable<Relayed> {
  for (const problem of area.checkSet(texts.map(({ text }) => text.joined))) {
    const { record } = texts[problem.record]!;
    const fix =
      codeTable[problem.code].fix === undefined
        ? undefined
        : (area.setFix?.(problem, texts) ?? {
            title: 'Remove this record',
            safe: false,
            edits: () => removeRecord(record),
          });
    yield {
      said: problem,
      at: record.rdataSpan,
      ...(fix === undefined ? {} : { fixes: [fix] }),
      related: firstOf(problem, texts, context),
    };
  }
}

/** Where several records contradict one another, the first of them. */
function firstOf(
  { message, record }: SetProblem,
  texts: readonly MailText[],
  context: RuleContext,
): NonNullable<Relayed['related']> {
  const first = texts[0]!.record;
  return message === 'several' && record > 0
    ? [{ at: first.rdataSpan, message: `Another record of ${context.show(first.owner)}.` }]
    : [];
}
