import { mxShape } from '../../../mail/providers/shapes.ts';
import { providerAdvice } from '../../kit/mail/provider-advice.ts';
import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';
/** MX hosts elsewhere, against the table of mail providers. */
export default check({
  on: eachRecord(['MX'], {
    when: (zone, record) => zone.records.target[record]! > 0 && !zone.inZone(zone.records.target[record]!),
  }),
  reports: ['mx/provider-form', 'mx/provider-typo', 'mx/provider-retired', 'mx/provider-legacy'],
  *run(mx, context) {
    if (mx.broken) return;
    const target = context.show(mx.target),
      at = mx.span('exchange'),
      shape = mxShape(target, context.show(mx.owner));
    if (shape !== undefined) {
      const { meant, provider, reason } = shape;
      yield {
        code: 'mx/provider-form',
        message: reason,
        at,
        args: { target, provider },
        fixes: meant === undefined ? [] : [replacement(mx.zone, at, `${meant}.`, `Change to ${meant}`, false)],
      };
      return;
    }
    const found = providerAdvice('mx', target);
    if (found === undefined) return;
    if (found.kind === 'retired') {
      yield { code: 'mx/provider-retired', message: 'retired', at, args: { ...found, target } };
      return;
    }
    if (found.kind === 'legacy') {
      yield { code: 'mx/provider-legacy', message: 'legacy', at, args: { ...found, target } };
      return;
    }
    yield {
      code: 'mx/provider-typo',
      message: 'typo',
      at,
      args: { target, provider: found.provider, meant: found.host },
      fixes: [replacement(mx.zone, at, `${found.host}.`, `Change to ${found.host}`, false)],
    };
  },
});
