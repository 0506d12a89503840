import { mailUserOwnerFault } from '../../kit/mail-user-owner.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const metas: readonly RuleMeta[] = [
  {
    code: 'openpgpkey/owner', severity: 'warning', source: 'RFC 7929 §3', summary: 'An OPENPGPKEY record at a name for which nobody asks.',
    messages: {
      label: 'Mail programs look for keys at HASH._openpgpkey.DOMAIN, not at {name}: nobody finds this one. "gpg --export-options export-dane --export" prints the right name.',
      hash: '{label} is not the hash of a local part, which has 56 hexadecimal digits: nobody finds this key. "gpg --export-options export-dane --export" prints the right name.',
    },
  },
  {
    code: 'openpgpkey/packet', severity: 'warning', source: 'RFC 7929 §2.1', summary: 'The data of an OPENPGPKEY record is no OpenPGP public key.',
    messages: {
      armor: 'This is a key with its "-----BEGIN" lines, encoded once more. The record takes the key itself in base64: export it without armor first.',
      other: 'The data does not begin as an OpenPGP public key does, so mail programs cannot use it. Export the key anew.',
    },
  },
];

/** The key of a mail user: RFC 7929. */
export default defineFamily(metas, eachRecord(['OPENPGPKEY']), function* (record, context) {
  if (record.broken || !context.zone.inZone(record.owner)) return;
  const fault = mailUserOwnerFault(context.zone, record.owner, '_openpgpkey'), key = record.field('public-key')?.octets ?? new Uint8Array(0), at = record.span('public-key');
  if (fault !== undefined) yield { code: 'openpgpkey/owner', message: fault, at: record.ownerSpan ?? record.typeSpan, args: { name: context.show(record.owner), label: context.zone.names.label(record.owner) } };
  if (key[0] === 45 && key[1] === 45) yield { code: 'openpgpkey/packet', message: 'armor', at };
  else if (!beginsWithPublicKey(key[0] ?? 0)) yield { code: 'openpgpkey/packet', message: 'other', at };
});

/** The header of a packet with the tag 6, in the old and in the new format (RFC 9580 §4.2). */
function beginsWithPublicKey(octet: number): boolean {
  return octet === 0xc6 || (octet & 0xfc) === 0x98;
}
