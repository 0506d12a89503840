import type { TextChange } from '../../findings/fix.ts';
import { addRecord } from '../../lint/kit/add-record.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { recordsOf } from '../name-words.ts';
import type { RecordSnippet } from './record-snippets.ts';
import { mailSnippetKinds, nameIn, recordSnippets } from './record-snippets.ts';
import { ZoneFacts } from './zone-facts.ts';

/** The snippets that make mail work, by kind; the plain one of each first. */
export function mailSnippets(zone: Zone, now: Date): readonly (readonly RecordSnippet[])[] {
  const all = recordSnippets(new ZoneFacts(zone, undefined), zone.apex, zone.apex, now);
  return mailSnippetKinds
    .map((kind) => all.filter((snippet) => snippet.kind === kind))
    .filter((variants) => variants.length > 0);
}

/** The edits, with tab stops, that put the records of a snippet where they belong in the zone. None below a name that there can't be. */
export function insertionOf(zone: Zone, { records }: RecordSnippet): readonly TextChange[] {
  const facts = new ZoneFacts(zone, undefined),
    after = recordsOf(zone, zone.apex)
      .filter(({ generated }) => !generated)
      .at(-1),
    edits: TextChange[] = [];
  for (const { owner, ownerSnippet, type, rdata } of records) {
    const name = nameIn(facts, zone.apex, owner);
    if (name < 0) continue;
    edits.push(
      addRecord(zone, name, type, rdata, {
        snippet: true,
        ...(after === undefined ? {} : { after }),
        ...(ownerSnippet === undefined ? {} : { ownerSnippet }),
      }),
    );
  }
  return joined(edits);
}

/** Records for the same place as one edit, in their order. */
function joined(edits: readonly TextChange[]): readonly TextChange[] {
  const found: TextChange[] = [];
  for (const edit of edits) {
    const { line, character } = edit.range.start,
      at = found.findIndex(
        ({ uri, range: { start } }) => uri === edit.uri && start.line === line && start.character === character,
      ),
      before = found[at];
    // At the end of a file without a last line ending each of them brings one for the line before it.
    if (before === undefined) found.push(edit);
    else found[at] = { ...before, text: before.text + edit.text.replace(/^\r?\n/, '') };
  }
  return found;
}
