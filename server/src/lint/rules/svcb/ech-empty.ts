import { svcParamsOf } from '../../kit/svc-params.ts';
import { check, eachRecord } from '../../engine/check.ts';

const ECH = 5;

export default check({
  on: eachRecord(['SVCB', 'HTTPS']),
  reports: 'svcb/ech-empty',
  *run(record) {
    const param = record.broken
      ? undefined
      : svcParamsOf(record).find(({ number, octets }) => number === ECH && octets.length === 0);
    if (param !== undefined) yield { message: 'empty', at: param.span };
  },
});
