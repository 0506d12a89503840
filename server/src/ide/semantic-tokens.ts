import type { Zone } from '../zone/model/zone.ts';
import { typeOf } from '../zone/rrtypes/registry/registry.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { Entry } from './entry-at.ts';
import { blocksOf, entriesOf } from './entry-at.ts';
import { fieldsOf, isNameField } from './rdata-fields.ts';

export const tokenKinds = ['owner', 'name', 'number', 'class', 'type', 'directive', 'mnemonic'] as const;
export type TokenKind = (typeof tokenKinds)[number];

export interface SemanticToken {
  /** From 0; character and length in UTF-16 code units. */
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly kind: TokenKind;
  /** An obsolete type. */
  readonly deprecated: boolean;
}

/** What the tokens on some lines are, for colours. Strings are left to the grammar, which sees into them. */
export function* semanticTokens(
  zone: Zone,
  text: SourceText,
  firstLine: number,
  lastLine: number,
): Iterable<SemanticToken> {
  for (const block of blocksOf(zone, text)) {
    const blockFirst = text.firstLine(block.index);
    if (blockFirst > lastLine) return;
    if (blockFirst + block.chunk.lineBreaks < firstLine) continue;
    for (const entry of entriesOf(block)) {
      for (const { start, end, kind, deprecated = false } of marksOf(zone, entry)) {
        const from = text.position(block.index, start),
          to = text.position(block.index, end);
        if (from.line === to.line && from.line >= firstLine && from.line <= lastLine)
          yield { ...from, length: to.character - from.character, kind, deprecated };
      }
    }
  }
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  readonly deprecated?: boolean;
}

function marksOf(zone: Zone, entry: Entry): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { start, end, part } of entry.tokens) {
    if (part === 'owner' || part === 'class' || part === 'directive') marks.push({ start, end, kind: part });
    else if (part === 'ttl') marks.push({ start, end, kind: 'number' });
    else if (part === 'type' && entry.type >= 0)
      marks.push({ start, end, kind: 'type', deprecated: typeOf(entry.type).status === 'obsolete' });
  }
  for (const { field, start, end, good } of fieldsOf(zone, entry)) {
    if (!good || end <= start) continue;
    if (isNameField(field)) marks.push({ start, end, kind: 'name' });
    else if (field.kind.rest !== true && onlyDigits(entry, start, end)) marks.push({ start, end, kind: 'number' });
    else if (field.values !== undefined || /mnemonic|algorithm|^type$|caa-tag/.test(field.kind.id))
      marks.push({ start, end, kind: 'mnemonic' });
  }
  return marks.sort((a, b) => a.start - b.start);
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
