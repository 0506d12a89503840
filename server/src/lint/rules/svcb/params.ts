import { labelsFrom } from '../../kit/mail/mail-owner-check.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { ALPN, DOHPATH, alpnIds, svcParamsOf } from '../../kit/svc-params.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const metas: readonly RuleMeta[] = [
  {
    code: 'svcb/alpn-unknown', severity: 'warning', source: 'RFC 9460 §7.1', fix: 'unsafe', summary: 'A protocol in alpn that is written as nobody writes it.',
    messages: { near: '"{written}" is no protocol that clients know: they ignore it, and the record when there is no other. Write {near}.' },
  },
  {
    code: 'svcb/dns-dohpath', severity: 'error', source: 'RFC 9461 §5', summary: 'An SVCB record of a DNS resolver offers HTTP but no path.',
    messages: { missing: '{alpn} means DNS over HTTPS, for which clients need dohpath, as in dohpath=/dns-query{?dns}: without it they ignore the record, and newer versions of BIND refuse the zone. Add it, or offer dot or doq only.' },
  },
  {
    code: 'svcb/dns-no-alpn', severity: 'error', source: 'RFC 9461 §4.1', summary: 'An SVCB record of a DNS resolver names no protocol.',
    messages: { missing: 'This record of a DNS resolver does not say which protocol it speaks, and DNS has no default here: clients ignore it, and newer versions of BIND refuse the zone. Add alpn, as in alpn=dot.' },
  },
];

/** What people write in place of a protocol of the IANA registry "TLS Application-Layer Protocol Negotiation (ALPN) Protocol IDs". */
const meant: Readonly<Record<string, string>> = {
  'http/2': 'h2', http2: 'h2', 'http/2.0': 'h2', 'http2.0': 'h2', 'h/2': 'h2', 'http/3': 'h3', http3: 'h3', 'http/3.0': 'h3', 'h/3': 'h3', quic: 'h3',
  'http1.1': 'http/1.1', 'http/1': 'http/1.1', http: 'http/1.1', https: 'http/1.1', h1: 'http/1.1', 'h1.1': 'http/1.1', 'http1': 'http/1.1', tls: 'dot', doh: 'h2', 'doh2': 'h2', 'doh3': 'h3',
};

/** What single parameters of SVCB and HTTPS are wrong about. */
export default defineFamily(metas, eachRecord(['SVCB', 'HTTPS']), function* (record, context) {
  if (record.broken || record.number('priority') === 0) return;
  const params = svcParamsOf(record), alpn = params.find(param => param.number === ALPN), isResolver = record.mnemonic === 'SVCB' && labelsFrom(context.zone, record.owner).includes('_dns');
  if (alpn === undefined) {
    if (isResolver) yield { code: 'svcb/dns-no-alpn', message: 'missing', at: record.rdataSpan };
    return;
  }
  const ids = alpnIds(alpn.octets), source = record.source(alpn.span);
  for (const id of ids) {
    const near = meant[id.toLowerCase()] ?? (id !== id.toLowerCase() && ['h2', 'h3', 'dot', 'doq', 'http/1.1'].includes(id.toLowerCase()) ? id.toLowerCase() : undefined), start = source.indexOf(id, 'alpn='.length);
    if (near === undefined) continue;
    const at = start < 0 ? alpn.span : { ...alpn.span, start: alpn.span.start + start, end: alpn.span.start + start + id.length };
    yield { code: 'svcb/alpn-unknown', message: 'near', at, args: { written: id, near }, ...(record.generated || start < 0 || ids.includes(near) ? {} : { fixes: [{ title: `Write ${near}`, safe: false, edits: () => [replaceSpan(record.zone, at, near)] }] }) };
  }
  const http = ids.find(id => /^(?:h2c?|h3|http\/\d\.\d)$/.test(id));
  if (http !== undefined && isResolver && !params.some(param => param.number === DOHPATH)) {
    yield { code: 'svcb/dns-dohpath', message: 'missing', at: alpn.span, args: { alpn: http } };
  }
});
