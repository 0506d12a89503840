import { printableJson } from '../../hosts/node/printable.ts';
import { smtpConnect } from '../../hosts/node/smtp-socket.ts';
import { lookupName } from '../../mail/dns/resolver.ts';
import { probeHost } from '../../live/smtp/host-probe.ts';
import { asking } from '../input/live-input.ts';
import { pemOf } from '../input/pem-file.ts';
import { policyOf } from '../input/policy.ts';
import { Failure } from '../process/failure.ts';
import { Output } from '../reports/output.ts';
import { jsonOfProbe, writeProbe } from '../reports/probe-report.ts';
import { FOUND, GOOD } from '../reports/exit-status.ts';

export interface ProbeOptions {
  readonly port: readonly number[];
  readonly domain?: string;
  readonly httpsPort: number;
  readonly helo?: string;
  readonly dnsServer: readonly string[];
  readonly ca?: string;
  readonly format: 'text' | 'json';
}

const SMTP = 25;

/** Asks a mail host what it shows to a sending server, and prints it. Something that makes mail fail gives status 1. */
export async function probe(written: string, options: ProbeOptions): Promise<number> {
  const host = nameOf(written),
    ca = pemOf(options.ca),
    { recursor } = asking(options.dnsServer);
  if (options.helo !== undefined && lookupName(options.helo) === undefined)
    throw new Failure(`"${options.helo}" isn't a host name; --helo takes one such as mail.example.com.`);
  const policy =
    options.domain === undefined ? undefined : await policyOf(recursor, nameOf(options.domain), options.httpsPort, ca);
  const found = await probeHost(smtpConnect(ca), recursor, {
    host,
    ports: options.port.length === 0 ? [SMTP] : options.port,
    helo: options.helo,
    policy,
    now: Date.now(),
  });
  const output = new Output();
  if (options.format === 'json') output.write(`${printableJson(jsonOfProbe(found), 1)}\n`);
  else writeProbe(found, output);
  output.flush();
  return found.state === 'bad' || found.state === 'unknown' ? FOUND : GOOD;
}

function nameOf(written: string): string {
  const name = lookupName(written);
  if (name === undefined) throw new Failure(`"${written}" isn't a host name.`);
  return name;
}
