import { ROOT } from '../../../names/name-tree.ts';
import { removeRecord, replacement } from '../../kit/edits.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { check, eachName } from '../../engine/check.ts';

export default check({
  on: eachName([], { when: (zone, _record, name) => zone.apexKnown && !zone.inZone(name) }),
  reports: 'zone/out-of-zone-data',
  *run({ name, records }, context) {
    const { zone } = context,
      isTrigger = name !== ROOT && isPolicyZone(context);
    for (const record of records) {
      const owner = record.ownerSpan,
        right = owner === undefined ? '' : record.source(owner).replace(/\.$/, ''),
        isAbsolute = isTrigger && owner !== undefined && owner.end - owner.start === right.length + 1;
      const isSingle =
        !isTrigger &&
        name !== ROOT &&
        zone.names.parent(name) === ROOT &&
        owner !== undefined &&
        owner.end - owner.start === right.length + 1 &&
        zone.apex !== ROOT;
      const removal = { title: 'Remove this record', safe: false, edits: () => removeRecord(record) };
      yield {
        message: isAbsolute ? 'trigger' : isSingle ? 'single' : 'outside',
        at: owner ?? record.typeSpan,
        args: { name: context.show(name), apex: context.show(zone.apex), right },
        fixes: isAbsolute || isSingle ? [replacement(zone, owner, right, `Write ${right}`, false), removal] : [removal],
      };
    }
  },
});
