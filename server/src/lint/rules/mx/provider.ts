import { providerAdvice } from '../../kit/mail/provider-advice.ts';
import { replacement } from '../../kit/edits.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const metas: readonly RuleMeta[] = [
  {
    code: 'mx/provider-typo', severity: 'warning', source: 'practice', fix: 'unsafe',
    summary: 'The host of a mail provider is mistyped.',
    messages: { typo: '{target} is no host of {provider}, but differs from {meant} by a letter or two: mail is lost, or goes to whoever owns that name. Write {meant}.' },
  },
  {
    code: 'mx/provider-retired', severity: 'warning', source: 'practice',
    summary: 'An MX record that points at a service that is gone, or at no host at all.',
    messages: { retired: '{target} takes no mail. {advice}' },
  },
  {
    code: 'mx/provider-legacy', severity: 'information', source: 'practice',
    summary: 'An MX host that its provider no longer gives out.',
    messages: { legacy: '{target} is an old MX host of {provider}, which may be switched off one day. {advice}' },
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
