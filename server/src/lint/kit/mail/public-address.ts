import { isSpf, parseSpf } from '../../../mail/spf/spf.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { addressOctets, addressText, addressUse, unreachableAddress } from '../../../text/address.ts';
import type { RuleContext } from '../../engine/context.ts';
import { ptrOf } from '../reverse-lookup.ts';
import { configuredHost } from './configured-host.ts';
import { MX, TXT } from '../../../zone/rrtypes/codes.ts';

/** MX records and addresses that are looked at. */
const few = 8;

/** An address that a host seems to have on the Internet, and what says so. */
export interface PublicAddress {
  readonly address: string;
  /** `settings` and `ptr` are sure; an SPF record may mean another machine. */
  readonly by: 'settings' | 'ptr' | 'spf';
}

/** The public addresses, of the kind with so many octets, that the settings, the SPF records and the reverse zones at hand give a mail host; the surest first. */
export function publicAddresses(host: NameId, length: number, context: RuleContext): readonly PublicAddress[] {
  const name = context.absolute(host),
    told = new Set(configuredHost(host, context)?.sendingAddresses ?? []),
    candidates = new Set([...told, ...spfAddresses(host, context)]);
  const found: PublicAddress[] = [];
  for (const text of [...candidates].slice(0, few)) {
    const octets = addressOctets(text),
      use = octets === undefined ? undefined : addressUse(octets);
    if (octets?.length !== length || use === undefined || unreachableAddress[use] !== undefined) continue;
    const address = addressText(octets),
      { status, records, zone } = ptrOf(octets, context);
    const isOurs =
      status === 'found' && records.some(({ target }) => target > 0 && zone?.names.text(target).toLowerCase() === name);
    // An address with another host's name is that host's.
    if (status === 'found' && !isOurs && !told.has(text)) continue;
    found.push({ address, by: told.has(text) ? 'settings' : isOurs ? 'ptr' : 'spf' });
  }
  const order = ['settings', 'ptr', 'spf'];
  return found.sort((a, b) => order.indexOf(a.by) - order.indexOf(b.by));
}

/** Single addresses that the SPF records of the host, and of the domains whose mail it takes, let send. */
function spfAddresses(host: NameId, context: RuleContext): readonly string[] {
  const domains = new Set([host]);
  for (const referrer of context.referrers(host)) {
    if (referrer.type === MX) domains.add(referrer.owner);
    if (domains.size > few) break;
  }
  const found: string[] = [];
  for (const domain of domains)
    for (const record of context.records(domain, TXT)) {
      if (record.broken || !isSpf(record.text.joined)) continue;
      for (const term of parseSpf(record.text.joined).terms) {
        if (
          term.kind !== 'mechanism' ||
          term.qualifier !== '+' ||
          (term.known !== 'ip4' && term.known !== 'ip6') ||
          term.faults.length > 0 ||
          term.network === undefined
        )
          continue;
        const prefix = (term.known === 'ip4' ? term.cidr4 : term.cidr6)?.value;
        if (prefix === undefined || prefix === (term.known === 'ip4' ? 32 : 128)) found.push(term.network.text);
      }
    }
  return found;
}
