import { ROOT } from '../../../names/name-tree.ts';
import { argumentsOf } from '../../kit/reported-entry.ts';
import { defineRule, eachChunk } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'dir/origin-outside',
    severity: 'warning',
    source: 'RFC 1035 §5.1',
    summary: '$ORIGIN outside the zone',
    messages: { outside: `{origin} isn't in zone {zone}: servers ignore every record below whose name is completed with it.` },
  },
  on: eachChunk(0),
  *check({ block }, context) {
    const { zone } = context;
    if (!zone.apexKnown) return;
    for (const directive of block.directives) {
      const { origin } = directive;
      if (directive.name !== '$ORIGIN' || origin === ROOT || zone.inZone(origin) || zone.names.isAtOrBelow(zone.apex, origin)) continue;
      const name = argumentsOf(block, directive)[1];
      if (name !== undefined) yield { message: 'outside', at: { block, start: name.start, end: name.end }, args: { origin: context.show(origin), zone: context.show(zone.apex) } };
    }
  },
});
