import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { nearest } from '../../../text/near-miss.ts';
import { replacement } from '../../kit/edits.ts';
import { beginsWithRpz } from '../../engine/policy-trigger.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { check, eachRecord } from '../../engine/check.ts';

/** How actions are written, by what people write for them. */
const actions: Readonly<Record<string, string>> = {
  'rpz-passthru': 'rpz-passthru.',
  'rpz-drop': 'rpz-drop.',
  'rpz-tcp-only': 'rpz-tcp-only.',
  'rpz-nxdomain': '.',
  'rpz-nodata': '*.',
  '*': '*.',
};
/** Actions that have no name of their own. */
const nameless: Readonly<Record<string, string>> = {
  'rpz-nxdomain': '"no such name" (NXDOMAIN)',
  'rpz-nodata': '"no data" (NODATA)',
};

/** Asked for every CNAME: whether its target is like that of an action. */
function isLikeAction(zone: Zone, target: NameId): boolean {
  return (
    target > ROOT &&
    (beginsWithRpz(zone, target) ||
      (zone.names.isWildcard(target) &&
        zone.names.parent(target) !== ROOT &&
        zone.names.isAtOrBelow(target, zone.apex)))
  );
}

export default check({
  on: eachRecord(['CNAME'], { when: (zone, record) => isLikeAction(zone, zone.records.target[record]!) }),
  reports: 'rpz/cname-target',
  *run(cname, context) {
    const { zone } = context,
      label = zone.names.label(cname.target),
      written = cname.source(),
      typed = written.replace(/\.$/, '').toLowerCase();
    if (cname.broken || typed !== label || !isPolicyZone(context)) return;
    const near = label in actions ? label : nearest(label, Object.keys(actions)),
      right = near === undefined ? undefined : actions[near];
    const isAbsolute = zone.names.parent(cname.target) === ROOT,
      meaning = near === undefined ? undefined : nameless[near],
      at = cname.rdataSpan;
    const fix =
      cname.generated || right === undefined ? {} : { fixes: [replacement(zone, at, right, `Write ${right}`, false)] };
    if (right === undefined) {
      if (isAbsolute) yield { message: 'unknown', at, args: { written } };
    } else if (meaning !== undefined)
      yield { message: 'nameless', at, args: { written, near: right, meaning }, ...fix };
    else if (near !== label) yield { message: 'near', at, args: { written, near: right }, ...fix };
    else if (!isAbsolute) yield { message: 'dot', at, args: { written, becomes: context.show(cname.target) }, ...fix };
  },
});
