import { originAt } from '../../../zone/model/block-origin.ts';
import { decode } from '../../../text/utf8.ts';
import { replacement } from '../../kit/edits.ts';
import { ROOT } from '../../../names/name-tree.ts';
import { forgottenOriginDot, isPartOf } from '../../kit/relative-origin.ts';
import { argumentsOf } from '../../kit/reported-entry.ts';
import { check, eachChunk } from '../../engine/check.ts';

export default check({
  on: eachChunk(0),
  reports: 'dir/origin-relative',
  *run({ block, bytes }, { zone }) {
    for (const directive of block.directives) {
      const name = directive.name === '$ORIGIN' ? argumentsOf(block, directive)[1] : undefined;
      if (name === undefined || name.quoted) continue;
      const written = decode(bytes, name.start, name.end),
        becomes = forgottenOriginDot(zone, written, originAt(block, directive.start));
      const at = { block, start: name.start, end: name.end },
        apex = zone.names.text(zone.apex),
        origin = originAt(block, directive.start);
      if (becomes === undefined) {
        if (
          zone.apexKnown &&
          origin === zone.apex &&
          !written.endsWith('.') &&
          isPartOf(written.toLowerCase(), apex.slice(0, -1)) &&
          zone.names.parent(zone.apex) > ROOT
        )
          yield {
            message: 'cut',
            at,
            args: { becomes: `${written}.${apex.slice(0, -1)}`, apex: apex.slice(0, -1) },
            fixes: [replacement(zone, at, apex, `Write ${apex}`, false)],
          };
        continue;
      }
      yield {
        message: 'relative',
        at,
        args: { written, becomes },
        fixes: [replacement(zone, at, `${written}.`, 'Add the final dot', false)],
      };
    }
  },
});
