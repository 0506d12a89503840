import { RecordView } from '../../../zone/model/record-view.ts';
import { HAS_ADDRESS } from '../../../zone/records/record-table.ts';
import { addRecord, relativeName } from '../../kit/add-record.ts';
import { dnameAbove } from '../../kit/below-dname.ts';
import { replacement } from '../../kit/edits.ts';
import { forgottenDot, isAddressText } from '../../kit/forgotten-dot.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { Draft } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const A = 1;

const metas: readonly RuleMeta[] = [
  {
    code: 'srv/no-address', severity: 'error', source: 'RFC 2782', bind: 'warning', fix: 'unsafe',
    summary: 'SRV target without an address record',
    messages: { missing: `{target} has no A or AAAA record, so clients can't reach the service {name}.` },
  },
  {
    code: 'srv/cname', severity: 'warning', source: 'RFC 2782', bind: 'warning', fix: 'unsafe',
    summary: 'Alias as an SRV target',
    messages: { alias: '{target} is an alias (CNAME) of {canonical}: BIND warns, and some clients fail.' },
  },
  {
    code: 'srv/below-dname', severity: 'error', source: 'RFC 2782', bind: 'warning',
    summary: 'SRV target below a DNAME',
    messages: { below: '{target} is below the DNAME at {above} and so an alias, on which some clients fail.' },
  },
];

/** What a zone knows about the hosts that its SRV records point at. */
export default defineFamily(metas, eachRecord(['SRV'], {
  when: (zone, record) => { const target = zone.records.target[record]!; return target > 0 && (zone.records.kinds(target) & HAS_ADDRESS) === 0 && zone.inZone(target); },
}), function* (srv, context) {
  if (srv.broken || !context.zone.apexKnown) return;
  const found = context.lookup(srv.target, A);
  if (found.status === 'alias') yield alias(srv, new RecordView(context.zone, found.record), context);
  else if (found.status === 'redirected') yield below(srv, context);
  else if ((found.status === 'no-name' || found.status === 'no-data') && !hasAaaa(srv, context) && forgottenDot(srv, 'target', context) === undefined && !isAddressText(srv, 'target')) yield missing(srv, context);
});

/** Also by way of a wildcard. */
function hasAaaa(srv: RecordView, context: RuleContext): boolean { return context.lookup(srv.target, 28).status === 'answer'; }

function alias(srv: RecordView, cname: RecordView, context: RuleContext): Draft {
  const at = srv.span('target'), canonical = cname.target >= 0 ? context.show(cname.target) : cname.source();
  return {
    code: 'srv/cname', message: 'alias', at, args: { target: context.show(srv.target), canonical },
    related: [{ at: cname.typeSpan, message: 'The CNAME record.' }],
    ...(srv.generated || cname.target < 0 ? {} : { fixes: [replacement(srv.zone, at, relativeName(srv.zone, cname.target, srv.origin), `Point the SRV at ${canonical}`, false)] }),
  };
}

function below(srv: RecordView, context: RuleContext): Draft {
  return { code: 'srv/below-dname', message: 'below', at: srv.span('target'), args: { target: context.show(srv.target), above: context.show(dnameAbove(context.zone, srv.target)) } };
}

function missing(srv: RecordView, context: RuleContext): Draft {
  const { zone, target } = srv, host = context.show(target);
  return {
    code: 'srv/no-address', message: 'missing', at: srv.span('target'), args: { target: host, name: context.show(srv.owner) },
    fixes: [{ title: `Add an A record for ${host}`, safe: false, edits: () => [addRecord(zone, target, 'A', '${1:192.0.2.1}', { after: srv, snippet: true })] }],
  };
}
