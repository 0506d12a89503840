import { LABEL_UNDERSCORE } from '../../../names/name-tree.ts';
import { replacement } from '../../kit/edits.ts';
import { check, eachRrset } from '../../engine/check.ts';

export default check({
  on: eachRrset(['HTTPS'], { when: (zone, _record, name) => (zone.names.labelFlags(name) & LABEL_UNDERSCORE) !== 0 }),
  reports: 'https/prefix',
  *run({ owner, records }, context) {
    const { names } = context.zone,
      first = records[0]!,
      at = first.ownerSpan ?? first.typeSpan,
      label = names.label(owner),
      above = names.parent(owner);
    const written = first.ownerSpan === undefined ? '' : first.source(first.ownerSpan);
    const count =
      label === '_https' ? 1 : (label === '_443' || label === '_tcp') && names.label(above) === '_https' ? 2 : 0;
    if (count === 0) return;
    const host = count === 1 ? above : names.parent(above),
      rest = written.split('.').slice(count).join('.');
    yield {
      message: count === 1 ? 'noPort' : 'standard',
      at,
      args: { host: context.show(host), name: context.show(owner) },
      ...(first.generated || written === '' || records.length > 1
        ? {}
        : {
            fixes: [
              replacement(
                context.zone,
                at,
                rest === '' ? '@' : rest,
                `Move the record to ${context.show(host)}`,
                false,
              ),
            ],
          }),
    };
  },
});
