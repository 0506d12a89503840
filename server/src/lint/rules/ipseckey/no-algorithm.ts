import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['IPSECKEY']),
  reports: 'ipseckey/no-algorithm',
  *run(record) {
    if (!record.broken && record.number('algorithm') === 0 && (record.field('public-key')?.octets.length ?? 0) > 0)
      yield { message: 'key', at: record.span('algorithm') };
  },
});
