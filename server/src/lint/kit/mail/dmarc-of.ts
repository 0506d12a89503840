import { discoverPolicy, treeWalk } from '../../../mail/dmarc/dmarc.ts';
import type { DmarcRecord } from '../../../mail/dmarc/dmarc.ts';
import type { RuleContext } from '../../engine/context.ts';

/**
 * The DMARC record that receivers use for a domain, its own or one above (RFC 9989 §4.10); undefined where the zones at hand have none up to the zone's apex, `unknown` where a name among them is
 * answered elsewhere. What lies above the apex is taken to have none.
 * @param domain absolute, lower case
 */
export function dmarcOf(context: RuleContext, domain: string): DmarcRecord | undefined | 'unknown' {
  const { resolver, zone } = context,
    found = discoverPolicy(resolver, domain);
  if (found !== undefined) return found.record;
  const apex = zone.names.text(zone.apex);
  return treeWalk(resolver, domain).some(
    (step) => !step.known && (step.domain === apex || step.domain.endsWith(`.${apex}`)),
  )
    ? 'unknown'
    : undefined;
}
