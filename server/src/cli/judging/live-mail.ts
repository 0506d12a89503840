import { smtpConnect } from '../../hosts/node/smtp-socket.ts';
import { LayeredRecursor } from '../../live/outside/layered.ts';
import { Outside } from '../../live/outside/outside.ts';
import { probeHost } from '../../live/smtp/host-probe.ts';
import type { Probe, ProbeNote } from '../../live/smtp/host-probe.ts';
import { mailHostsOf, mailPath } from '../../mail/mail-path/mail-path.ts';
import type { MailHostFacts, MailPath, MailPathFacts } from '../../mail/mail-path/mail-path.ts';
import { isMtaSts } from '../../mail/mta-sts/mta-sts.ts';
import { asking } from '../input/live-input.ts';
import { pemOf } from '../input/pem-file.ts';
import { policyOf } from '../input/policy.ts';
import type { ZoneSet } from '../zones/zone-set.ts';

export interface LiveMailOptions {
  readonly dnsServer: readonly string[];
  readonly port: number;
  readonly httpsPort: number;
  readonly ca?: string;
}

/** The mail path with what the network says, and what each mail host showed. */
export interface LiveMail {
  readonly path: MailPath;
  readonly source: Outside['source'];
  readonly probes: readonly Probe[];
  readonly notes: readonly ProbeNote[];
}

/** Mail hosts that are connected to. */
const MOST_HOSTS = 10;

/** Walks the mail path with the zones first and the DNS for the rest, and asks the mail hosts what only they know. `domain`: absolute. */
export async function liveMail(
  domain: string,
  zones: ZoneSet,
  facts: MailPathFacts,
  options: LiveMailOptions,
): Promise<LiveMail> {
  const { recursor } = asking(options.dnsServer),
    ca = pemOf(options.ca),
    outside = new Outside(recursor, Date.now),
    resolver = zones.resolver('unknown', undefined, outside),
    // What the files say is what the hosts are held against.
    layered = new LayeredRecursor(recursor, (name) => zones.zoneOf(name) !== undefined, resolver, outside);
  const hosts = await outside.complete(() => mailHostsOf({ domain, resolver })),
    hasPolicy = await outside.complete(() =>
      resolver.lookup(`_mta-sts.${domain}`, 'TXT').records.some((strings) => isMtaSts(strings.join(''))),
    );
  const policy = hasPolicy ? await policyOf(layered, domain, options.httpsPort, ca) : undefined,
    probes: Probe[] = [];
  for (const host of hosts.slice(0, MOST_HOSTS))
    probes.push(
      await probeHost(smtpConnect(ca), layered, {
        host: host.toLowerCase(),
        ports: [options.port],
        helo: undefined,
        policy,
        now: Date.now(),
      }),
    );
  const known: MailPathFacts = {
    ...facts,
    hosts: mergedHosts(facts.hosts, probes),
    ...(policy?.text === undefined ? {} : { mtaStsPolicy: policy.text }),
  };
  const path = await outside.complete(() => mailPath(domain, resolver, known));
  return {
    path,
    source: outside.source,
    probes,
    notes:
      policy !== undefined && policy.text === undefined
        ? [{ state: 'bad', text: `The MTA-STS policy of ${policy.domain} can't be fetched: ${policy.why}.` }]
        : [],
  };
}

/** What a host said itself counts more than what settings say it would. */
function mergedHosts(said: readonly MailHostFacts[], probes: readonly Probe[]): readonly MailHostFacts[] {
  const hosts = new Map(said.map((host) => [host.host.toLowerCase(), host]));
  for (const { settings } of probes)
    if (settings !== null) hosts.set(settings.host, { ...hosts.get(settings.host), ...settings });
  return [...hosts.values()];
}
