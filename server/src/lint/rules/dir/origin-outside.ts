import { ROOT } from '../../../names/name-tree.ts';
import { argumentsOf } from '../../kit/reported-entry.ts';
import { replacement } from '../../kit/edits.ts';
import { isPartOf } from '../../kit/relative-origin.ts';
import { check, eachChunk } from '../../engine/check.ts';

export default check({
  on: eachChunk(0),
  reports: 'dir/origin-outside',
  *run({ block }, context) {
    const { zone } = context;
    if (!zone.apexKnown) return;
    for (const directive of block.directives) {
      const { origin } = directive;
      if (
        directive.name !== '$ORIGIN' ||
        origin === ROOT ||
        zone.inZone(origin) ||
        zone.names.isAtOrBelow(zone.apex, origin)
      )
        continue;
      const name = argumentsOf(block, directive)[1];
      if (name === undefined) continue;
      const at = { block, start: name.start, end: name.end },
        args = { origin: context.show(origin), zone: context.show(zone.apex) },
        apex = context.absolute(zone.apex);
      if (isPartOf(args.origin, args.zone))
        yield { message: 'cut', at, args, fixes: [replacement(zone, at, apex, `Write ${apex}`, false)] };
      else yield { message: 'outside', at, args };
    }
  },
});
