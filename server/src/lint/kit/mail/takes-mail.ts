import type { RuleContext } from '../../engine/context.ts';

/** Whether a domain can be sent mail: it has MX records other than the null MX, or an address (RFC 5321 §5.1, RFC 7505 §3). Undefined where the zones at hand don't say. */
export function takesMail(context: RuleContext, domain: string): boolean | undefined {
  const name = `${domain.toLowerCase().replace(/\.$/, '')}.`,
    { status, records } = context.resolver.lookup(name, 'MX');
  if (status === 'ok') return records.some(({ exchange }) => exchange !== '.');
  if (status === 'nxdomain') return false;
  if (status !== 'nodata') return undefined;
  const addresses = (['A', 'AAAA'] as const).map((type) => context.resolver.lookup(name, type).status);
  if (addresses.includes('ok')) return true;
  return addresses.every((answer) => answer === 'nodata' || answer === 'nxdomain') ? false : undefined;
}
