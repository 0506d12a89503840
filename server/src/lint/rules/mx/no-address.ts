import { HAS_ADDRESS, HAS_CNAME } from '../../../zone/records/record-table.ts';
import { addRecord, relativeName } from '../../kit/add-record.ts';
import { replacement } from '../../kit/edits.ts';
import type { Fix } from '../../../findings/fix.ts';
import { appendedApex, forgottenDot, isAddressText } from '../../kit/forgotten-dot.ts';
import { otherMailHost } from '../../kit/host-with-address.ts';
import { lookup } from '../../../zone/model/lookup.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { RuleContext } from '../../engine/context.ts';
import { standInLabel } from '../../kit/placeholder.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { A, AAAA, MX } from '../../../zone/rrtypes/codes.ts';

type Said = Report<'mx/no-address'>;
export default check({
  on: eachRecord(['MX'], {
    when: (zone, record) => (zone.records.kinds(zone.records.target[record]!) & (HAS_ADDRESS | HAS_CNAME)) === 0,
  }),
  reports: 'mx/no-address',
  *run(mx, context) {
    const { target } = mx;
    if (mx.broken || target <= 0) return;
    // Nobody sees an MX record below a delegation, or at one.
    if (context.lookup(mx.owner, MX).status === 'delegated') return;
    const { status } = context.lookup(target, A);
    if (status === 'outside') {
      yield* elsewhere(mx, context);
      return;
    }
    if (
      (status !== 'no-name' && status !== 'no-data') ||
      forgottenDot(mx, 'exchange', context) !== undefined ||
      isAddressText(mx, 'exchange') ||
      appendedApex(mx, 'exchange', context) !== undefined ||
      standInLabel(context.zone, target) >= 0
    )
      return;
    yield {
      message: 'missing',
      at: mx.span('exchange'),
      args: { target: context.show(target) },
      fixes: fixes(mx, context),
    };
  },
});

function fixes(mx: RecordView, context: RuleContext): readonly Fix[] {
  const { target, zone } = mx,
    host = context.show(target),
    other = mx.generated ? -1 : otherMailHost(context, mx.owner);
  const added = (type: string, preferred: boolean): Fix => ({
    title: `Add an ${type} record for ${host}`,
    safe: false,
    ...(preferred ? { preferred } : {}),
    edits: () => [addRecord(zone, target, type, '${1:address}', { after: mx, snippet: true })],
  });
  return [
    added('A', true),
    added('AAAA', false),
    ...(other < 0
      ? []
      : [
          replacement(
            zone,
            mx.span('exchange'),
            relativeName(zone, other, mx.origin),
            `Point the MX at ${context.show(other)}, which has an address`,
            false,
          ),
        ]),
  ];
}

/** A target in another zone that is in the workspace. */
function* elsewhere(mx: RecordView, context: RuleContext): Iterable<Said> {
  const name = context.absolute(mx.target),
    zone = context.zoneOf(name),
    host = zone === undefined ? -1 : zone.names.intern(name);
  if (zone === undefined || host < 0) return;
  const statuses = [lookup(zone, host, A).status, lookup(zone, host, AAAA).status];
  if (!statuses.every((status) => status === 'no-name' || status === 'no-data')) return;
  yield {
    message: 'elsewhere',
    at: mx.span('exchange'),
    args: { target: context.show(mx.target), zone: zone.names.text(zone.apex).slice(0, -1) },
    fixes: [
      {
        title: `Add an A record for ${context.show(mx.target)} to its zone`,
        safe: false,
        edits: () => [addRecord(zone, host, 'A', '${1:address}', { snippet: true })],
      },
    ],
  };
}
