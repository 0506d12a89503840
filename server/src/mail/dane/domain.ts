import type { CodeOf } from '../../findings/codes/index.ts';
import type { Values } from '../../findings/code.ts';

/** One MX host of a domain, as far as the zones at hand tell. */
export interface DaneHost {
  /** Without the final dot. */
  readonly name: string;
  readonly hasTlsa: boolean;
  /** Whether its zone is at hand; of other hosts nothing is said. */
  readonly known: boolean;
  /** Where the host is an alias: its target. */
  readonly aliasOf?: string | undefined;
}

export interface DaneFinding {
  readonly code: CodeOf<'tlsa'>;
  readonly message: string;
  readonly args: Values;
  /** The MX host that it is about. */
  readonly host: string;
}

/** What the MX hosts of one domain show together (RFC 7672 §2.2). */
export function daneHostFindings(hosts: readonly DaneHost[]): readonly DaneFinding[] {
  const known = hosts.filter((host) => host.known);
  const secured = known.find((host) => host.hasTlsa);
  if (secured === undefined) return [];
  const findings: DaneFinding[] = [];
  for (const host of known) {
    const { name } = host;
    if (!host.hasTlsa)
      findings.push({
        code: 'tlsa/partial-mx',
        message: 'partial',
        args: { with: secured.name, without: name },
        host: name,
      });
    else if (host.aliasOf !== undefined)
      findings.push({
        code: 'tlsa/mx-cname',
        message: 'alias',
        args: { host: name, target: host.aliasOf },
        host: name,
      });
  }
  return findings;
}

/** What is known about the base name of a TLSA record: its owner without `_port._protocol`. */
export interface TlsaBase {
  readonly port: number | undefined;
  /** Without the final dot. */
  readonly host: string;
  readonly owner: string;
  /** Undefined where its zone is not at hand. */
  readonly hasAddress: boolean | undefined;
  readonly hasMx: boolean;
  /** Targets of the MX records at the host itself. */
  readonly mxHosts: readonly string[];
  /** Whether an MX record somewhere in the zones at hand points at the host. */
  readonly isMxHost: boolean;
  /** Whether there are any MX records in the zones at hand; without them nothing is said about MX hosts. */
  readonly anyMx: boolean;
}

/** What a TLSA record's base name shows: no address, or no MX host. */
export function tlsaBaseFindings(base: TlsaBase): readonly DaneFinding[] {
  const { host, owner } = base;
  if (base.port === 25 && base.anyMx && !base.isMxHost) {
    const [target] = base.mxHosts;
    if (target !== undefined)
      return [{ code: 'tlsa/not-mx', message: 'domain', args: { owner, expected: `_25._tcp.${target}` }, host }];
    if (!base.hasMx) return [{ code: 'tlsa/not-mx', message: 'host', args: { host }, host }];
  }
  return base.hasAddress === false ? [{ code: 'tlsa/host-missing', message: 'missing', args: { host }, host }] : [];
}
