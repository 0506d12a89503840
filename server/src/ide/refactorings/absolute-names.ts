import { originAt } from '../../zone/model/block-origin.ts';
import { endsAbsolute } from '../../zone/rrtypes/fields/rdata.ts';
import type { Refactoring, Selected } from './refactoring.ts';
import { relativeOf, rewriteName, writtenNames } from './written-names.ts';

/** Names relative to the origin to absolute ones, and back. */
export function* absoluteNames({ zone, records }: Selected): Iterable<Refactoring> {
  const names = writtenNames(zone, records),
    relative = names.filter(({ written }) => !endsAbsolute(written));
  if (zone.apexKnown && relative.length > 0)
    yield {
      kind: 'rewrite',
      title: 'Make names absolute',
      edits: relative.map((name) => rewriteName(zone, name, name.absolute)),
    };
  const shorter = names.flatMap((name) => {
    const { entry } = name.of,
      text = relativeOf(zone, name.absolute, originAt(entry.block, entry.start));
    return endsAbsolute(name.written) && text !== name.absolute ? [rewriteName(zone, name, text)] : [];
  });
  if (shorter.length > 0) yield { kind: 'rewrite', title: 'Make names relative to the origin', edits: shorter };
}
