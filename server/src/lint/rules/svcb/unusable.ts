import { ALPN, PORT, alpnIds, svcParamsOf } from '../../kit/svc-params.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { decode } from '../../../text/utf8.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { LF } from '../../../text/octets.ts';

const ECH = 5,
  INVALID = 65_535;

export default check({
  on: eachRecord(['SVCB', 'HTTPS']),
  reports: 'svcb/unusable',
  *run(record) {
    if (record.broken) return;
    for (const { number, octets, span: at } of svcParamsOf(record)) {
      if (number === PORT && octets[0] === 0 && octets[1] === 0) yield { message: 'portZero', at };
      else if (number === INVALID) yield { message: 'invalidKey', at };
      else if (number === ALPN) {
        const id = alpnIds(octets).find((each) => /^\s|\s$/.test(each));
        if (id !== undefined) yield { message: 'alpnBlank', at, args: { id } };
      } else if (number === ECH && octets.length > 2) {
        // ECHConfigList begins with its own length (RFC 9849 §4).
        const expected = ((octets[0]! << 8) | octets[1]!) + 2;
        if (expected !== octets.length) yield { message: 'echLength', at, args: { expected, actual: octets.length } };
      }
    }
    const cut = cutOff(record);
    if (cut !== undefined) yield cut;
  },
});

/** `alpn=h2; port=443`: what was meant as a separator begins a comment. */
function cutOff(record: RecordView): Report<'svcb/unusable'> | undefined {
  const {
      rdataSpan,
      block: {
        chunk: { bytes },
      },
      zone,
      id,
    } = record,
    base = zone.records.offset[id]!,
    from = base + rdataSpan.end;
  let end = from;
  while (end < bytes.length && bytes[end] !== LF) end++;
  const line = decode(bytes, from, end),
    found =
      /^(\s*;\s*)((?:mandatory|alpn|no-default-alpn|port|ipv4hint|ech|ipv6hint|dohpath|key\d{1,5})(?:=\S*)?(?:\s|;|$).*)/.exec(
        line.replace(/\r$/, ''),
      );
  if (found === null || (!found[2]!.includes('=') && !found[2]!.startsWith('no-'))) return undefined;
  const start = rdataSpan.end + found[1]!.length,
    rest = found[2]!.trimEnd();
  return {
    message: 'cutOff',
    at: { ...rdataSpan, start, end: start + rest.length },
    args: { rest: rest.slice(0, 40) },
  };
}
