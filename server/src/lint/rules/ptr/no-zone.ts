import { addressText, addressUse, unreachableAddress } from '../../../text/address.ts';
import { reverseApex, reverseZoneText } from '../../../zone/format/reverse-zone.ts';
import { addressOf, isMailHost } from '../../kit/mail-hosts.ts';
import { isServedInside } from '../../kit/mail/private-network.ts';
import { ptrOf } from '../../kit/reverse-lookup.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import { textOrder } from '../../../zone/model/text-order.ts';
import { HAS_ADDRESS } from '../../../zone/records/record-table.ts';
import type { RecordId } from '../../../zone/records/record-table.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, wholeZone } from '../../engine/check.ts';
import { MX } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: wholeZone(),
  reports: 'ptr/no-zone',
  *run(zone, context) {
    if (!zone.apexKnown || zone.names.text(zone.apex).endsWith('.arpa.')) return;
    for (const mx of inOrder(context)) {
      for (const type of [1, 28]) {
        for (const record of context.records(mx.target, type)) {
          const octets = addressOf(record);
          if (octets === undefined || !mayHaveName(octets, context) || !isMailHost(zone, record.owner)) continue;
          if (ptrOf(octets, context).status !== 'no-zone') return;
          const apex = reverseApex(octets),
            text = newZone(record, octets, apex, context),
            { uri } = record;
          yield {
            message: isOfNetwork(octets) ? 'own' : 'provider',
            at: record.rdataSpan,
            args: { address: addressText(octets), host: context.show(record.owner), zone: apex.slice(0, -1) },
            ...(text === undefined
              ? {}
              : {
                  fixes: [
                    {
                      title: `Create the reverse zone ${apex.slice(0, -1)}`,
                      safe: false,
                      edits: () => [
                        { createFile: `${uri.slice(0, uri.lastIndexOf('/') + 1) + apex.slice(0, -1)}.zone`, text },
                      ],
                    },
                  ],
                }),
          };
          return;
        }
      }
    }
  },
});

/** Whether the address is of a private network, whose reverse zone its owner keeps too; others mostly belong to a provider. */
function isOfNetwork(octets: Uint8Array): boolean {
  const use = addressUse(octets);
  return use !== undefined && unreachableAddress[use] !== undefined;
}

/** Whether a receiver may ask for the address's name. Of an address that nobody outside reaches it is asked inside only; elsewhere `mx/private` says that it is wrong. */
function mayHaveName(octets: Uint8Array, context: RuleContext): boolean {
  const use = addressUse(octets);
  return use !== 'loopback' && (use === undefined || unreachableAddress[use] === undefined || isServedInside(context));
}

/** So many MX records are looked at after each change. */
const ENOUGH = 16;

/** The first MX records whose hosts have addresses here, in the order of the text. */
function inOrder({ zone }: RuleContext): readonly RecordView[] {
  const { records } = zone,
    first: RecordId[] = [];
  for (const id of records.ofType(MX)) {
    if ((records.kinds(records.target[id]!) & HAS_ADDRESS) === 0) continue;
    if (first.length === ENOUGH) {
      if (textOrder(zone, id, first.at(-1)!) > 0) continue;
      first.pop();
    }
    let at = first.length;
    while (at > 0 && textOrder(zone, id, first[at - 1]!) < 0) at--;
    first.splice(at, 0, id);
  }
  return first.map((id) => new RecordView(zone, id));
}

/** A reverse zone with the servers, mailbox and serial of this one. */
function newZone(record: RecordView, octets: Uint8Array, apex: string, context: RuleContext): string | undefined {
  const { zone } = context,
    soa = context.records(zone.apex, 6)[0],
    servers = context
      .records(zone.apex, 2)
      .filter((ns) => ns.target > 0)
      .map((ns) => context.absolute(ns.target));
  if (soa === undefined || soa.broken || servers.length === 0) return undefined;
  return reverseZoneText([{ octets, host: context.absolute(record.owner) }], {
    apex,
    primary: soa.print('mname'),
    mailbox: soa.print('rname'),
    servers,
    serial: soa.number('serial'),
    ttl: 3600,
  });
}
