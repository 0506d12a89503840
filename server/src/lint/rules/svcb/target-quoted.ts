import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['SVCB', 'HTTPS']),
  reports: 'svcb/target-quoted',
  *run(record, context) {
    if (record.broken || record.generated) return;
    const at = record.span('target-name'),
      written = record.source(at),
      name = written.slice(1, -1);
    if (!written.startsWith('"')) return;
    yield {
      message: 'quoted',
      at,
      args: { written },
      ...(/[\s;()"]/.test(name)
        ? {}
        : { fixes: [replacement(context.zone, at, name, 'Remove the quotation marks', true)] }),
    };
  },
});
