import { isSpf, parseSpf } from '../../../mail/spf/spf.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RuleContext } from '../../engine/context.ts';
import { below } from './mail-owner-check.ts';
import { TXT } from '../../../zone/rrtypes/codes.ts';

/** Labels below a domain at which its SPF record is put by mistake. Many domains have parts of their record there. */
export const spfLabels: readonly string[] = ['_spf', 'spf'];

/** Whether a name has an SPF record, or one that is mistyped, which is told as such. */
export function hasSpfText(context: RuleContext, name: NameId): boolean {
  return context
    .records(name, TXT)
    .some((record) => !record.broken && parseSpf(record.text.joined).version !== undefined);
}

/** Whether the SPF record of a domain that has none stands below it. */
export function isSpfMisplaced(context: RuleContext, domain: NameId): boolean {
  return spfLabels.some((label) => {
    const name = below(context, domain, [label]);
    return name >= 0 && context.records(name, TXT).some((record) => !record.broken && isSpf(record.text.joined));
  });
}
