import type { MailPathFacts } from '../mail/mail-path/mail-path.ts';
import type { Resolver } from '../mail/dns/resolver.ts';
import type { LintSettings } from '../findings/lint-settings.ts';
import { ZoneResolver } from '../zone/model/zone-resolver.ts';
import { mailPathFacts } from './mail-facts.ts';
import type { OtherZones } from './name-words.ts';

/** All that the workspace can say about mail. */
export interface MailWorld {
  readonly zones: OtherZones;
  readonly resolver: Resolver;
  /** `domain`: absolute. */
  facts(domain: string): MailPathFacts;
}

/** The zones of the workspace as the DNS; of names outside of them nothing is known. */
export function mailWorld(zones: OtherZones, settings: Pick<LintSettings, 'mailHosts' | 'internal'>): MailWorld {
  return {
    zones,
    resolver: new ZoneResolver({ zoneOf: (name) => zones.zoneOf(name), outside: 'unknown' }),
    facts: (domain) => mailPathFacts(domain, zones, settings),
  };
}
