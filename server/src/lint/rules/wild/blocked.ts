import type { NameId } from '../../../names/name-tree.ts';
import { HAS_ADDRESS, HAS_CNAME, HAS_MX, HAS_NS } from '../../../zone/records/record-table.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import { recordAt } from '../../../zone/model/lookup.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { A, AAAA, MX } from '../../../zone/rrtypes/codes.ts';

/** With more names beside a wildcard nobody expects all of them to take mail. */
const MANY = 500;
/** Places shown. */
const SHOWN = 5;

export default check({
  on: eachRrset(['MX'], { when: (zone, _record, name) => zone.names.isWildcard(name) && zone.inZone(name) }),
  reports: 'wild/blocked',
  *run({ owner, records }, context) {
    const [first] = records,
      { names } = context.zone,
      blocked = namesBeside(owner, context);
    if (first === undefined || records.every((mx) => mx.target === 0) || blocked.length === 0) return;
    yield {
      message: 'mail',
      at: first.ownerSpan ?? first.typeSpan,
      args: { name: context.show(blocked[0]!), wildcard: names.text(owner).replace(/\.$/, '') },
      related: blocked.slice(0, SHOWN).map((name) => ({
        at: addressOf(name, context).typeSpan,
        message: `The address of ${context.show(name)}, which has no MX records`,
      })),
    };
  },
});

function addressOf(name: NameId, { zone }: RuleContext): RecordView {
  const a = recordAt(zone, name, A);
  return new RecordView(zone, a >= 0 ? a : recordAt(zone, name, AAAA));
}

/** Names with an address and no MX that the wildcard would answer for if they were not there, by their text. */
function namesBeside(wildcard: NameId, context: RuleContext): readonly NameId[] {
  const { names } = context.zone,
    parent = names.parent(wildcard),
    blocked: NameId[] = [];
  // Also makes the finding hang on which names are there. Below a zone cut or a DNAME the wildcard answers nothing.
  if (!context.lookup(context.child(parent, 'any-other-name'), MX).wildcard) return [];
  let seen = 0;
  for (let name = names.firstChild(parent); name !== 0; name = names.nextSibling(name)) {
    const kinds = context.zone.records.kinds(name);
    if (kinds === 0 || name === wildcard) continue;
    if (++seen > MANY) return [];
    context.kinds(name);
    if ((kinds & HAS_ADDRESS) !== 0 && (kinds & (HAS_MX | HAS_CNAME | HAS_NS)) === 0) blocked.push(name);
  }
  return blocked.sort((a, b) => (names.text(a) < names.text(b) ? -1 : 1));
}
