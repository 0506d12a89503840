import type { CancellationToken, Connection, TextEdit } from 'vscode-languageserver';
import { bumpedSerial, needsBump } from '../../ide/bump-serials.ts';
import type { BumpedSerial } from '../../ide/bump-serials.ts';
import { nameWords } from '../../ide/record-words.ts';
import type { LintedZone } from '../../workspace/workspace.ts';
import type { BumpedSerials, BumpSerialArguments } from '../protocol/messages.ts';
import type { HeldText } from '../server/held-text.ts';
import type { Session } from '../server/lsp-session.ts';
import { toEditorEdit } from '../server/workspace-edits.ts';
import { readPlace } from './mail-path.ts';

export const BUMP_SERIAL = 'zonewright.server.bumpSerial',
  BUMP_CHANGED = 'zonewright.server.bumpChangedSerials';
export const serialCommands: readonly string[] = [BUMP_SERIAL, BUMP_CHANGED];

const BUMP = 'Bump Serial';

interface Bump extends BumpedSerial {
  readonly linted: LintedZone;
}

/** Raising serials: the two commands, and what happens on save by the setting `zonewright.serial.bumpOnSave`. */
export function listenForSerials(connection: Connection, session: Session): void {
  const apply = async (bumps: readonly Bump[]): Promise<BumpedSerials> => {
    const made = toEditorEdit(
      bumps.map(({ edit }) => edit),
      session.texts,
      session.abilities,
    )?.edit;
    if (made === undefined || !session.abilities.appliesEdits) return [];
    const { applied } = await connection.workspace.applyEdit({ label: BUMP, edit: made });
    return applied
      ? bumps.map(({ linted: { zone }, from, to }) => ({ zone: nameWords(zone, zone.apex), from, to }))
      : [];
  };
  connection.onExecuteCommand(async ({ command, arguments: [argument] = [] }, token): Promise<BumpedSerials> => {
    if (command === BUMP_CHANGED) {
      if (!(await session.allSettled(token))) return [];
      return apply(bumpsOf([...session.zones.workspace.zones].filter(({ zone }) => needsBump(zone))));
    }
    if (command !== BUMP_SERIAL || !hasUri(argument)) return [];
    const place = await readPlace(session, argument.uri, token);
    return place === undefined ? [] : apply(bumpsOf(session.zones.of(place.held)));
  });
  connection.onWillSaveTextDocumentWaitUntil(async ({ textDocument: { uri } }, token): Promise<TextEdit[]> => {
    const bumps = await bumpsOnSave(session, uri, 'always', token);
    return bumps.flatMap(({ edit }) => (edit.uri === uri ? [{ range: edit.range, newText: edit.text }] : []));
  });
}

/** After a save: where the SOA record is in another file than the saved one, or the person is to be asked. */
export async function bumpAfterSave(connection: Connection, session: Session, uri: string): Promise<void> {
  const token: CancellationToken = { isCancellationRequested: false, onCancellationRequested: () => never };
  const asked = await bumpsOnSave(session, uri, 'ask', token);
  for (const { linted } of asked) {
    const name = nameWords(linted.zone, linted.zone.apex),
      answer = await connection.window.showInformationMessage(
        `${name} has changed, but its serial is the same, so secondaries keep the old records.`,
        { title: BUMP },
        { title: 'Not Now' },
      );
    if (answer?.title !== BUMP) continue;
    // Made again, since the text may have changed while the question was open.
    const [bump] = needsBump(linted.zone) && session.zones.workspace.zones.has(linted) ? bumpsOf([linted]) : [];
    const made = bump === undefined ? undefined : toEditorEdit([bump.edit], session.texts, session.abilities)?.edit;
    if (made !== undefined) await connection.workspace.applyEdit({ label: BUMP, edit: made });
  }
}

const never = { dispose: (): void => undefined };

/** The bumps that a save of a file calls for where the setting is `mode`. */
async function bumpsOnSave(
  session: Session,
  uri: string,
  mode: 'ask' | 'always',
  token: CancellationToken,
): Promise<readonly Bump[]> {
  const known = session.texts.get(uri);
  if (known === undefined || session.configuration.features(known.key).bumpSerialOnSave !== mode) return [];
  const place = await readPlace(session, uri, token);
  return place === undefined ? [] : bumpsOf(changedZones(session, place.held));
}

const changedZones = (session: Session, held: HeldText): readonly LintedZone[] =>
  session.zones.of(held).filter(({ zone }) => needsBump(zone));

/** A file that several views load has one serial. */
function bumpsOf(zones: Iterable<LintedZone>): readonly Bump[] {
  const now = new Date(),
    bumps = new Map<string, Bump>();
  for (const linted of zones) {
    const bumped = bumpedSerial(linted.zone, now);
    if (bumped === undefined) continue;
    const { uri, range } = bumped.edit;
    bumps.set(`${uri} ${range.start.line}:${range.start.character}`, { linted, ...bumped });
  }
  return [...bumps.values()];
}

const hasUri = (argument: unknown): argument is BumpSerialArguments =>
  typeof argument === 'object' && argument !== null && 'uri' in argument && typeof argument.uri === 'string';
