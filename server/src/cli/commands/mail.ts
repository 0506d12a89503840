import { domainToASCII, fileURLToPath } from 'node:url';
import { mailPath } from '../../mail/mail-path/mail-path.ts';
import type { MailPath, MailStep } from '../../mail/mail-path/mail-path.ts';
import { lookupName } from '../../mail/dns/resolver.ts';
import { mailPathFacts } from '../../ide/mail-facts.ts';
import { placeOfStep } from '../../ide/mail-places.ts';
import { defaultSettings } from '../../findings/lint-settings.ts';
import { printableJson } from '../../hosts/node/printable.ts';
import type { Place } from '../../zone/model/span.ts';
import { Failure } from '../process/failure.ts';
import { FileNames } from '../process/file-names.ts';
import { Output } from '../reports/output.ts';
import { ZoneSet } from '../zones/zone-set.ts';
import { jsonOfProbe, writeNote, writeProbe } from '../reports/probe-report.ts';
import { timeText } from '../reports/live.ts';
import type { LiveMail } from '../judging/live-mail.ts';
import { FOUND, GOOD, TROUBLE } from '../reports/exit-status.ts';

export interface MailOptions {
  readonly allowOutside?: boolean;
  readonly format: 'text' | 'json';
  /** Asks the network for what the files lack. */
  readonly live?: boolean;
  readonly dnsServer: readonly string[];
  readonly port: number;
  readonly httpsPort: number;
  readonly ca?: string;
}

/** Prints the way of mail to and from a domain with zone files as the DNS. A bad step gives status 1. */
export async function mail(
  written: string,
  paths: readonly string[],
  { format, ...options }: MailOptions,
): Promise<number> {
  const domain = lookupName(/^[\x00-\x7f]*$/.test(written) ? written : domainToASCII(written));
  if (domain === undefined) throw new Failure(`"${written}" isn't a domain name.`);
  const zones = await ZoneSet.read(paths, options),
    zone = zones.zoneOf(domain);
  if (zone === undefined) throw new Failure(`No zone in ${paths.join(', ')} contains ${written}.`);
  const facts = mailPathFacts(domain, zones, zones.settingsOf(zone) ?? defaultSettings);
  const asked =
      options.live === true
        ? await (await import('../judging/live-mail.ts')).liveMail(domain, zones, facts, options)
        : undefined,
    found = asked?.path ?? mailPath(domain, zones.resolver('unknown'), facts),
    output = new Output(),
    place = (step: MailStep): Place | undefined =>
      step.record === undefined ? undefined : placeOfStep(step.record, zones);
  if (format === 'json')
    output.write(
      `${printableJson({ ...jsonOf(found, place), ...(asked === undefined ? {} : { live: jsonOfLive(asked) }) }, 1)}\n`,
    );
  else writePath(found, place, output);
  if (format === 'text' && asked !== undefined) writeLive(asked, output);
  output.flush();
  const isBad = found.state === 'bad' || asked?.probes.some(({ state }) => state === 'bad') === true;
  return zones.isIncomplete ? TROUBLE : isBad ? FOUND : GOOD;
}

function jsonOfLive({ source, probes, notes }: LiveMail): object {
  return {
    asked: source === undefined ? null : new Date(source.asked).toISOString(),
    resolver: source?.who ?? null,
    names: source?.names ?? 0,
    hosts: probes.map(jsonOfProbe),
    notes,
  };
}

/** What the network said, and when. */
function writeLive({ source, probes, notes }: LiveMail, output: Output): void {
  output.write('\n');
  if (source !== undefined)
    output.line(`Live: ${source.names} names asked of ${source.who}, ${timeText(source.asked)}`);
  for (const note of notes) writeNote(note, '  ', output);
  for (const probe of probes) writeProbe(probe, output);
}

type Locate = (step: MailStep) => Place | undefined;

interface JsonStep extends Omit<MailStep, 'record' | 'steps'> {
  readonly place?: { readonly file: string; readonly range: Place['range'] };
  readonly steps: readonly JsonStep[];
}

function jsonOf({ receiving, sending, ...whole }: MailPath, locate: Locate): object {
  const names = new FileNames();
  const stepOf = (step: MailStep): JsonStep => {
    const { kind, state, title, reason, steps } = step,
      place = locate(step);
    return {
      kind,
      state,
      title,
      reason,
      ...(place === undefined ? {} : { place: { file: names.show(fileURLToPath(place.uri)), range: place.range } }),
      steps: steps.map(stepOf),
    };
  };
  return { ...whole, receiving: receiving.map((chain) => chain.map(stepOf)), sending: sending.map(stepOf) };
}

/** A tree: each mail host with what a sender does there, then what a receiver does. */
function writePath({ domain, summary, receiving, sending }: MailPath, locate: Locate, { line, write }: Output): void {
  const names = new FileNames();
  const writeStep = (step: MailStep, followers: readonly MailStep[], lead: string, isLast: boolean): void => {
    const place = locate(step),
      where = place === undefined ? '' : `  (${names.show(fileURLToPath(place.uri))}:${place.range.start.line + 1})`;
    const below = [...step.steps, ...followers],
      inner = `${lead}${isLast ? '   ' : '│  '}`;
    line(`${lead}${isLast ? '└─' : '├─'} ${step.state.toUpperCase()}: ${step.title}${where}`);
    line(`${inner}${below.length > 0 ? '│  ' : '   '}${step.reason}`);
    below.forEach((one, k) => writeStep(one, [], inner, k === below.length - 1));
  };
  line(summary);
  write('\n');
  line(`Mail to ${domain}`);
  receiving.forEach(([first, ...others], k) => {
    if (first !== undefined) writeStep(first, others, '', k === receiving.length - 1);
  });
  if (sending.length > 0) {
    write('\n');
    line(`Mail from ${domain}`);
  }
  sending.forEach((step, k) => writeStep(step, [], '', k === sending.length - 1));
}
