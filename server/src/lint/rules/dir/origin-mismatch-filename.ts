import { baseName } from '../../../config/paths/paths.ts';
import { apexOfFileName } from '../../../config/zone-files/zone-file-name.ts';
import { ROOT } from '../../../names/name-tree.ts';
import { defineRule, wholeZone } from '../../engine/rule.ts';

const SOA = 6;

export default defineRule({
  meta: {
    code: 'dir/origin-mismatch-filename',
    severity: 'warning',
    profile: 'strict',
    source: 'practice',
    summary: 'File named after a different zone',
    messages: { other: 'This SOA is for {zone}, but the file is named after {named}.' },
  },
  on: wholeZone(),
  *check(zone, context) {
    if (!zone.apexKnown || zone.apex === ROOT) return;
    const record = context.allOfType(SOA).find(({ owner, uri }) => owner === zone.apex && uri === zone.root.uri);
    if (record === undefined) return;
    const named = apexOfFileName(baseName(zone.root.uri), { hasSoa: true, mentions: apex => zone.names.find(apex) >= 0 });
    if (named === undefined || named.hint || named.apex === zone.names.text(zone.apex)) return;
    yield { message: 'other', at: record.ownerSpan ?? record.typeSpan, args: { zone: context.show(zone.apex), named: named.apex.slice(0, -1) } };
  },
});
