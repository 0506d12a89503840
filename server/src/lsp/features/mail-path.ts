import type { CancellationToken, Connection } from 'vscode-languageserver';
import { lookupName } from '../../mail/dns/resolver.ts';
import { mailPath } from '../../mail/mail-path/mail-path.ts';
import type { MailStep } from '../../mail/mail-path/mail-path.ts';
import { mailDomainsOf } from '../../ide/mail-facts.ts';
import { placeOfStep } from '../../ide/mail-places.ts';
import type { MailWorld } from '../../ide/mail-world.ts';
import { mailWorld } from '../../ide/mail-world.ts';
import type { LintedZone } from '../../workspace/workspace.ts';
import type {
  MailPathChangedMethod,
  MailPathMethod,
  MailPathParams,
  MailPathResult,
  MailPathStep,
} from '../protocol/messages.ts';
import type { Place, Session } from '../server/lsp-session.ts';

const mailPathMethod: MailPathMethod = 'zonewright/mailPath';
const mailPathChanged: MailPathChangedMethod = 'zonewright/mailPathChanged';

/** A longer list is no menu any more. */
const MOST_DOMAINS = 200;

/** Milliseconds between looks at a zone whose records are still being read. */
const PATIENCE = 100;

/** Milliseconds in which several changes are told as one. */
const TOGETHER = 50;

/** What the workspace says about mail, as a zone sees it. */
export function mailWorldOf(session: Session, linted: LintedZone): MailWorld {
  return mailWorld(session.othersOf(linted), linted.settings);
}

/** The document's zone when all its records are read; undefined when the document is none, or the request is not wanted any more. */
export async function readPlace(session: Session, uri: string, token: CancellationToken): Promise<Place | undefined> {
  for (;;) {
    const place = await session.place(uri);
    if (place === undefined || token.isCancellationRequested) return undefined;
    if (place.linted.zone.settled) return place;
    await session.progress(PATIENCE);
  }
}

export function listenForMailPath(connection: Connection, session: Session): void {
  connection.onRequest(
    mailPathMethod,
    async ({ uri, domain }: MailPathParams, token): Promise<MailPathResult | null> => {
      const place = await readPlace(session, uri, token);
      if (place === undefined || !place.linted.zone.apexKnown) return null;
      const { linted } = place,
        { zone } = linted,
        world = mailWorldOf(session, linted),
        asked = domain === undefined ? undefined : lookupName(domain);
      const name = asked ?? zone.names.text(zone.apex);
      // Nobody has mail in a reverse zone.
      if (asked === undefined && name.endsWith('.arpa.')) return null;
      const found = mailPath(name, world.resolver, world.facts(name));
      const stepOf = ({ record, steps, ...step }: MailStep): MailPathStep => ({
        ...step,
        place: record === undefined ? null : (placeOfStep(record, world.zones) ?? null),
        steps: steps.map(stepOf),
      });
      return {
        ...found,
        domains: mailDomainsOf(zone, MOST_DOMAINS).map((each) => (each === '.' ? each : each.slice(0, -1))),
        receiving: found.receiving.map((chain) => chain.map(stepOf)),
        sending: found.sending.map(stepOf),
      };
    },
  );
}

/** Tells the editor that the way of mail may have changed, several changes at once. */
export class MailPathNews {
  private readonly send: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection) {
    this.send = () => {
      this.timer = undefined;
      connection.sendNotification(mailPathChanged).catch((error: unknown) => {
        connection.console.warn(error instanceof Error ? error.message : String(error));
      });
    };
  }

  tell(): void {
    this.timer ??= setTimeout(this.send, TOGETHER);
  }
}
