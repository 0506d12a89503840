import { baseName } from '../../../config/paths/paths.ts';
import { apexOfFileName } from '../../../config/zone-files/zone-file-name.ts';
import { ROOT } from '../../../names/name-tree.ts';
import { check, wholeZone } from '../../engine/check.ts';
import { SOA } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: wholeZone(),
  reports: 'dir/origin-mismatch-filename',
  *run(zone, context) {
    if (!zone.apexKnown || zone.apex === ROOT) return;
    const record = context.allOfType(SOA).find(({ owner, uri }) => owner === zone.apex && uri === zone.root.uri);
    if (record === undefined) return;
    const named = apexOfFileName(baseName(zone.root.uri), {
      hasSoa: true,
      mentions: (apex) => zone.names.find(apex) >= 0,
    });
    if (named === undefined || named.hint || named.apex === zone.names.text(zone.apex)) return;
    yield {
      message: 'other',
      at: record.ownerSpan ?? record.typeSpan,
      args: { zone: context.show(zone.apex), named: named.apex.slice(0, -1) },
    };
  },
});
