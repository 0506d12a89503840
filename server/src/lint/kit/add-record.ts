import type { NameId } from '../../names/name-tree.ts';
import type { RecordView } from '../../zone/model/record-view.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { ZoneFile } from '../../zone/model/zone-file.ts';
import { typeByMnemonic } from '../../zone/rrtypes/registry/registry.ts';
import type { TextChange } from '../../findings/fix.ts';
import { endOfEntry, endOfInheritors } from './entry-extent.ts';
import { insertionPlace } from './insertion-place.ts';
import { firstLine, lineLike } from './record-style.ts';

export { relativeName } from './record-style.ts';

export interface AddOptions {
  /** Put it behind this record when neither its owner nor its kind has a place in the file. */
  readonly after?: RecordView;
  /** The type of a record of the same owner that is added with it: the two belong to one place. */
  readonly beside?: string;
  /** `rdata` has `${1:…}` placeholders. */
  readonly snippet?: boolean;
  /** What is written for the owner name, of a snippet. */
  readonly ownerSnippet?: string;
}

/** The edit that puts a new record into a zone's file, where an admin would (see `insertionPlace`), written as its neighbors are. */
export function addRecord(
  zone: Zone,
  owner: NameId,
  type: string,
  rdata: string,
  options: AddOptions = {},
): TextChange {
  const place = insertionPlace(zone, owner, typeByMnemonic(options.beside ?? type)?.code ?? -1, options.after);
  if (place === undefined)
    return atEnd(
      zone.root,
      firstLine(options.ownerSnippet ?? zone.nameText(owner), type, rdata, zone.nameText(owner)),
      options,
    );
  const { record, before } = place,
    { block } = record,
    { file, chunk } = block,
    line = lineLike(record, {
      owner,
      type,
      rdata,
      ...(options.ownerSnippet === undefined ? {} : { ownerSnippet: options.ownerSnippet }),
    });
  const end = before ? zone.records.offset[record.id]! : endOfEntry(record),
    offset = before || record.owner === owner ? end : endOfInheritors(chunk.bytes, end);
  if (offset === chunk.bytes.length && block.index === file.text.chunks.length - 1) return atEnd(file, line, options);
  const position = file.text.position(block.index, offset);
  return {
    uri: file.text.uri,
    range: { start: position, end: position },
    text: line + lineBreak(chunk.bytes),
    ...(options.snippet === true ? { snippet: true } : {}),
  };
}

function atEnd(file: ZoneFile, line: string, { snippet }: AddOptions): TextChange {
  const { text } = file,
    last = text.chunks.length - 1,
    bytes = text.chunks[last]?.bytes ?? new Uint8Array(0);
  const end = last < 0 ? { line: 0, character: 0 } : text.position(last, bytes.length),
    ending = lineBreak(bytes),
    isClean = bytes.length === 0 || bytes[bytes.length - 1] === 10;
  return {
    uri: text.uri,
    range: { start: end, end },
    text: (isClean ? '' : ending) + line + ending,
    ...(snippet === true ? { snippet: true } : {}),
  };
}

/** The line ending that a text has. */
const lineBreak = (bytes: Uint8Array): string => (bytes.includes(13) ? '\r\n' : '\n');
