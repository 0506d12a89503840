/**
 * Names at mail providers that can't work whatever the provider does: with a part doubled, left out or of another kind than the provider gives out.
 * As the providers' own instructions describe them.
 */

export interface Shape {
  readonly provider: string;
  /** The name as it should be, without the final dot; undefined where only the provider knows it. */
  readonly meant?: string;
  readonly reason: 'doubled' | 'form' | 'client';
}

const plain = (name: string): string => name.toLowerCase().replace(/\.$/, '');
const hyphened = (domain: string): string => domain.replaceAll('.', '-');

/** Second-level names of the providers whose names are looked at. */
const known =
  /(?:^|\.)(google|googlemail|gmail|outlook|office365|office|hotmail|zoho|messagingengine|protonmail|mailgun|sendgrid|amazonses|mimecast|pphosted|icloud|me|mail|yahoodns|yandex|fastmail|migadu|ionos|strato|ovh|gandi|mxhichina|hostinger|titan|secureserver|emailsrvr|onmicrosoft|microsoft|mcsv|fmhosted|proton|domainkey)\.[a-z.]+$/;

/** `in1-smtp.messagingengine.com.messagingengine.com`: the provider's domain once too often. */
function doubledTail(name: string): string | undefined {
  const found = /^(.*?)((?:[a-z0-9-]+\.)[a-z]{2,})\.\2$/.exec(name);
  return found === null ? undefined : found[1]! + found[2]!;
}

/** Hosts from which people read and send mail; senders on the internet can't deliver there. */
const clientHosts: Readonly<Record<string, readonly [provider: string, meant: string | undefined]>> = {
  'gmail.com': ['Google', 'smtp.google.com'],
  'smtp.gmail.com': ['Google', 'smtp.google.com'],
  'imap.gmail.com': ['Google', 'smtp.google.com'],
  'mail.google.com': ['Google', 'smtp.google.com'],
  'google.com': ['Google', 'smtp.google.com'],
  'smtp.googlemail.com': ['Google', 'smtp.google.com'],
  'outlook.office365.com': ['Microsoft 365', undefined],
  'outlook.office.com': ['Microsoft 365', undefined],
  'smtp.office365.com': ['Microsoft 365', undefined],
  'smtp-mail.outlook.com': ['Microsoft 365', undefined],
  'outlook.com': ['Microsoft 365', undefined],
  'autodiscover.outlook.com': ['Microsoft 365', undefined],
  'smtp.zoho.com': ['Zoho Mail', 'mx.zoho.com'],
  'smtp.zoho.eu': ['Zoho Mail', 'mx.zoho.eu'],
  'imap.fastmail.com': ['Fastmail', 'in1-smtp.messagingengine.com'],
  'smtp.fastmail.com': ['Fastmail', 'in1-smtp.messagingengine.com'],
  'smtp.mailgun.org': ['Mailgun', 'mxa.mailgun.org'],
  'smtp.sendgrid.net': ['SendGrid', 'mx.sendgrid.net'],
  'smtp.mail.me.com': ['iCloud Mail', 'mx01.mail.icloud.com'],
  'imap.mail.me.com': ['iCloud Mail', 'mx01.mail.icloud.com'],
};

/** The MX host of a domain at Microsoft 365. With a hyphen of its own, or one that was given before, only Microsoft knows it; a final dot marks a part that has its hyphens already. */
function tenantMx(domain: string): Pick<Shape, 'meant'> {
  if (domain.endsWith('.')) return { meant: `${domain}mail.protection.outlook.com` };
  return domain.includes('-') ? {} : { meant: `${hyphened(domain)}.mail.protection.outlook.com` };
}

