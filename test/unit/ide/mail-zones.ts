import { Zone } from '../../../server/src/zone/model/zone.ts';
import { Lexer } from '../../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../../server/src/zone/syntax/source-text.ts';

export interface ZoneWorld {
  readonly zones: Readonly<Record<string, Zone>>;
  /** The zone with the longest apex that holds an absolute name. */
  readonly zoneOf: (name: string) => Zone | undefined;
}

/** Zones by their apexes, from the texts of their files. */
export function openWorld(texts: Readonly<Record<string, string>>): ZoneWorld {
  const zones: Record<string, Zone> = {};
  for (const [apex, text] of Object.entries(texts)) {
    const zone = new Zone(new SourceText(`file:///zones/${apex}zone`, new Lexer()), { apex });
    zone.open(new TextEncoder().encode(text));
    zones[apex] = zone;
  }
  const zoneOf = (name: string): Zone | undefined => {
    for (let suffix = name; suffix !== ''; suffix = suffix.slice(suffix.indexOf('.') + 1))
      if (zones[suffix] !== undefined) return zones[suffix];
    return undefined;
  };
  return { zones, zoneOf };
}
