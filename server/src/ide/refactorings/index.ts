import type { TextRange } from '../../text/positions.ts';
import { recordDifference } from '../../workspace/trials/same-records.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { SourceText } from '../../zone/syntax/source-text.ts';
import type { OtherZones } from '../name-words.ts';
import { absoluteNames } from './absolute-names.ts';
import { apexAlias } from './apex-alias.ts';
import { defaultTtl } from './default-ttl.ts';
import { generated } from './generate.ts';
import { hostAliases } from './host-aliases.ts';
import { includedFile } from './included-file.ts';
import { origins } from './origins.ts';
import { parentheses } from './parentheses.ts';
import type { Refactoring, Selected } from './refactoring.ts';
import { selected } from './refactoring.ts';
import { sortedRecords } from './sorted-records.ts';
import { spfType } from './spf-type.ts';
import { strings } from './strings.ts';
import { ttlUnits } from './ttl-units.ts';

export type { Refactoring };

const all: readonly ((selection: Selected) => Iterable<Refactoring>)[] = [
  apexAlias,
  spfType,
  hostAliases,
  absoluteNames,
  ttlUnits,
  defaultTtl,
  origins,
  generated,
  sortedRecords,
  parentheses,
  strings,
  includedFile,
];

/**
 * The refactorings for a selection, or for the place of the cursor. Each was tried: none changes a record of any of the zones that the text is part of, but as its title says.
 * Yields after each trial.
 */
export function* refactoringsAt(
  zones: readonly Zone[],
  text: SourceText,
  range: TextRange,
  others: OtherZones,
): Generator<void, readonly Refactoring[]> {
  const [zone] = zones,
    offered: Refactoring[] = [];
  if (zone === undefined || zones.some(({ settled }) => !settled)) return offered;
  const selection = selected(zone, text, range, others);
  for (const find of all) {
    for (const refactoring of find(selection)) {
      if (zones.every((one) => isTrue(one, text, refactoring))) offered.push(refactoring);
      yield;
    }
  }
  return offered;
}

function isTrue(zone: Zone, text: SourceText, { edits, allows }: Refactoring): boolean {
  const difference = recordDifference(zone, text, edits);
  if (difference === undefined) return false;
  return allows?.(difference) ?? (difference.gone.length === 0 && difference.came.length === 0);
}
