/** SRV records of mail services (RFC 6186, RFC 8314), and tokens that prove ownership of a domain. */

import { mailServices } from './mail-owner.ts';
import type { Values } from '../../findings/code.ts';

export type MailServiceCode =
  | 'srv/mail-port'
  | 'smtp/srv-cleartext'
  | 'svcb/for-mail'
  | 'verification/token-duplicates';

export interface ServiceFinding {
  readonly code: MailServiceCode;
  readonly message: string;
  readonly args: Values;
}

/** Labels in any case; without the protocol, such as `_imap`. */
const known = (service: string): readonly number[] | undefined => mailServices[service.toLowerCase()];

/** Whether the port of an SRV record is one that clients of the service can use. A target of `.` means no service. */
export function mailPortFinding(service: string, port: number, target: string): ServiceFinding | undefined {
  const ports = known(service);
  const [expected] = ports ?? [];
  if (ports === undefined || expected === undefined || target === '.' || ports.includes(port)) return undefined;
  const other = Object.entries(mailServices).find(([, theirs]) => theirs.includes(port))?.[0];
  if (other !== undefined) return { code: 'srv/mail-port', message: 'other', args: { service, port, expected: other } };
  return { code: 'srv/mail-port', message: 'unusual', args: { service, port, expected } };
}

const twins: Readonly<Record<string, string>> = { _submission: '_submissions', _imap: '_imaps', _pop3: '_pop3s' };

/**
 * Services in cleartext without the TLS service beside them.
 *
 * @param services labels of the SRV records of one domain whose target is not `.`.
 */
export function cleartextFindings(services: readonly string[]): readonly ServiceFinding[] {
  const present = new Set(services.map((service) => service.toLowerCase()));
  return [...present].flatMap((service) => {
    const twin = twins[service];
    if (twin === undefined || present.has(twin)) return [];
    return [{ code: 'smtp/srv-cleartext' as const, message: 'cleartext', args: { service, twin } }];
  });
}

export function svcbFinding(service: string): ServiceFinding | undefined {
  return known(service) === undefined ? undefined : { code: 'svcb/for-mail', message: 'unused', args: { service } };
}

const tokens: readonly (readonly [RegExp, string])[] = [
  [/^google-site-verification=/i, 'Google'],
  [/^MS=ms\d+/i, 'Microsoft'],
  [/^apple-domain=/i, 'Apple'],
  [/^facebook-domain-verification=/i, 'Facebook'],
  [/^atlassian-domain-verification=/i, 'Atlassian'],
  [/^adobe-idp-site-verification=/i, 'Adobe'],
  [/^docusign=/i, 'DocuSign'],
  [/^globalsign-domain-verification=/i, 'GlobalSign'],
  [/^stripe-verification=/i, 'Stripe'],
  [/^zoho-verification=/i, 'Zoho'],
  [/^protonmail-verification=/i, 'Proton'],
  [/^yandex-verification[:=]/i, 'Yandex'],
];

/** Which service a TXT record proves the domain to; undefined for any other text. */
export function verificationService(text: string): string | undefined {
  return tokens.find(([pattern]) => pattern.test(text))?.[1];
}

/** Services with more than one token among the TXT records of a name, with the indexes of the later ones. */
export function tokenFindings(texts: readonly string[]): readonly (ServiceFinding & { readonly record: number })[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const service = verificationService(text);
    if (service !== undefined) counts.set(service, (counts.get(service) ?? 0) + 1);
  }
  const seen = new Set<string>();
  return texts.flatMap((text, record) => {
    const service = verificationService(text);
    if (service === undefined) return [];
    const isFirst = !seen.has(service);
    seen.add(service);
    if (isFirst) return [];
    return [
      {
        code: 'verification/token-duplicates' as const,
        message: 'several',
        args: { service, count: counts.get(service) ?? 0 },
        record,
      },
    ];
  });
}
