import type { CodeLens, Command, Connection, Range } from 'vscode-languageserver';
import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { mailLensAt, mailLensPlaces } from '../../ide/mail-lenses.ts';
import type { LensKind } from '../../ide/zone-lenses.ts';
import { lensAt, lensPlaces } from '../../ide/zone-lenses.ts';
import { BUMP_SERIAL } from './serials.ts';
import { mailWorldOf, readPlace } from './mail-path.ts';
import type { BumpSerialArguments, ShowMailPathArguments, ShowReferencesArguments } from '../protocol/messages.ts';
import type { Place, Session } from '../server/lsp-session.ts';
import { inSlices } from '../server/slices.ts';

const SHOW_MAIL_PATH = 'zonewright.showMailPath',
  SHOW_REFERENCES = 'zonewright.showReferences';

/** Milliseconds of rest before the editor is asked to look again at lines above other records. */
const REST = 1000;

interface LensData {
  readonly uri: string;
  readonly kind: 'mail' | LensKind;
}

/** A lens has to have a command; one without a name is only text. */
const silent = (title: string): Command => ({ title, command: '' });

/** Lines above records, as far as the settings ask for them. Where they belong is said at once; what they say is found out for those on the screen. */
export function listenForCodeLenses(connection: Connection, session: Session): void {
  connection.onCodeLens(async ({ textDocument: { uri } }, token): Promise<CodeLens[]> => {
    const place = await readPlace(session, uri, token);
    if (place === undefined) return [];
    const { held, linted } = place,
      wanted = session.configuration.features(held.key).codeLens,
      others = await inSlices(session, held, lensPlaces(linted.zone, held.cut(), wanted)),
      mail = wanted.mail ? mailLensPlaces(linted.zone, held.cut()) : [];
    return [...mail.map((range) => ({ kind: 'mail' as const, range })), ...others].map(({ kind, range }) => {
      const data: LensData = { uri, kind };
      return { range, data };
    });
  });
  connection.onCodeLensResolve(async (lens, token): Promise<CodeLens> => {
    const data = lens.data as LensData | undefined,
      place = data === undefined ? undefined : await readPlace(session, data.uri, token);
    if (data === undefined || place === undefined) return { ...lens, command: silent('') };
    const { kind, uri } = data;
    return {
      ...lens,
      command:
        kind === 'mail'
          ? mailCommand(session, place, uri, lens.range)
          : zoneCommand(session, place, uri, kind, lens.range),
    };
  });
}

function mailCommand(session: Session, { held, linted }: Place, uri: string, { start }: Range): Command {
  const found = mailLensAt(linted.zone, held.cut(), start, mailWorldOf(session, linted));
  if (found === undefined) return silent('');
  const argument: ShowMailPathArguments = { uri, domain: found.domain };
  return session.abilities.showsMailPath
    ? { title: found.title, command: SHOW_MAIL_PATH, arguments: [argument], tooltip: 'Show the mail path' }
    : silent(found.title);
}

function zoneCommand(
  session: Session,
  { held, linted }: Place,
  uri: string,
  kind: LensKind,
  { start }: Range,
): Command {
  const found = lensAt(linted.zone, held.cut(), start, kind, session.othersOf(linted));
  if (found === undefined) return silent('');
  const { title } = found;
  if (kind === 'serial') {
    const argument: BumpSerialArguments = { uri };
    return { title, command: BUMP_SERIAL, arguments: [argument], tooltip: 'Bump the serial' };
  }
  if (kind !== 'names' || !session.abilities.showsReferences) return silent(title);
  const argument: ShowReferencesArguments = { uri, position: start };
  return { title, command: SHOW_REFERENCES, arguments: [argument], tooltip: 'Show the references' };
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
