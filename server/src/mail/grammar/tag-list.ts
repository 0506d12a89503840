/**
 * The tag list of RFC 6376 §3.2, `name=value; name=value`, which DKIM keys, DMARC, BIMI, MTA-STS and
 * TLS-RPT records share, each with its own differences. This parser accepts everything and judges nothing.
 */

import type { Span } from './problem.ts';

export interface Tag extends Span {
  /** Place in the list. */
  readonly index: number;
  /** As written, without surrounding white space; may be empty or malformed. */
  readonly name: string;
  readonly nameSpan: Span;
  /** As written, without surrounding white space. Empty where there is no `=`. */
  readonly value: string;
  readonly valueSpan: Span;
  /** Offset of `=`, or -1 where there is none. */
  readonly equals: number;
  /** Index of an earlier tag of the same name, or -1. */
  readonly duplicateOf: number;
}

export interface TagList {
  readonly text: string;
  readonly tags: readonly Tag[];
  /** The names of all tags, also of those without a `=`. */
  readonly names: ReadonlySet<string>;
  /** By name, the index of the first tag that has a `=`. */
  readonly firstByName: ReadonlyMap<string, number>;
  /** Offsets of every `;`, in ascending order. */
  readonly separators: readonly number[];
  /** Specs between two `;` with nothing but white space; nothing after the last `;` is no empty spec. */
  readonly empty: readonly Span[];
  /**
   * Offsets of a backslash right before a `;`: somebody escaped the semicolon twice. The octet is part of the
   * record, but no part of any tag here, so that one mistake gives one finding.
   */
  readonly backslashes: readonly number[];
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0d || code === 0x0a;

/** The span without the white space (SP, HTAB, CR, LF) at either end. */
export function trimSpan(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

function parseSpec(text: string, spec: Span, index: number, earlier: ReadonlyMap<string, number>): Tag {
  const found = text.slice(spec.start, spec.end).indexOf('=');
  const equals = found < 0 ? -1 : spec.start + found;
  const nameSpan = trimSpan(text, spec.start, equals < 0 ? spec.end : equals);
  const valueSpan = equals < 0 ? { start: spec.end, end: spec.end } : trimSpan(text, equals + 1, spec.end);
  const name = text.slice(nameSpan.start, nameSpan.end);
  return {
    ...spec,
    index,
    name,
    nameSpan,
    value: text.slice(valueSpan.start, valueSpan.end),
    valueSpan,
    equals,
    duplicateOf: equals < 0 ? -1 : (earlier.get(name) ?? -1),
  };
}

/** Splits any text; never throws, and every octet belongs to a tag, a separator or white space. */
export function parseTagList(text: string): TagList {
  const tags: Tag[] = [];
  const names = new Set<string>();
  const firstByName = new Map<string, number>();
  const separators: number[] = [];
  const empty: Span[] = [];
  const backslashes: number[] = [];
  let from = 0;
  for (;;) {
    const semicolon = text.indexOf(';', from);
    let to = semicolon < 0 ? text.length : semicolon;
    if (to > from && semicolon >= 0 && text[to - 1] === '\\') backslashes.push(--to);
    const spec = trimSpan(text, from, to);
    if (spec.start < spec.end) {
      const tag = parseSpec(text, spec, tags.length, firstByName);
      if (tag.equals >= 0 && tag.duplicateOf < 0) firstByName.set(tag.name, tag.index);
      names.add(tag.name);
      tags.push(tag);
    } else if (semicolon >= 0) empty.push({ start: from, end: semicolon + 1 });
    if (semicolon < 0) break;
    separators.push(semicolon);
    from = semicolon + 1;
  }
  return { text, tags, names, firstByName, separators, empty, backslashes };
}

/** The first tag of that name that has a `=`. */
export function findTag(list: TagList, name: string): Tag | undefined {
  const index = list.firstByName.get(name);
  return index === undefined ? undefined : list.tags[index];
}

/**
 * What to cut so that the tag goes and a well-formed list remains: with the separator after it,
 * or before it where it is the last one.
 */
export function removalSpan(list: TagList, tag: Tag): Span {
  const next = firstFrom(list.separators, tag.end);
  const after = list.separators[next];
  if (after !== undefined) {
    let end = after + 1;
    while (end < list.text.length && isSpace(list.text.charCodeAt(end))) end++;
    return { start: tag.start, end };
  }
  const before = list.separators[firstFrom(list.separators, tag.start) - 1];
  return { start: before ?? tag.start, end: list.text.length };
}

/** The index of the first of ascending offsets that is not below one; their number when there is none. */
export function firstFrom(offsets: readonly number[], from: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! >= from) high = middle;
    else low = middle + 1;
  }
  return low;
}

export interface ListItem extends Span {
  readonly text: string;
}

/** Splits a value such as `a:b` or `a,b` at the separator; each item without surrounding white space. */
export function splitValue(text: string, span: Span, separator: string): readonly ListItem[] {
  const items: ListItem[] = [];
  let from = span.start;
  for (;;) {
    const found = text.indexOf(separator, from);
    const to = found < 0 || found >= span.end ? span.end : found;
    const item = trimSpan(text, from, to);
    items.push({ ...item, text: text.slice(item.start, item.end) });
    if (to === span.end) return items;
    from = to + 1;
  }
}
