import type { MailHost } from '../../findings/lint-settings.ts';
import type { AddressProbe, Probe, ProbeNote } from '../../live/smtp/host-probe.ts';
import { timeText } from './live.ts';
import type { Output } from './output.ts';

/** The answer as an object: times as text, and `settings` as `.zonewright.json` takes them. */
export function jsonOfProbe({ asked, addresses, settings, ...rest }: Probe): object {
  return {
    ...rest,
    asked: new Date(asked).toISOString(),
    addresses: addresses.map(({ certificate, ...one }) => ({
      ...one,
      certificate:
        certificate === null
          ? null
          : {
              ...certificate,
              validFrom: new Date(certificate.validFrom).toISOString(),
              validTo: new Date(certificate.validTo).toISOString(),
            },
    })),
    settings: settings === null ? null : settingsJson(settings),
  };
}

/** What to put into `.zonewright.json`. */
function settingsJson({ host, banner, certificateNames, asked }: MailHost): object {
  return { mail: { hosts: { [host]: { banner, certificateNames, asked } } } };
}

export function writeProbe(probe: Probe, output: Output): void {
  const { line } = output;
  line(`${probe.host}, asked ${timeText(probe.asked)}`);
  for (const note of probe.notes) writeNote(note, '  ', output);
  for (const one of probe.addresses) writeAddress(one, output);
  if (probe.settings !== null) {
    output.write('\n');
    line('For .zonewright.json:');
    line(JSON.stringify(settingsJson(probe.settings)));
  }
}

function writeAddress(
  { address, port, pointers, greeting, startTls, certificate, notes }: AddressProbe,
  output: Output,
): void {
  const { line } = output;
  line(`  ${address} port ${port}`);
  line(`    PTR: ${pointers.length === 0 ? 'none' : pointers.join(', ')}`);
  if (greeting !== null) line(`    Greeting: ${greeting}`);
  if (certificate !== null)
    line(
      `    ${startTls === 'implicit' ? 'TLS' : 'STARTTLS'}: ${certificate.protocol}, certificate for ${certificate.names.join(', ')} by ${certificate.issuer}`,
    );
  for (const note of notes) writeNote(note, '    ', output);
}

export function writeNote({ state, text }: ProbeNote, lead: string, { line }: Output): void {
  line(`${lead}${state.toUpperCase()}: ${text}`);
}
