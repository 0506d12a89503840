import type { Zone } from '../../../zone/model/zone.ts';
import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { nearest } from '../../../text/near-miss.ts';
import { bindProperties } from '../../kit/catalog-property.ts';
import { check, eachName } from '../../engine/check.ts';
import { A, AAAA, NS, SOA } from '../../../zone/rrtypes/codes.ts';

/** DNSSEC, CDS, CDNSKEY and ZONEMD, which every zone may have. */
const signed = new Set([43, 46, 47, 48, 50, 51, 59, 60, 63]);
/** Labels about which other rules speak, or which stand for what servers look at. */
const known: ReadonlySet<string> = new Set([...bindProperties, 'version', 'zones', 'ext', 'coo', 'group']);

export default check({
  on: eachName([], { when: (zone) => zone.purpose.isCatalog }),
  reports: 'catz/other-data',
  *run({ name, records }, context) {
    const { zone } = context,
      isApex = name === zone.apex;
    if (!isApex && !isPassedOver(zone, name)) return;
    const others = records.filter(({ type }) => !signed.has(type) && !(isApex && (type === SOA || type === NS)));
    if (isApex)
      for (const record of others) yield { message: 'apex', at: record.typeSpan, args: { type: record.mnemonic } };
    const [first] = others;
    if (
      isApex ||
      first === undefined ||
      ((first.type === A || first.type === AAAA) && context.records(zone.apex, NS).some((ns) => ns.target === name))
    )
      return;
    yield { message: 'below', at: first.ownerSpan ?? first.typeSpan, args: { type: first.mnemonic } };
  },
});

/** Whether a name is below a label that servers do not look at, or below `version`. */
function isPassedOver({ apex, names }: Zone, name: NameId): boolean {
  let top = name;
  for (let id = name; id !== apex; id = names.parent(id)) {
    if (id === ROOT) return false;
    top = id;
  }
  const label = names.label(top);
  return label === 'version'
    ? top !== name
    : !known.has(label) && nearest(label, ['zones', 'version'], 2) === undefined;
}
