import type { RecordView } from '../../../zone/model/record-view.ts';
import { addressOctets, addressText } from '../../../text/address.ts';
import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';

type Said = Report<'apl/host-bits'>;

export default check({
  on: eachRecord(['APL']),
  reports: 'apl/host-bits',
  *run(record) {
    if (record.broken) return;
    for (const [start, end] of record.tokens) {
      const item = itemIn(record.source({ ...record.rdataSpan, start, end }));
      if (item === undefined) continue;
      const at = { ...record.rdataSpan, start: start + item.from, end },
        longest = 8 * item.octets.length,
        network = addressText(masked(item.octets, item.prefix));
      if (network === addressText(item.octets)) continue;
      yield {
        message: 'bits',
        at,
        args: { address: item.address, prefix: item.prefix, network, longest },
        ...fixes(record, at, [`${network}/${item.prefix}`, `${item.address}/${longest}`]),
      };
    }
  },
});

/** An item as the type's own form has it; `from` is where its address begins. */
function itemIn(
  text: string,
):
  | { readonly from: number; readonly address: string; readonly octets: Uint8Array; readonly prefix: number }
  | undefined {
  const item = /^(!?[12]:)([\d.a-f:]+)\/(\d+)$/i.exec(text),
    octets = item === null ? undefined : addressOctets(item[2]!);
  return item === null || octets === undefined
    ? undefined
    : { from: item[1]!.length, address: item[2]!, octets, prefix: Number(item[3]) };
}

function masked(octets: Uint8Array, prefix: number): Uint8Array {
  return octets.map((octet, k) => octet & (0xff00 >> Math.max(0, Math.min(8, prefix - 8 * k))));
}

function fixes(record: RecordView, at: RecordView['rdataSpan'], texts: readonly string[]): Pick<Said, 'fixes'> {
  return record.generated
    ? {}
    : { fixes: texts.map((text) => replacement(record.zone, at, text, `Write ${text}`, false)) };
}
