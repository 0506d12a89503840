import { SymbolKind } from 'vscode-languageserver';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Connection,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { nameAt } from '../../ide/name-at.ts';
import type { CalledName, NameCall } from '../../ide/name-calls.ts';
import { calledName, callsFrom, callsTo } from '../../ide/name-calls.ts';
import { workspaceSymbols } from '../../ide/workspace-symbols.ts';
import type { LintedZone } from '../../workspace/workspace.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { Session } from '../server/lsp-session.ts';
import { readPlace } from './mail-path.ts';

/** Milliseconds of work in one turn. */
const SLICE = 6;

/** How the next request finds a name of the call hierarchy again: the zone's file in which it was met, and the name. */
interface CallData {
  readonly root: string;
  readonly absolute: string;
}

/** Names and zones of the workspace by their letters, and what leads from name to name. */
export function listenForSymbols(connection: Connection, session: Session): void {
  connection.onWorkspaceSymbol(async ({ query }, token): Promise<WorkspaceSymbol[]> => {
    const work = workspaceSymbols(
      [...session.zones.workspace.zones].map(({ zone }) => zone),
      query,
    );
    for (;;) {
      const end = performance.now() + SLICE;
      do {
        const step = work.next();
        if (step.done === true)
          return step.value.map(({ name, kind, container, place: { uri, range } }) => ({
            name,
            kind: kind === 'zone' ? SymbolKind.Namespace : SymbolKind.Class,
            location: { uri, range },
            ...(container === '' ? {} : { containerName: container }),
          }));
      } while (performance.now() < end);
      await session.nextTurn();
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The search was cancelled.');
    }
  });
  connection.languages.callHierarchy.onPrepare(
    async ({ textDocument: { uri }, position }, token): Promise<CallHierarchyItem[] | null> => {
      const place = await readPlace(session, uri, token),
        at = place === undefined ? undefined : nameAt(place.linted.zone, place.held.cut(), position);
      if (place === undefined || at === undefined || at.kind === 'origin') return null;
      const { linted } = place,
        absolute = linted.zone.names.text(at.name),
        home = homeOf(session, linted, absolute);
      return [itemOf(calledName(home.zone, home.zone.names.intern(absolute), { uri, range: at.range }), home)];
    },
  );
  connection.languages.callHierarchy.onIncomingCalls(({ item }): CallHierarchyIncomingCall[] => {
    const { data, linted } = metIn(session, item);
    if (data === undefined || linted === undefined) return [];
    // Zones of another folder may have the same names and mean others by them.
    const home = homeOf(session, linted, data.absolute),
      zones = [...session.zones.workspace.zones].filter(
        (one) => one === linted || (one.view === linted.view && homeOf(session, one, data.absolute) === home),
      ),
      found: CallHierarchyIncomingCall[] = [];
    for (const one of zones)
      for (const call of callsTo([one.zone], data.absolute))
        for (const { uri, ranges } of byFile(call))
          found.push({
            from: { ...itemOf(call.name, one), uri, ...placeIn(call, uri) },
            fromRanges: ranges,
          });
    return found;
  });
  connection.languages.callHierarchy.onOutgoingCalls(({ item }): CallHierarchyOutgoingCall[] => {
    const { data, linted } = metIn(session, item);
    if (data === undefined || linted === undefined) return [];
    return callsFrom(homeOf(session, linted, data.absolute).zone, data.absolute).map(({ name, places }) => {
      const home = homeOf(session, linted, name.absolute),
        known = homeName(home.zone, name);
      return {
        to: itemOf(known, home),
        // The places are in the file of the name that leads there, as the editor expects it.
        fromRanges: places.filter(({ uri }) => uri === item.uri).map(({ range }) => range),
      };
    });
  });
}

/** A name as its own zone shows it. */
function homeName(zone: Zone, name: CalledName): CalledName {
  const id = zone.names.find(name.absolute);
  return id < 0 ? name : calledName(zone, id, name.place);
}

const homeOf = (session: Session, linted: LintedZone, absolute: string): LintedZone =>
  linted.zone.apexKnown
    ? (session.zones.workspace.zoneFor(
        absolute,
        linted.view,
        linted.zone.root.uri,
        linted.zone.names.text(linted.zone.apex),
      ) ?? linted)
    : linted;

function metIn(
  session: Session,
  { data }: CallHierarchyItem,
): { readonly data: CallData | undefined; readonly linted: LintedZone | undefined } {
  const known = data as CallData | undefined;
  return { data: known, linted: [...session.zones.workspace.zones].find(({ uri }) => uri === known?.root) };
}

function itemOf({ absolute, name, detail, place: { uri, range } }: CalledName, linted: LintedZone): CallHierarchyItem {
  const data: CallData = { root: linted.uri, absolute };
  return { name, detail, kind: SymbolKind.Class, uri, range, selectionRange: range, data };
}

/** A call's places, file by file: the editor takes them all to be in the caller's. */
function byFile({
  places,
}: NameCall): readonly { readonly uri: string; readonly ranges: NameCall['places'][number]['range'][] }[] {
  const files = new Map<string, NameCall['places'][number]['range'][]>();
  for (const { uri, range } of places) {
    const ranges = files.get(uri);
    if (ranges === undefined) files.set(uri, [range]);
    else ranges.push(range);
  }
  return [...files].map(([uri, ranges]) => ({ uri, ranges }));
}

/** Where a caller is shown: at its own record, or where it leads on in another file. */
function placeIn({ name, places }: NameCall, uri: string): Pick<CallHierarchyItem, 'range' | 'selectionRange'> {
  const range = name.place.uri === uri ? name.place.range : places.find((one) => one.uri === uri)!.range;
  return { range, selectionRange: range };
}
