import { svcParamsOf } from '../../kit/svc-params.ts';
import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';

/** Keys whose names servers refuse, as measured with those of Debian 12: it has none of 8 to 11. */
const refusing: Readonly<Record<number, string>> = { 7: 'Knot 3.2 and PowerDNS 4.7' };
const NEW = 'BIND 9.18, NSD 4.6 and Knot 3.2',
  FIRST = 7,
  LAST = 11;

export default check({
  on: eachRecord(['SVCB', 'HTTPS']),
  reports: 'svcb/key-portable',
  *run(record, context) {
    if (record.broken || record.generated) return;
    for (const { number, name, octets, span } of svcParamsOf(record)) {
      const written = record.source(span);
      if (number < FIRST || number > LAST || !written.startsWith(name)) continue;
      const generic = octets.length === 0 ? `key${number}` : `key${number}="${quoted(octets)}"`;
      yield {
        message: 'unknown',
        at: { ...span, end: span.start + name.length },
        args: { servers: refusing[number] ?? NEW, name, generic },
        fixes: [replacement(context.zone, span, generic, `Write ${generic}`, true)],
      };
    }
  },
});

/** Octets as they are written between quotation marks (RFC 9460 §2.1, appendix A). */
function quoted(octets: Uint8Array): string {
  return [...octets]
    .map((octet) =>
      octet < 32 || octet > 126
        ? `\\${String(octet).padStart(3, '0')}`
        : octet === 34 || octet === 92
          ? `\\${String.fromCharCode(octet)}`
          : String.fromCharCode(octet),
    )
    .join('');
}
