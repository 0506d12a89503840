import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { occurrencesOf, withAttributes } from '../../server/src/ide/occurrences.ts';
import { rename, renameRefusal } from '../../server/src/ide/rename.ts';
import { defaultSettings } from '../../server/src/findings/lint-settings.ts';
import type { ZoneHost } from '../../server/src/zone/records/include-host.ts';
import { RecordView } from '../../server/src/zone/model/record-view.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import type { Zone } from '../../server/src/zone/model/zone.ts';
import { Lexer } from '../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../server/src/zone/syntax/source-text.ts';
import { zoneText } from './zone-texts.ts';

const RUNS = Number(process.env['RUNS'] ?? 150);

function open(text: string, part: string): { readonly zone: Zone; readonly texts: ReadonlyMap<string, SourceText> } {
  const texts = new Map(
    ['example.com.zone', 'part.inc'].map((name, k) => {
      const source = new SourceText(`file:///zones/${name}`, new Lexer());
      source.load(new TextEncoder().encode(k === 0 ? text : part), () => undefined);
      return [source.uri, source] as const;
    }),
  );
  const host: ZoneHost = {
    include: (name) => (name === 'part.inc' ? texts.get('file:///zones/part.inc')! : 'missing'),
  };
  const { zone } = new Workspace([]).open(texts.get('file:///zones/example.com.zone')!, {
    apex: 'example.com.',
    host,
    settings: defaultSettings,
  });
  return { zone, texts };
}

/** Every record with its names absolute, under the names that `renamed` gives; what a signer wrote is left to the signer. */
function meaning(zone: Zone, renamed: (name: string) => string): readonly string[] {
  const found: string[] = [];
  for (const block of zone.blocks) {
    for (const id of block?.records ?? []) {
      const record = new RecordView(zone, id),
        next = record.target < 0 ? '' : zone.names.text(record.target),
        target = record.mnemonic === 'NSEC' ? next : renamed(next);
      // Terms of SPF name hosts, too, and are renamed with them.
      const isSpf = (record.mnemonic === 'TXT' || record.mnemonic === 'SPF') && /^[ "]*v=spf1/i.test(record.source());
      const rest = isSpf
        ? []
        : record.fields
            .filter(({ field }) => field.target !== true)
            .map(({ field, octets }) =>
              field.name === 'rname' ? renamed(zone.names.text(record.name('rname'))) : octets.join('.'),
            );
      found.push(
        [renamed(zone.names.text(record.owner)), record.ttl, record.mnemonic, target, record.broken, ...rest].join(' '),
      );
    }
  }
  return found.sort();
}

describe('renaming a name', () => {
  it('changes what that name is called, and nothing else', () => {
    fc.assert(
      fc.property(zoneText, zoneText, fc.nat(), (text, partText, pick) => {
        const part = partText.split('\n').slice(2, 8).join('\n'),
          { zone, texts } = open(text, part);
        // Where a parenthesis is never closed, which lines are records is a guess by the words in them.
        if (
          zone.blocks.some((block) => block?.problems.some(({ code }) => code === 'syn/unbalanced-paren-open') === true)
        )
          return;
        const candidates = Array.from({ length: zone.names.size }, (_, name) => name).filter(
          (name) =>
            zone.records.first(name) >= 0 && name !== zone.apex && zone.inZone(name) && !zone.names.isWildcard(name),
        );
        const name = candidates[pick % Math.max(1, candidates.length)];
        if (name === undefined) return;
        const at = {
          name,
          origin: zone.apex,
          kind: 'owner',
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        } as const;
        if (renameRefusal(zone, at) !== undefined) return;
        const old = zone.names.text(name),
          moved = new Set(withAttributes(zone, name).map((one) => zone.names.text(one)));
        const renamed = (one: string): string =>
          moved.has(one) ? `${one.slice(0, one.length - old.length)}fresh.example.com.` : one;
        const expected = meaning(zone, renamed),
          edits = rename(at, 'fresh', zone, [zone]);
        if (typeof edits === 'string') return;
        assert.ok(edits.length > 0 || [...occurrencesOf(zone, name)].length === 0);
        for (const edit of [...edits].sort((a, b) =>
          'range' in a && 'range' in b
            ? b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character
            : 0,
        )) {
          if ('range' in edit) texts.get(edit.uri)!.edit(edit.range, edit.text, () => undefined);
        }
        const after = open(
          texts.get('file:///zones/example.com.zone')!.text(),
          texts.get('file:///zones/part.inc')!.text(),
        );
        assert.deepEqual(
          meaning(after.zone, (one) => one),
          expected,
        );
      }),
      { numRuns: RUNS },
    );
  });
});
