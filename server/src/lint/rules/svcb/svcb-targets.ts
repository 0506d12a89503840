import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { addressOctets, addressText, addressUse, unreachableAddress } from '../../../text/address.ts';
import { addRecord } from '../../kit/add-record.ts';
import { forgottenDot, isAddressText } from '../../kit/forgotten-dot.ts';
import { isServedInside } from '../../kit/mail/private-network.ts';
import { IPV4HINT, IPV6HINT, hintAddresses, svcParamsOf } from '../../kit/svc-params.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { A, AAAA } from '../../../zone/rrtypes/codes.ts';

type Said = Report<'svcb/target-no-address' | 'svcb/hint-mismatch'>;
/** What a zone knows about the hosts that SVCB and HTTPS records lead to. */
export default check({
  on: eachRecord(['SVCB', 'HTTPS']),
  reports: ['svcb/target-no-address', 'svcb/hint-mismatch'],
  *run(record, context) {
    const alias = record.number('priority') === 0,
      target = record.target === ROOT && !alias ? record.owner : record.target;
    if (record.broken || target <= ROOT || !context.zone.apexKnown || context.zone.names.isWildcard(target)) return;
    yield* missing(record, target, alias, context);
    if (!alias) yield* hints(record, target, context);
  },
});

function* missing(record: RecordView, target: NameId, alias: boolean, context: RuleContext): Iterable<Said> {
  const { zone } = context,
    found = context.lookup(target, A),
    at = record.span('target-name');
  if (found.status !== 'no-name' && found.status !== 'no-data') return;
  if (
    context.lookup(target, AAAA).status === 'answer' ||
    (alias && (target === record.owner || context.lookup(target, record.type).status === 'answer'))
  )
    return;
  if (forgottenDot(record, 'target-name', context) !== undefined || isAddressText(record, 'target-name')) return;
  yield {
    code: 'svcb/target-no-address',
    message: alias ? 'alias' : 'service',
    at,
    args: { target: context.show(target), type: record.mnemonic },
    fixes: [
      {
        title: `Add an A record for ${context.show(target)}`,
        safe: false,
        edits: () => [addRecord(zone, target, 'A', '${1:address}', { after: record, snippet: true })],
      },
    ],
  };
}

function* hints(record: RecordView, target: NameId, context: RuleContext): Iterable<Said> {
  for (const { number, name, octets, span } of svcParamsOf(record)) {
    if (number !== IPV4HINT && number !== IPV6HINT) continue;
    const width = number === IPV4HINT ? 4 : 16,
      has = context.records(target, width === 4 ? A : AAAA);
    if (has.length === 0 || has.some((each) => each.broken)) continue;
    // Elsewhere an address that can't be reached is told as such.
    const isInside = context.zone.purpose.isInside || isServedInside(context),
      known = new Set(has.map((each) => addressText(each.octets)));
    const stale = hintAddresses(octets, width)
      .map(addressText)
      .find(
        (address) =>
          !known.has(address) &&
          (isInside || unreachableAddress[addressUse(addressOctets(address)!) ?? 'public'] === undefined),
      );
    if (stale !== undefined)
      yield {
        code: 'svcb/hint-mismatch',
        message: 'stale',
        at: span,
        args: { key: name, address: stale, target: context.show(target) },
        related: has.slice(0, 3).map((each) => ({ at: each.rdataSpan, message: 'An address of the target' })),
      };
  }
}
