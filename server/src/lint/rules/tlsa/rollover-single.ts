import { check, eachRrset } from '../../engine/check.ts';

const code = 'tlsa/rollover-single';

export default check({
  on: eachRrset(['TLSA']),
  reports: code,
  *run({ records }) {
    const [only] = records;
    if (only !== undefined && records.length === 1 && !only.broken) yield { message: 'single', at: only.rdataSpan };
  },
});
