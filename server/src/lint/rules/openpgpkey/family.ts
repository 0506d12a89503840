import { mailUserOwnerFault } from '../../kit/mail-user-owner.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const metas: readonly RuleMeta[] = [
  {
    code: 'openpgpkey/owner', severity: 'warning', source: 'RFC 7929 §3', summary: `OPENPGPKEY record at a name that mail programs don't query`,
    messages: {
      label: 'Mail programs query HASH._openpgpkey.DOMAIN, so they never find this key at {name}.',
      hash: `{label} isn't a local part's hash (56 hexadecimal digits), so mail programs never find this key.`,
    },
  },
  {
    code: 'openpgpkey/packet', severity: 'warning', source: 'RFC 7929 §2.1', summary: `OPENPGPKEY data that isn't an OpenPGP public key`,
    messages: {
      armor: `The data is an armored key encoded again, so mail programs can't use it.`,
      other: `The data doesn't start like an OpenPGP key, so mail programs can't use it.`,
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
