import { DocumentHighlightKind, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type {
  Connection,
  DocumentHighlight,
  Location,
  LocationLink,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { definitionsAt } from '../../ide/definition.ts';
import type { NameAt } from '../../ide/name-at.ts';
import { nameAt } from '../../ide/name-at.ts';
import type { Occurrence } from '../../ide/occurrences.ts';
import { indexedOccurrencesOf, occurrencesOf } from '../../ide/occurrences.ts';
import { rename, renameRefusal } from '../../ide/rename.ts';
import { placeOf } from '../../zone/model/span.ts';
import type { Place as TextPlace } from '../../zone/model/span.ts';
import type { LintedZone } from '../../workspace/workspace.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { Place, Session } from '../server/lsp-session.ts';
import { toEditorEdit } from '../server/workspace-edits.ts';

/** Highlights follow the cursor, so that of more records than this only the indexes are asked; and how many there are. */
const MOST_SEARCHED = 20_000,
  MOST_HIGHLIGHTS = 2000;
const NO_NAME = `There's no name to rename here.`;

interface Found extends Place {
  readonly at: NameAt;
}

/** Going from name to name: definition, references, highlights, rename. */
export class Names {
  private readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }

  listen(connection: Connection): void {
    connection.onDefinition(async ({ textDocument: { uri }, position }) => {
      const place = await this.session.place(uri);
      if (place === undefined) return [];
      const targets = definitionsAt(place.linted.zone, place.held.cut(), position, this.session.othersOf(place.linted));
      if (this.session.abilities.definitionLinks)
        return targets.map(
          ({ entry, selection }): LocationLink => ({
            targetUri: entry.uri,
            targetRange: entry.range,
            targetSelectionRange: selection.range,
          }),
        );
      return targets.map(({ selection }): Location => selection);
    });
    connection.onReferences(async ({ textDocument: { uri }, position, context }) =>
      this.references(await this.find(uri, position), context.includeDeclaration),
    );
    connection.onDocumentHighlight(async ({ textDocument: { uri }, position }) =>
      this.highlights(await this.find(uri, position)),
    );
    connection.onPrepareRename(async ({ textDocument: { uri }, position }) =>
      this.prepareRename(await this.session.place(uri), position),
    );
    connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) =>
      this.rename(await this.find(uri, position), newName),
    );
  }

  private async find(uri: string, position: Range['start']): Promise<Found | undefined> {
    const place = await this.session.place(uri),
      at = place === undefined ? undefined : nameAt(place.linted.zone, place.held.cut(), position);
    return place === undefined || at === undefined ? undefined : { ...place, at };
  }

  private references(found: Found | undefined, withDeclaration: boolean): Location[] {
    if (found === undefined) return [];
    const { zones, absolute } = this.zonesThatMean(found),
      locations = new Map<string, Location>();
    for (const zone of zones) {
      for (const { kind, span } of occurrences(zone, absolute)) {
        if (kind === 'owner' && !withDeclaration) continue;
        const place = placeOf(zone, span);
        locations.set(keyOfPlace(place), place);
      }
    }
    return [...locations.values()];
  }

  private highlights(found: Found | undefined): DocumentHighlight[] {
    if (found === undefined) return [];
    const { zone } = found.linted,
      highlights = new Map<string, DocumentHighlight>();
    const find = zone.records.count > MOST_SEARCHED ? indexedOccurrencesOf : occurrencesOf;
    for (const { kind, span } of find(zone, found.at.name)) {
      if (highlights.size >= MOST_HIGHLIGHTS) break;
      const place = placeOf(zone, span);
      if (place.uri === found.held.uri)
        highlights.set(keyOfPlace(place), {
          range: place.range,
          kind: kind === 'owner' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        });
    }
    return [...highlights.values()];
  }

  private prepareRename(
    place: Place | undefined,
    position: Range['start'],
  ): { range: Range; placeholder: string } | null {
    if (place === undefined) return null;
    const { zone } = place.linted,
      text = place.held.cut(),
      at = nameAt(zone, text, position),
      refusal = at === undefined ? NO_NAME : renameRefusal(zone, at);
    if (refusal !== undefined || at === undefined)
      throw new ResponseError(ErrorCodes.InvalidRequest, refusal ?? NO_NAME);
    return { range: at.range, placeholder: text.slice(at.range) };
  }

  private rename(found: Found | undefined, newName: string): WorkspaceEdit | null {
    if (found === undefined) throw new ResponseError(ErrorCodes.InvalidRequest, NO_NAME);
    const refusal = renameRefusal(found.linted.zone, found.at);
    if (refusal !== undefined) throw new ResponseError(ErrorCodes.InvalidRequest, refusal);
    const { zones, home, absolute } = this.zonesThatMean(found),
      zone = home?.zone ?? found.linted.zone,
      name = zone.names.intern(absolute);
    const origin =
      zone === found.linted.zone
        ? found.at.origin
        : zone.names.intern(found.at.origin < 0 ? '.' : found.linted.zone.names.text(found.at.origin));
    const edits = rename({ ...found.at, name, origin }, newName, zone, zones);
    if (typeof edits === 'string') throw new ResponseError(ErrorCodes.InvalidParams, edits);
    return toEditorEdit(edits, this.session.texts, this.session.abilities)?.edit ?? null;
  }

  /** The zone that holds a name, and the zones that mean the same when they write it. */
  private zonesThatMean({ linted, at }: Found): {
    readonly absolute: string;
    readonly home: LintedZone | undefined;
    readonly zones: readonly Zone[];
  } {
    const { zone } = linted,
      absolute = zone.names.text(at.name);
    if (!zone.apexKnown) return { absolute, home: linted, zones: [zone] };
    const home = this.homeOf(linted, absolute),
      zones = [zone];
    for (const other of this.session.zones.workspace.zones)
      if (
        other !== linted &&
        other.zone.apexKnown &&
        other.view === linted.view &&
        this.homeOf(other, absolute) === home
      )
        zones.push(other.zone);
    return { absolute, home, zones };
  }

  private homeOf({ zone, view }: LintedZone, absolute: string): LintedZone | undefined {
    return this.session.zones.workspace.zoneFor(absolute, view, zone.root.uri, zone.names.text(zone.apex));
  }
}

function occurrences(zone: Zone, absolute: string): Iterable<Occurrence> {
  const name = zone.names.find(absolute);
  return name < 0 ? [] : occurrencesOf(zone, name);
}

const keyOfPlace = ({ uri, range: { start } }: TextPlace): string => `${uri} ${start.line}:${start.character}`;
