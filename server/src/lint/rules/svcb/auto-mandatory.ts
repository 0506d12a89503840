import { MANDATORY, svcParamsOf } from '../../kit/svc-params.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';

/** Keys that a client of HTTPS records must understand wherever they stand (RFC 9460 §9). */
const automatic = ['port', 'no-default-alpn'];

export default check({
  on: eachRecord(['HTTPS']),
  reports: 'svcb/auto-mandatory',
  *run(record, context) {
    const param = record.broken ? undefined : svcParamsOf(record).find(({ number }) => number === MANDATORY);
    if (param === undefined) return;
    const source = record.source(param.span),
      from = source.indexOf('=') + 1,
      listed = source.slice(from).replaceAll('"', '').split(',');
    for (const key of automatic) {
      const match = new RegExp(`(?<=[=",])${key}(?=[",]|$)`).exec(source);
      if (match === null) continue;
      const rest = listed.filter((name) => name !== key),
        at = { ...param.span, start: param.span.start + match.index, end: param.span.start + match.index + key.length };
      const whole =
        rest.length === 0
          ? { ...param.span, start: param.span.start - 1 }
          : { ...param.span, start: param.span.start + from };
      yield {
        message: 'anyway',
        at,
        args: { key },
        ...(record.generated ||
        /[^\w,=-]/.test(source) ||
        !/\s/.test(record.source({ ...param.span, start: param.span.start - 1, end: param.span.start }))
          ? {}
          : {
              fixes: [
                {
                  title: `Remove ${key} from the list`,
                  safe: false,
                  edits: () => [replaceSpan(context.zone, whole, rest.join(','))],
                },
              ],
            }),
      };
    }
  },
});
