import { fetchPolicy } from '../../hosts/node/policy-fetch.ts';
import { addressesOfHost } from '../../live/asking/recursor.ts';
import type { Recursor } from '../../live/asking/recursor.ts';
import type { ProbeRequest } from '../../live/smtp/host-probe.ts';
import { plainName } from '../../mail/dns/resolver.ts';

/** A domain's MTA-STS policy as senders fetch it, or why they can't. `domain`: absolute. */
export async function policyOf(
  recursor: Recursor,
  domain: string,
  port: number,
  ca: string | undefined,
): Promise<NonNullable<ProbeRequest['policy']>> {
  const shown = plainName(domain),
    addresses = await addressesOfHost(recursor, `mta-sts.${domain}`),
    [address] = 'why' in addresses ? [] : addresses;
  if (address === undefined)
    return {
      domain: shown,
      text: undefined,
      why: 'why' in addresses ? addresses.why : `mta-sts.${shown} has no address`,
    };
  const fetched = await fetchPolicy(shown, address, port, ca);
  return 'text' in fetched
    ? { domain: shown, text: fetched.text, why: '' }
    : { domain: shown, text: undefined, why: fetched.why };
}
