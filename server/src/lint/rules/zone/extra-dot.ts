import { parse } from 'tldts';
import { ROOT } from '../../../names/name-tree.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { isInternalZone } from '../../kit/mail-hosts.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { standInLabel } from '../../kit/placeholder.ts';
import { check, eachRecord } from '../../engine/check.ts';

/** Single labels that stand for something (RFC 6761, RFC 9432 §4), and the actions of response policy zones. */
const meant = new Set(['localhost', 'invalid', 'local', 'test', 'rpz-passthru', 'rpz-drop', 'rpz-tcp-only', '*']);

export default check({
  on: eachRecord(['NS', 'CNAME', 'PTR', 'MX', 'SRV', 'AFSDB', 'SVCB', 'HTTPS'], {
    when: (zone, record) => {
      const target = zone.records.target[record]!;
      return target > ROOT && zone.names.parent(target) === ROOT && zone.apex !== ROOT && target !== zone.apex;
    },
  }),
  reports: 'zone/extra-dot',
  *run(record, context) {
    const { zone } = context,
      field = record.fields.find((view) => view.field.target === true);
    if (record.broken || field === undefined || !zone.apexKnown) return;
    const written = record.source(field.span),
      label = zone.names.label(record.target);
    if (!written.endsWith('.') || meant.has(label) || parse(label, { allowPrivateDomains: false }).isIcann === true)
      return;
    const inside = context.child(record.origin, label),
      known = inside >= 0 && context.kinds(inside) !== 0;
    if (
      !known &&
      (isInternalZone(zone, context.settings.internal) ||
        isPolicyZone(context) ||
        standInLabel(zone, record.target) >= 0)
    )
      return;
    if (!known) yield { message: 'other', at: field.span, args: { written } };
    else
      yield {
        message: 'known',
        at: field.span,
        args: { written, meant: context.show(inside) },
        fixes: [
          {
            title: 'Remove the final dot',
            safe: true,
            edits: () => [replaceSpan(zone, field.span, written.slice(0, -1))],
          },
        ],
      };
  },
});
