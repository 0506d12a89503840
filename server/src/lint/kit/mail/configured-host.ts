import type { NameId } from '../../../names/name-tree.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { MailHost } from '../../../findings/lint-settings.ts';

/** The name of the zone that the settings mean by a mail host: absolute, or relative to the apex; -1 where it is in another zone. */
export function hostName({ host }: MailHost, context: RuleContext): NameId {
  const { zone } = context,
    plain = host.replace(/\.$/, '');
  if (!plain.includes('.')) return context.name(`${plain}.${zone.names.text(zone.apex)}`);
  const absolute = context.name(`${plain}.`);
  if (absolute >= 0 && zone.inZone(absolute)) return absolute;
  const relative = host.endsWith('.') ? -1 : context.name(`${plain}.${zone.names.text(zone.apex)}`);
  return relative >= 0 && context.kinds(relative) !== 0 ? relative : -1;
}

/** What the settings say about the host that an MX record points at, also where that host is in another zone. */
export function configuredHost(target: NameId, context: RuleContext): MailHost | undefined {
  const { mailHosts } = context.settings;
  if (mailHosts.length === 0 || target <= 0) return undefined;
  const name = context.absolute(target);
  return mailHosts.find(
    (each) => `${each.host.replace(/\.$/, '').toLowerCase()}.` === name || hostName(each, context) === target,
  );
}
