import { isMtaSts, mtaStsPolicyProblems, uncoveredHosts } from '../../../mail/mta-sts/mta-sts.ts';
import { mailOwner } from '../../../mail/owners/mail-owner.ts';
import type { MailFix } from '../../../mail/grammar/problem.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { SpanBeside } from '../../../zone/model/span.ts';
import type { TextRange } from '../../../text/positions.ts';
import { above, hasLabel, label, labelsFrom } from '../../kit/mail/mail-owner-check.ts';
import { POLICY_FILE, policyFileOf } from '../../kit/mail/policy-file.ts';
import type { PolicyFile } from '../../kit/mail/policy-file.ts';
import { anyTextHas, MTA_STS } from '../../kit/mail/text-marks.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { Fix } from '../../../findings/fix.ts';
import { codesOf } from '../../../findings/codes/index.ts';
import { check, eachRrset } from '../../engine/check.ts';
import type { Placed, Report } from '../../engine/check.ts';
import { MX } from '../../../zone/rrtypes/codes.ts';

const labels = [label('_mta-sts')];

/** The file `mta-sts.txt` of a domain whose record leads senders to it, alone and beside the domain's MX records (RFC 8461 §3.2, §4.1). */
export default check({
  reports: codesOf('mtasts').filter((code) => code.startsWith('mtasts/policy-')),
  on: eachRrset(['TXT'], {
    when: (zone, _record, name) => zone.apexKnown && hasLabel(zone, name, labels) && anyTextHas(zone, name, MTA_STS),
  }),
  *run({ owner: name, records }, context) {
    const { zone } = context,
      owner = mailOwner(labelsFrom(zone, name));
    if (
      !zone.inZone(name) ||
      owner?.kind !== 'mtaSts' ||
      !owner.exact ||
      owner.wildcard ||
      !records.some((record) => !record.broken && isMtaSts(record.text.joined))
    )
      return;
    const domain = above(zone, name, 1),
      mx = exchanges(context, domain),
      mxHosts = mx.map(({ host }) => host);
    const file = policyFileOf(
      { domain: context.absolute(domain), uri: zone.root.uri, mxHosts, isAlone: () => context.isOnlyDomain },
      context.files(POLICY_FILE),
    );
    if (file === undefined) return;
    context.heldAgainst(file.text);
    for (const said of mtaStsPolicyProblems(file.policy, mxHosts)) {
      const { severity, fix, start, end } = said;
      yield {
        said,
        at: spanIn(file, start, end),
        ...(severity === undefined ? {} : { severity }),
        ...(fix === undefined ? {} : { fixes: [fixIn(file, fix)] }),
      };
    }
    for (const report of uncovered(file, mx)) yield { ...report, code: 'mtasts/policy-mx-unmatched' };
  },
});

interface Exchange {
  readonly host: string;
  readonly at: Placed['at'];
}

function exchanges(context: RuleContext, domain: NameId): readonly Exchange[] {
  return context
    .records(domain, MX)
    .filter((mx) => !mx.broken && mx.target > 0)
    .map((mx) => ({ host: context.show(mx.target), at: mx.span('exchange') }));
}

function* uncovered(file: PolicyFile, mx: readonly Exchange[]): Iterable<Report<'mtasts/policy-mx-unmatched'>> {
  const { mode, modeField } = file.policy,
    message = mode === 'enforce' ? 'enforce' : 'testing';
  for (const { host, fix } of uncoveredHosts(
    file.policy,
    mx.map((one) => one.host),
  )) {
    const record = mx.find((one) => one.host === host);
    if (record === undefined || modeField === undefined) continue;
    yield {
      message,
      args: { host },
      at: record.at,
      ...(mode === 'enforce' ? {} : { severity: 'warning' }),
      related: [{ at: spanIn(file, modeField.start, modeField.end), message: 'The policy.' }],
      fixes: [fixIn(file, fix)],
    };
  }
}

function spanIn({ text, policy }: PolicyFile, start: number, end: number): SpanBeside {
  return { text, range: rangeIn(policy.text, start, end) };
}

function fixIn({ text, policy }: PolicyFile, { title, safe, edits }: MailFix): Fix {
  return {
    title,
    safe,
    edits: () =>
      edits.map((edit) => ({ uri: text.uri, range: rangeIn(policy.text, edit.start, edit.end), text: edit.text })),
  };
}

/** `start` and `end`: UTF-16 code units of the text. */
function rangeIn(text: string, start: number, end: number): TextRange {
  return { start: positionIn(text, start), end: positionIn(text, end) };
}

function positionIn(text: string, offset: number): TextRange['start'] {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