/** What is wrong with an MX host at a provider. `domain` takes the mail. */
export function mxShape(host: string, domain: string): Shape | undefined {
  const name = plain(host);
  if (!known.test(name)) return undefined;
  const client = Object.hasOwn(clientHosts, name) ? clientHosts[name] : undefined;
  if (client !== undefined)
    return {
      provider: client[0],
      reason: 'client',
      ...(client[1] === undefined ? tenantMx(plain(domain)) : { meant: client[1] }),
    };
  const single = doubledTail(name);
  if (single !== undefined) return { provider: registered(single), reason: 'doubled', meant: single };
  if (/^aspmx\d*\.google\.com$/.test(name))
    return { provider: 'Google Workspace', reason: 'form', meant: 'aspmx.l.google.com' };
  const tenant = /^(?:(.+)\.)?protection\.outlook\.com$/.exec(name);
  if (tenant !== null && !/^[^.]+\.mail$/.test(tenant[1] ?? '')) {
    const before = (tenant[1] ?? '').replace(/\.?mail$/, '');
    return {
      provider: 'Microsoft 365',
      reason: 'form',
      ...tenantMx(before === '' ? plain(domain) : before.includes('.') ? before : `${before}.`),
    };
  }
  return undefined;
}

const registered = (name: string): string => name.split('.').slice(-2).join('.');

/** Selectors that providers number, so that one's alias must lead to the same number. */
const family = /^(s|fm|selector|protonmail|sig|mte|dkim|cm|hs|scph|em)(\d*)$/;

/** What is wrong with the alias of a DKIM key at a provider. */
export function dkimShape(target: string, selector: string, domain: string): Shape | undefined {
  const name = plain(target);
  if (!known.test(name)) return undefined;
  const single = doubledTail(name);
  if (single !== undefined) return { provider: registered(single), reason: 'doubled', meant: single };
  return microsoftKey(name, plain(selector), plain(domain)) ?? otherKey(name, plain(selector), plain(domain));
}

function microsoftKey(name: string, selector: string, domain: string): Shape | undefined {
  const tenant = /([a-z0-9-]+)\.onmicrosoft\.com$/.exec(name)?.[1];
  if (tenant === undefined) return undefined;
  const provider = 'Microsoft 365',
    found = /^selector([12])-(.+)\._domainkey\.[a-z0-9-]+\.onmicrosoft\.com$/.exec(name);
  const number = /^selector([12])$/.exec(selector)?.[1] ?? found?.[1],
    part = found === null ? domain : found[2]!;
  if (found !== null && number === found[1] && !part.includes('.')) return undefined;
  // Where the domain has a hyphen of its own, only Microsoft knows how it's written.
  if (number === undefined || (part.includes('.') && part.includes('-'))) return { provider, reason: 'form' };
  return {
    provider,
    reason: 'form',
    meant: `selector${number}-${hyphened(part)}._domainkey.${tenant}.onmicrosoft.com`,
  };
}

function otherKey(name: string, selector: string, domain: string): Shape | undefined {
  const form = (provider: string, meant: string): Shape | undefined =>
    meant === name ? undefined : { provider, reason: 'form', meant };
  if (/\.sendgrid\.com$/.test(name)) return form('SendGrid', name.replace(/\.com$/, '.net'));
  if (/^dkim\d?\.mcsv\.(?:com|org)$/.test(name)) return form('Mailchimp', name.replace(/\.\w+$/, '.net'));
  const fastmail = /^fm([123])\.(.+)\.dkim\.fmhosted\.com$/.exec(name),
    own = /^fm([123])$/.exec(selector)?.[1];
  if (fastmail !== null) return form('Fastmail', `fm${own ?? fastmail[1]}.${domain}.dkim.fmhosted.com`);
  const [first = ''] = name.split('.'),
    here = family.exec(selector),
    there = family.exec(first);
  if (
    here !== null &&
    there !== null &&
    here[1] === there[1] &&
    here[2] !== there[2] &&
    /(?:sendgrid\.net|proton\.ch)$/.test(name)
  )
    return form(registered(name), name.replace(first, selector));
  return undefined;
}
