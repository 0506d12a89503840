import { RecordView } from '../../../zone/model/record-view.ts';
import { HAS_ADDRESS } from '../../../zone/records/record-table.ts';
import { addRecord, relativeName } from '../../kit/add-record.ts';
import { dnameAbove } from '../../kit/below-dname.ts';
import { replacement } from '../../kit/edits.ts';
import { appendedApex, forgottenDot, isAddressText } from '../../kit/forgotten-dot.ts';
import type { RuleContext } from '../../engine/context.ts';
import { standInLabel } from '../../kit/placeholder.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { A } from '../../../zone/rrtypes/codes.ts';

type Said = Report<'srv/no-address' | 'srv/cname' | 'srv/below-dname'>;
/** What a zone knows about the hosts that its SRV records point at. */
export default check({
  on: eachRecord(['SRV'], {
    when: (zone, record) => {
      const target = zone.records.target[record]!;
      return target > 0 && (zone.records.kinds(target) & HAS_ADDRESS) === 0 && zone.inZone(target);
    },
  }),
  reports: ['srv/no-address', 'srv/cname', 'srv/below-dname'],
  *run(srv, context) {
    if (srv.broken || !context.zone.apexKnown) return;
    const found = context.lookup(srv.target, A);
    if (found.status === 'alias') yield alias(srv, new RecordView(context.zone, found.record), context);
    else if (found.status === 'redirected') yield below(srv, context);
    else if (
      (found.status === 'no-name' || found.status === 'no-data') &&
      !hasAaaa(srv, context) &&
      forgottenDot(srv, 'target', context) === undefined &&
      !isAddressText(srv, 'target') &&
      appendedApex(srv, 'target', context) === undefined &&
      standInLabel(context.zone, srv.target) < 0
    )
      yield missing(srv, context);
  },
});

/** Also by way of a wildcard. */
function hasAaaa(srv: RecordView, context: RuleContext): boolean {
  return context.lookup(srv.target, 28).status === 'answer';
}

function alias(srv: RecordView, cname: RecordView, context: RuleContext): Said {
  const at = srv.span('target'),
    canonical = cname.target >= 0 ? context.show(cname.target) : cname.source();
  return {
    code: 'srv/cname',
    message: 'alias',
    at,
    args: { target: context.show(srv.target), canonical },
    related: [{ at: cname.typeSpan, message: 'The CNAME record.' }],
    ...(srv.generated || cname.target < 0
      ? {}
      : {
          fixes: [
            replacement(
              srv.zone,
              at,
              relativeName(srv.zone, cname.target, srv.origin),
              `Point the SRV at ${canonical}`,
              false,
            ),
          ],
        }),
  };
}

function below(srv: RecordView, context: RuleContext): Said {
  return {
    code: 'srv/below-dname',
    message: 'below',
    at: srv.span('target'),
    args: { target: context.show(srv.target), above: context.show(dnameAbove(context.zone, srv.target)) },
  };
}

function missing(srv: RecordView, context: RuleContext): Said {
  const { zone, target } = srv,
    host = context.show(target);
  return {
    code: 'srv/no-address',
    message: 'missing',
    at: srv.span('target'),
    args: { target: host, name: context.show(srv.owner) },
    fixes: [
      {
        title: `Add an A record for ${host}`,
        safe: false,
        edits: () => [addRecord(zone, target, 'A', '${1:address}', { after: srv, snippet: true })],
      },
    ],
  };
}
