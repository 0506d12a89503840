import { replaceSpan } from '../../kit/edits.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['MX'], { when: (zone, record) => isLocalhost(zone, zone.records.target[record]!) }),
  reports: 'mx/localhost',
  *run(mx, context) {
    if (mx.broken) return;
    const { zone } = context,
      alone = context.records(mx.owner, 15).length === 1;
    yield {
      message: 'localhost',
      at: mx.span('exchange'),
      args: { target: context.show(mx.target), name: context.show(mx.owner) },
      ...(alone && !mx.generated
        ? {
            fixes: [
              { title: 'Change to the null MX', safe: false, edits: () => [replaceSpan(zone, mx.rdataSpan, '0 .')] },
            ],
          }
        : {}),
    };
  },
});

/** The name `localhost.` itself; a host of that name in the zone is told by its missing or its loopback address. */
function isLocalhost(zone: Zone, target: number): boolean {
  return (
    target > 0 &&
    zone.names.parent(target) === 0 &&
    zone.names.labelOctets(target).length === 9 &&
    zone.names.label(target) === 'localhost'
  );
}
