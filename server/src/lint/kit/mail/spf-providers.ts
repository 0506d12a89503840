import { providerOfInclude } from '../../../mail/providers/providers.ts';
import { lookupName } from '../../../mail/dns/resolver.ts';
import type { SpfRecord } from '../../../mail/spf/spf.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { TextValue } from '../../../zone/model/text-value.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { Draft } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';
import { providerAdvice } from './provider-advice.ts';
import { isWanted } from '../../engine/wanted.ts';
import { textFix } from './text-draft.ts';

export const spfProviderMetas: readonly RuleMeta[] = [
  {
    code: 'spf/provider-typo', severity: 'warning', source: 'practice', fix: 'unsafe',
    summary: 'Mistyped SPF name of a provider',
    messages: { typo: `{target} differs from {provider}'s {meant} by a letter or two: the provider's hosts aren't authorized, and without an SPF record there receivers return permerror.` },
  },
  {
    code: 'spf/provider-retired', severity: 'warning', source: 'practice',
    summary: 'Include of a discontinued service',
    messages: { retired: '"{found}" authorizes hosts that no longer send for you. {advice}' },
  },
  {
    code: 'spf/provider-legacy', severity: 'information', source: 'practice',
    summary: 'Outdated include of a provider',
    messages: { legacy: '"{found}" is an old name of {provider} and may stop working. {advice}' },
  },
  {
    code: 'spf/unknown-provider', severity: 'information', source: 'practice', profile: 'all',
    summary: 'Include of an unknown name',
    messages: { unknown: `Can't check what {target} authorizes or costs: it isn't in this workspace and isn't a known provider's.` },
  },
];

/** The names that `include` and `redirect` lead to, against the table of mail providers. */
export function* spfProviderDrafts(record: RecordView, text: TextValue, { terms }: SpfRecord, context: RuleContext): Iterable<Draft> {
  for (const term of terms) {
    const { domain } = term;
    if ((term.known !== 'include' && term.known !== 'redirect') || term.faults.length > 0 || domain === undefined || domain.text.includes('%')) continue;
    const found = providerAdvice('spf', domain.text);
    const at = text.span(domain.start, domain.end);
    if (found === undefined) {
      if (isUnknown(domain.text, context)) yield { code: 'spf/unknown-provider', message: 'unknown', at, args: { target: domain.text, domain: context.show(record.owner) } };
      continue;
    }
    if (found.kind !== 'typo') { yield { code: `spf/provider-${found.kind}`, message: found.kind, at, args: { found: term.text, provider: found.provider, advice: found.advice } }; continue; }
    const fix = { title: `Change to ${found.host}`, safe: false, edits: [{ start: domain.start, end: domain.end, text: found.host }] };
    yield { code: 'spf/provider-typo', message: 'typo', at, args: { target: domain.text, provider: found.provider, meant: found.host }, ...(record.generated ? {} : { fixes: [textFix(record, text, fix)] }) };
  }
}

/** Whether nobody here can say what stands at a name. */
function isUnknown(name: string, context: RuleContext): boolean {
  if (!isWanted(context.settings, 'spf/unknown-provider', 'all') || !context.zone.apexKnown || providerOfInclude(name) !== undefined) return false;
  const absolute = lookupName(name);
  return absolute !== undefined && context.resolver.lookup(absolute, 'TXT').status === 'unknown';
}
