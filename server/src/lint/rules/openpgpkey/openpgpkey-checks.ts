import { mailUserOwnerFault } from '../../kit/mail-user-owner.ts';
import { check, eachRecord } from '../../engine/check.ts';
/** The key of a mail user: RFC 7929. */
export default check({
  on: eachRecord(['OPENPGPKEY']),
  reports: ['openpgpkey/owner', 'openpgpkey/packet'],
  *run(record, context) {
    if (record.broken || !context.zone.inZone(record.owner)) return;
    const fault = mailUserOwnerFault(context.zone, record.owner, '_openpgpkey'),
      key = record.field('public-key')?.octets ?? new Uint8Array(0),
      at = record.span('public-key');
    if (fault !== undefined)
      yield {
        code: 'openpgpkey/owner',
        message: fault,
        at: record.ownerSpan ?? record.typeSpan,
        args: { name: context.show(record.owner), label: context.zone.names.label(record.owner) },
      };
    if (key[0] === 45 && key[1] === 45) yield { code: 'openpgpkey/packet', message: 'armor', at };
    else if (!beginsWithPublicKey(key[0] ?? 0)) yield { code: 'openpgpkey/packet', message: 'other', at };
  },
});

/** The header of a packet with the tag 6, in the old and in the new format (RFC 9580 §4.2). */
function beginsWithPublicKey(octet: number): boolean {
  return octet === 0xc6 || (octet & 0xfc) === 0x98;
}
