import { ROOT } from '../../../names/name-tree.ts';
import { HAS_NS, HAS_SOA } from '../../../zone/records/record-table.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { firstSpan } from '../../kit/first-span.ts';
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
    const { uri } = zone.root;
    yield {
      message: zone.apexKnown ? 'notAtApex' : 'none',
      at,
      args: { apex: context.show(zone.apex) },
      ...(elsewhere
        ? {}
        : {
            fixes: [
              {
                title: 'Add an SOA record at the top',
                safe: false,
                edits: () => [
                  {
                    uri,
                    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
                    text: `$TTL 3600\n@ IN SOA \${1:ns1.example.net.} \${2:hostmaster.example.net.} ( \${3:1} 7200 3600 1209600 3600 )\n`,
                    snippet: true,
                  },
                ],
              },
            ],
          }),
    };
  },
});
