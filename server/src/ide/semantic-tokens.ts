import { ROOT } from '../names/name-tree.ts';
import type { NameId } from '../names/name-tree.ts';
import type { Block } from '../zone/model/block.ts';
import type { Zone } from '../zone/model/zone.ts';
import { typeOf } from '../zone/rrtypes/registry/registry.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { Entry } from './entry-at.ts';
import { blocksOf, entriesOf, ownerOf } from './entry-at.ts';
import { nameOfField } from './name-at.ts';
import { fieldsOf, isNameField } from './rdata-fields.ts';

export const tokenKinds = ['owner', 'name', 'number', 'class', 'type', 'directive', 'mnemonic'] as const;
export type TokenKind = (typeof tokenKinds)[number];

export interface SemanticToken {
  /** From 0; character and length in UTF-16 code units. */
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly kind: TokenKind;
  readonly modifiers: readonly TokenModifier[];
}

/**
 * `declaration`: an owner name. `deprecated`: an obsolete type. `apex`: the zone's own name. `outOfZone`: a name of another zone. `generated`: a line of `$GENERATE`, which stands for many records.
 */
export const tokenModifiers = ['declaration', 'deprecated', 'apex', 'outOfZone', 'generated'] as const;
export type TokenModifier = (typeof tokenModifiers)[number];

/** What the tokens on some lines are, for colors. Strings are left to the grammar, which sees into them. Yields the tokens of one chunk after the other. */
export function* semanticTokens(
  zone: Zone,
  text: SourceText,
  firstLine: number,
  lastLine: number,
): Iterable<readonly SemanticToken[]> {
  for (const block of blocksOf(zone, text)) {
    const blockFirst = text.firstLine(block.index);
    if (blockFirst > lastLine) return;
    if (blockFirst + block.chunk.lineBreaks < firstLine) continue;
    yield [...tokensOf(zone, text, block, firstLine, lastLine)];
  }
}

function* tokensOf(
  zone: Zone,
  text: SourceText,
  block: Block,
  firstLine: number,
  lastLine: number,
): Iterable<SemanticToken> {
  for (const entry of entriesOf(block)) {
    if (text.position(block.index, entry.start).line > lastLine) return;
    if (text.position(block.index, entry.end).line < firstLine) continue;
    for (const { start, end, kind, modifiers = [] } of marksOf(zone, entry)) {
      const from = text.position(block.index, start),
        to = text.position(block.index, end);
      if (from.line === to.line && from.line >= firstLine && from.line <= lastLine)
        yield { ...from, length: to.character - from.character, kind, modifiers };
    }
  }
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  readonly modifiers?: readonly TokenModifier[];
}

function marksOf(zone: Zone, entry: Entry): readonly Mark[] {
  const marks: Mark[] = [],
    isGenerate = entry.tokens[0]?.text.toUpperCase() === '$GENERATE';
  for (const { start, end, part } of entry.tokens) {
    if (part === 'owner')
      marks.push({ start, end, kind: 'owner', modifiers: ['declaration', ...whereIs(zone, ownerOf(zone, entry))] });
    else if (part === 'class' || part === 'directive') marks.push({ start, end, kind: part });
    else if (part === 'argument' && isGenerate) marks.push({ start, end, kind: 'name', modifiers: ['generated'] });
    else if (part === 'ttl') marks.push({ start, end, kind: 'number' });
    else if (part === 'type' && entry.type >= 0)
      marks.push({
        start,
        end,
        kind: 'type',
        modifiers: typeOf(entry.type).status === 'obsolete' ? ['deprecated'] : [],
      });
  }
  for (const placed of fieldsOf(zone, entry)) {
    const { field, start, end, good } = placed;
    if (!good || end <= start) continue;
    if (isNameField(field))
      marks.push({ start, end, kind: 'name', modifiers: whereIs(zone, nameOfField(zone, entry, placed)) });
    else if (field.kind.rest !== true && onlyDigits(entry, start, end)) marks.push({ start, end, kind: 'number' });
    else if (field.values !== undefined || /mnemonic|algorithm|^type$|caa-tag/.test(field.kind.id))
      marks.push({ start, end, kind: 'mnemonic' });
  }
  return marks.sort((a, b) => a.start - b.start);
}

function whereIs(zone: Zone, name: NameId): readonly TokenModifier[] {
  if (name < 0 || !zone.apexKnown) return [];
  return name === zone.apex ? ['apex'] : zone.inZone(name) || name === ROOT ? [] : ['outOfZone'];
}

function onlyDigits(
  {
    block: {
      chunk: { bytes },
    },
  }: Entry,
  start: number,
  end: number,
): boolean {
  for (let i = start; i < end; i++) if (bytes[i]! < 48 || bytes[i]! > 57) return false;
  return true;
}
