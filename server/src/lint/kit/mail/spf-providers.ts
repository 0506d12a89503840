import { providerOfInclude } from '../../../mail/providers/providers.ts';
import { lookupName } from '../../../mail/dns/resolver.ts';
import type { SpfRecord } from '../../../mail/spf/spf.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { TextValue } from '../../../zone/model/text-value.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { Report } from '../../engine/check.ts';
import { providerAdvice } from './provider-advice.ts';
import { isWanted } from '../../engine/wanted.ts';
import { textFix } from './text-report.ts';

const spfProviderCodes = [
  'spf/provider-typo',
  'spf/provider-retired',
  'spf/provider-legacy',
  'spf/unknown-provider',
] as const;

/** The names that `include` and `redirect` lead to, against the table of mail providers. */
export function* spfProviderReports(
  record: RecordView,
  text: TextValue,
  { terms }: SpfRecord,
  context: RuleContext,
): Iterable<Report<(typeof spfProviderCodes)[number]>> {
  for (const term of terms) {
    const { domain } = term;
    if (
      (term.known !== 'include' && term.known !== 'redirect') ||
      term.faults.length > 0 ||
      domain === undefined ||
      domain.text.includes('%')
    )
      continue;
    const found = providerAdvice('spf', domain.text);
    const at = text.span(domain.start, domain.end);
    if (found === undefined) {
      if (isUnknown(domain.text, context))
        yield {
          code: 'spf/unknown-provider',
          message: 'unknown',
          at,
          args: { target: domain.text, domain: context.show(record.owner) },
        };
      continue;
    }
    if (found.kind === 'retired') {
      yield { code: 'spf/provider-retired', message: 'retired', at, args: { ...found, found: term.text } };
      continue;
    }
    if (found.kind === 'legacy') {
      yield { code: 'spf/provider-legacy', message: 'legacy', at, args: { ...found, found: term.text } };
      continue;
    }
    const fix = {
      title: `Change to ${found.host}`,
      safe: false,
      edits: [{ start: domain.start, end: domain.end, text: found.host }],
    };
    yield {
      code: 'spf/provider-typo',
      message: 'typo',
      at,
      args: { target: domain.text, provider: found.provider, meant: found.host },
      fixes: [textFix(record, text, fix)],
    };
  }
}

/** Whether nobody here can say what stands at a name. */
function isUnknown(name: string, context: RuleContext): boolean {
  if (
    !isWanted(context.settings, 'spf/unknown-provider') ||
    !context.zone.apexKnown ||
    providerOfInclude(name) !== undefined
  )
    return false;
  const absolute = lookupName(name);
  return absolute !== undefined && context.resolver.lookup(absolute, 'TXT').status === 'unknown';
}
