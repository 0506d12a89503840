import { svcParamsOf } from '../../kit/svc-params.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

const ECH = 5;

export default defineRule({
  meta: {
    code: 'svcb/ech-empty', severity: 'warning', source: 'RFC 9848 §3',
    summary: 'The parameter ech has no value.',
    messages: { empty: 'ech has no configurations here: BIND and NSD take it, Knot and PowerDNS refuse the record, and no client can encrypt its greeting with it. Give the list in base64, or leave ech out.' },
  },
  on: eachRecord(['SVCB', 'HTTPS']),
  *check(record) {
    const param = record.broken ? undefined : svcParamsOf(record).find(({ number, octets }) => number === ECH && octets.length === 0);
    if (param !== undefined) yield { message: 'empty', at: param.span };
  },
});
