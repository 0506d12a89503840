import { svcParamsOf } from '../../kit/svc-params.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

const ECH = 5;

export default defineRule({
  meta: {
    code: 'svcb/ech-empty', severity: 'warning', source: 'RFC 9848 §3',
    summary: 'Empty ech parameter',
    messages: { empty: `ech has no value: BIND and NSD accept it, Knot and PowerDNS refuse the record, and clients can't use it.` },
  },
  on: eachRecord(['SVCB', 'HTTPS']),
  *check(record) {
    const param = record.broken ? undefined : svcParamsOf(record).find(({ number, octets }) => number === ECH && octets.length === 0);
    if (param !== undefined) yield { message: 'empty', at: param.span };
  },
});
