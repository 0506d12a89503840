import type { CodeLens, Connection } from 'vscode-languageserver';
import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { mailLensAt, mailLensPlaces } from '../../ide/mail-lenses.ts';
import { mailWorldOf, readPlace } from './mail-path.ts';
import type { ShowMailPathArguments } from '../protocol/messages.ts';
import type { Session } from '../server/lsp-session.ts';

const SHOW_MAIL_PATH = 'zonewright.showMailPath';

/** Milliseconds of rest before the editor is asked to look again at lines above other records. */
const REST = 1000;

interface LensData {
  readonly uri: string;
}

/** A line above MX, SPF and DMARC records. Where they belong is told at once; what they say is found out for those on the screen. */
export function listenForMailLenses(connection: Connection, session: Session): void {
  connection.onCodeLens(async ({ textDocument: { uri } }, token): Promise<CodeLens[]> => {
    const place = await readPlace(session, uri, token),
      data: LensData = { uri };
    return place === undefined
      ? []
      : mailLensPlaces(place.linted.zone, place.held.cut()).map((range) => ({ range, data }));
  });
  connection.onCodeLensResolve(async (lens, token): Promise<CodeLens> => {
    const data = lens.data as LensData | undefined,
      place = data === undefined ? undefined : await readPlace(session, data.uri, token);
    const found =
      place === undefined
        ? undefined
        : mailLensAt(place.linted.zone, place.held.cut(), lens.range.start, mailWorldOf(session, place.linted));
    // A lens has to have a command; one without a name is only text.
    if (data === undefined || found === undefined) return { ...lens, command: { title: '', command: '' } };
    const argument: ShowMailPathArguments = { uri: data.uri, domain: found.domain };
    return {
      ...lens,
      command: session.abilities.showsMailPath
        ? { title: found.title, command: SHOW_MAIL_PATH, arguments: [argument], tooltip: 'Show the mail path' }
        : { title: found.title, command: '' },
    };
  });
}

/** Asks the editor to look again at the lenses, which hang on other files too. */
export class LensNews {
  private readonly send: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection) {
    this.send = () =>
      connection.sendRequest(CodeLensRefreshRequest.type).catch((error: unknown) => {
        connection.console.warn(error instanceof Error ? error.message : String(error));
      });
  }

  /** Something changed: later, when there is some rest. */
  tell(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.send, REST);
  }
}
