import { providerAdvice } from '../../kit/mail/provider-advice.ts';
import { replacement } from '../../kit/edits.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const metas: readonly RuleMeta[] = [
  {
    code: 'mx/provider-typo', severity: 'warning', source: 'practice', fix: 'unsafe',
    summary: 'Mistyped MX host of a provider',
    messages: { typo: `{target} differs from {provider}'s {meant} by a letter or two: mail is lost, or goes to the owner of that name.` },
  },
  {
    code: 'mx/provider-retired', severity: 'warning', source: 'practice',
    summary: 'MX record for a discontinued service or verification',
    messages: { retired: `{target} doesn't accept mail. {advice}` },
  },
  {
    code: 'mx/provider-legacy', severity: 'information', source: 'practice',
    summary: 'Outdated MX host of a provider',
    messages: { legacy: '{target} is an old MX host of {provider} and may be switched off. {advice}' },
  },
];

/** MX hosts elsewhere, against the table of mail providers. */
export default defineFamily(metas, eachRecord(['MX'], { when: (zone, record) => zone.records.target[record]! > 0 && !zone.inZone(zone.records.target[record]!) }), function* (mx, context) {
  if (mx.broken) return;
  const target = context.show(mx.target), found = providerAdvice('mx', target);
  if (found === undefined) return;
  const at = mx.span('exchange');
  if (found.kind !== 'typo') { yield { code: `mx/provider-${found.kind}`, message: found.kind, at, args: { target, provider: found.provider, advice: found.advice } }; return; }
  yield {
    code: 'mx/provider-typo', message: 'typo', at, args: { target, provider: found.provider, meant: found.host },
    ...(mx.generated ? {} : { fixes: [replacement(mx.zone, at, `${found.host}.`, `Change to ${found.host}`, false)] }),
  };
});
