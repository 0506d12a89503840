import { ROOT } from '../../../names/name-tree.ts';
import { HAS_NS, HAS_SOA } from '../../../zone/records/record-table.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import type { TextChange } from '../../../findings/fix.ts';
import { snippetText, tabStop } from '../../../text/snippets.ts';
import { firstSpan } from '../../kit/first-span.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, wholeZone } from '../../engine/check.ts';
import { A, AAAA, DS, NS, NSEC, NSEC3, RRSIG } from '../../../zone/rrtypes/codes.ts';

/** Whether there is nothing but delegations and their glue, all with absolute names: a part of a registry's zone. */
function isExcerpt({ apex, records }: Zone): boolean {
  if (records.countOf(NS) < 2 || records.kinds(apex) !== 0) return false;
  for (let id = 0; id < records.limit; id++) {
    const owner = records.owner[id]!,
      type = records.type[id]!;
    if (owner < 0 || type === NS || type === DS || type === RRSIG || type === NSEC || type === NSEC3) continue;
    if ((type !== A && type !== AAAA) || (records.referrerKinds(owner) & HAS_NS) === 0) return false;
  }
  return true;
}

/** The line of the first record, or of the comment right above it where that isn't the head of the file. */
function firstLine(zone: Zone): number {
  const { text, blocks } = zone.root,
    block = blocks.find(({ records }) => records.length > 0),
    first = block?.records[0];
  if (block === undefined || first === undefined) return 0;
  const { line } = text.position(block.index, zone.records.offset[first]!);
  let top = line;
  const isComment = (at: number): boolean =>
    text.slice({ start: { line: at, character: 0 }, end: { line: at + 1, character: 0 } }).startsWith(';');
  while (top > 0 && isComment(top - 1)) top--;
  return top > 0 ? top : line;
}

/** An SOA record before the first record that asks for its names and serial: the primary is one of the zone's own name servers where it has some. */
function addSoa(zone: Zone, context: RuleContext): TextChange {
  const { text, uri, blocks } = zone.root,
    position = { line: firstLine(zone), character: 0 },
    above = new Set(
      blocks.flatMap((block) =>
        block.directives
          .filter(({ start }) => text.position(block.index, start).line < position.line)
          .map(({ name }) => name),
      ),
    );
  const servers = context
    .records(zone.apex, NS)
    .filter(({ target }) => target > ROOT)
    .map(({ target }) => zone.names.text(target));
  const ttl = above.has('$TTL') ? '' : '\\$TTL ${8:3600}\n',
    // After $ORIGIN, "@" may be another name.
    owner = above.has('$ORIGIN') ? snippetText(zone.names.text(zone.apex)) : '@',
    primary = tabStop(1, servers, 'name server');
  return {
    uri,
    range: { start: position, end: position },
    text: `${ttl}${owner} IN SOA ${primary} \${2:mailbox} ( \${3:serial} \${4:7200} \${5:3600} \${6:1209600} \${7:3600} )\n`,
    snippet: true,
  };
}

export default check({
  on: wholeZone(),
  reports: 'zone/no-soa',
  *run(zone, context) {
    if ((zone.records.kinds(zone.apex) & HAS_SOA) !== 0) return;
    // Root hints are no zone: name servers of the root, which a resolver begins with.
    if (!zone.apexKnown && (zone.records.kinds(ROOT) & HAS_NS) !== 0) return;
    const elsewhere = [...zone.records.ofType(6)].length > 0;
    if (elsewhere && !zone.apexKnown) return;
    if (!zone.apexKnown && isExcerpt(zone)) return;
    const at = firstSpan(zone);
    yield {
      message: zone.apexKnown ? 'notAtApex' : 'none',
      at,
      args: { apex: context.show(zone.apex) },
      ...(elsewhere
        ? {}
        : {
            fixes: [
              {
                title: 'Add an SOA record',
                safe: false,
                edits: () => [addSoa(zone, context)],
              },
            ],
          }),
    };
  },
});
