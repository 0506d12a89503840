import { originAt } from '../../../zone/model/block-origin.ts';
import { replacement } from '../../kit/edits.ts';
import { decode } from '../../../text/utf8.ts';
import { forgottenOriginDot } from '../../kit/relative-origin.ts';
import { argumentsOf } from '../../kit/reported-entry.ts';
import { check, eachChunk } from '../../engine/check.ts';
import { DOT } from '../../../text/octets.ts';

/** Where the name stands among the words of a directive. */
const NAME_OF: Readonly<Record<string, number>> = { $ORIGIN: 1, $INCLUDE: 2 };
export default check({
  on: eachChunk(0),
  reports: 'dir/origin-portable',
  *run({ block, bytes }, context) {
    const { zone } = context;
    if (!zone.apexKnown) return;
    for (const directive of block.directives) {
      const index = NAME_OF[directive.name],
        name = index === undefined ? undefined : argumentsOf(block, directive)[index];
      if (name === undefined || name.quoted || bytes[name.end - 1] === DOT) continue;
      const written = decode(bytes, name.start, name.end),
        before = originAt(block, directive.start);
      if (forgottenOriginDot(zone, written, before) !== undefined) continue;
      const id = written === '@' ? before : zone.names.intern(`${written}.${zone.names.text(before)}`);
      if (id < 0) continue;
      const at = { block, start: name.start, end: name.end },
        origin = context.show(id);
      yield {
        message: 'relative',
        at,
        args: { written, origin },
        fixes: [replacement(zone, at, zone.names.text(id), 'Write the full name with its final dot', true)],
      };
    }
  },
});
