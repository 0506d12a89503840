import { labelsFrom } from '../../kit/mail/mail-owner-check.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { ALPN, DOHPATH, alpnIds, svcParamsOf } from '../../kit/svc-params.ts';
import { check, eachRecord } from '../../engine/check.ts';
/** What people write in place of a protocol of the IANA registry "TLS Application-Layer Protocol Negotiation (ALPN) Protocol IDs". */
const meant: Readonly<Record<string, string>> = {
  'http/2': 'h2',
  http2: 'h2',
  'http/2.0': 'h2',
  'http2.0': 'h2',
  'h/2': 'h2',
  'http/3': 'h3',
  http3: 'h3',
  'http/3.0': 'h3',
  'h/3': 'h3',
  quic: 'h3',
  'http1.1': 'http/1.1',
  'http/1': 'http/1.1',
  http: 'http/1.1',
  https: 'http/1.1',
  h1: 'http/1.1',
  'h1.1': 'http/1.1',
  http1: 'http/1.1',
  tls: 'dot',
  doh: 'h2',
  doh2: 'h2',
  doh3: 'h3',
};

/** What single parameters of SVCB and HTTPS are wrong about. */
export default check({
  on: eachRecord(['SVCB', 'HTTPS']),
  reports: ['svcb/alpn-unknown', 'svcb/dns-dohpath', 'svcb/dns-no-alpn'],
  *run(record, context) {
    if (record.broken || record.number('priority') === 0) return;
    const params = svcParamsOf(record),
      alpn = params.find((param) => param.number === ALPN),
      isResolver = record.mnemonic === 'SVCB' && labelsFrom(context.zone, record.owner).includes('_dns');
    if (alpn === undefined) {
      if (isResolver) yield { code: 'svcb/dns-no-alpn', message: 'missing', at: record.rdataSpan };
      return;
    }
    const ids = alpnIds(alpn.octets),
      source = record.source(alpn.span);
    for (const id of ids) {
      const near =
          meant[id.toLowerCase()] ??
          (id !== id.toLowerCase() && ['h2', 'h3', 'dot', 'doq', 'http/1.1'].includes(id.toLowerCase())
            ? id.toLowerCase()
            : undefined),
        start = source.indexOf(id, 'alpn='.length);
      if (near === undefined) continue;
      const at =
        start < 0
          ? alpn.span
          : { ...alpn.span, start: alpn.span.start + start, end: alpn.span.start + start + id.length };
      yield {
        code: 'svcb/alpn-unknown',
        message: 'near',
        at,
        args: { written: id, near },
        ...(record.generated || start < 0 || ids.includes(near)
          ? {}
          : { fixes: [{ title: `Write ${near}`, safe: false, edits: () => [replaceSpan(record.zone, at, near)] }] }),
      };
    }
    const http = ids.find((id) => /^(?:h2c?|h3|http\/\d\.\d)$/.test(id));
    if (http !== undefined && isResolver && !params.some((param) => param.number === DOHPATH)) {
      yield { code: 'svcb/dns-dohpath', message: 'missing', at: alpn.span, args: { alpn: http } };
    }
  },
});
