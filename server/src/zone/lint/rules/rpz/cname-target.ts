import { ROOT } from '../../../names/name-tree.ts';
import { nearest } from '../../../text/near-miss.ts';
import { replacement } from '../../fix.ts';
import { beginsWithRpz } from '../../policy-trigger.ts';
import { isPolicyZone } from '../../special-zone.ts';
import { defineRule, eachRecord } from '../../rule.ts';

const actions = ['rpz-passthru', 'rpz-drop', 'rpz-tcp-only'];

export default defineRule({
  meta: {
    code: 'rpz/cname-target', severity: 'warning', source: 'draft-vixie-dnsop-dns-rpz §3', fix: 'unsafe',
    summary: 'An action of a response policy zone that is mistyped.',
    messages: {
      dot: 'Without a final dot, {written} means {becomes}, and answers are rewritten to that name in place of the action. Write {written}. with a dot.',
      near: '{written} is no action, so answers are rewritten to that name; did you mean {near}?',
    },
  },
  on: eachRecord(['CNAME'], { when: (zone, record) => { const name = zone.records.target[record]!; return name > ROOT && beginsWithRpz(zone, name); } }),
  *check(cname, context) {
    const { zone } = context, label = zone.names.label(cname.target), written = cname.source(), near = actions.includes(label) ? label : nearest(label, actions);
    if (cname.broken || near === undefined || !isPolicyZone(context)) return;
    const absolute = written.endsWith('.');
    if (near === label && (absolute || zone.names.parent(cname.target) === ROOT || written.includes('.'))) return;
    const right = `${near}.`, fix = cname.generated ? {} : { fixes: [replacement(zone, cname.rdataSpan, right, `Write ${right}`, false)] };
    if (near === label) yield { message: 'dot', at: cname.rdataSpan, args: { written, becomes: context.show(cname.target) }, ...fix };
    else if (written.replace(/\.$/, '') === label) yield { message: 'near', at: cname.rdataSpan, args: { written, near: right }, ...fix };
  },
});
