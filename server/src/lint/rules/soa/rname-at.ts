import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['SOA', 'RP']),
  reports: 'soa/rname-at',
  *run(record) {
    const field = record.type === 6 ? 'rname' : 'mbox-dname';
    if (record.broken || record.generated) return;
    const at = record.span(field),
      written = record.source(at);
    const scheme = /^mailto:(?=[^@]+$)/i.exec(written)?.[0];
    if (scheme !== undefined) {
      const right = written.slice(scheme.length);
      yield {
        message: 'scheme',
        at,
        args: { written, right, local: written.split('.')[0]! },
        fixes: [replacement(record.zone, at, right, `Write ${right}`, true)],
      };
      return;
    }
    const split = /^(?:mailto:)?([^@\\]+)\\?@([^@\\]+)$/i.exec(written);
    if (split === null) return;
    const right = `${split[1]!.replaceAll('.', '\\.')}.${split[2]!.replace(/\.?$/, '.')}`;
    yield {
      message: 'at',
      at,
      args: { written, right },
      fixes: [replacement(record.zone, at, right, `Write ${right}`, true)],
    };
  },
});
