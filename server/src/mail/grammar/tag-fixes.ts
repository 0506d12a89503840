/** Repairs that all tag lists share. */

import type { MailEdit, MailFix, Span } from './problem.ts';
import { removalSpan, trimSpan } from './tag-list.ts';
import type { Tag, TagList } from './tag-list.ts';

export const edit = (at: Span, text: string): MailEdit => ({ start: at.start, end: at.end, text });

export function replaceWith(at: Span, text: string, title = `Replace with "${text}"`): MailFix {
  return { title, safe: true, edits: [edit(at, text)] };
}

/** A fix that a person has to want: what is published works as it is. */
export const offered = (fix: MailFix): MailFix => ({ ...fix, safe: false });

export function removeTag(list: TagList, tag: Tag, safe = true): MailFix {
  return {
    title: `Remove ${tag.name}=${tag.value.length > 24 ? '…' : tag.value}`,
    safe,
    edits: [edit(removalSpan(list, tag), '')],
  };
}

/** Takes an item out of a list such as `a:b`, with one separator. */
export function removeItem(text: string, list: Span, item: Span, separator: string, safe = true): MailFix {
  let { start, end } = item;
  const next = trimSpan(text, end, list.end);
  if (text[next.start] === separator) {
    end = next.start + 1;
    end = Math.min(trimSpan(text, end, list.end).start, list.end);
  } else {
    start = trimSpan(text, list.start, start).end;
    if (text[start - 1] === separator) start = trimSpan(text, list.start, start - 1).end;
  }
  return { title: `Remove "${text.slice(item.start, item.end)}"`, safe, edits: [{ start, end, text: '' }] };
}

/** Moves a tag to the front of the list. */
export function moveToFront(list: TagList, tag: Tag): MailFix {
  const rest = removalSpan(list, tag);
  return {
    title: `Move ${tag.name}= to the front`,
    safe: true,
    edits: [
      { start: 0, end: 0, text: `${list.text.slice(tag.start, tag.end)}; ` },
      { ...rest, text: '' },
    ],
  };
}

export interface Swallowed {
  /** The first tag that was swallowed. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly names: readonly string[];
  /** Puts `; ` into every gap. */
  readonly fix: MailFix;
}

/**
 * Where a value runs into other known tags because a `;` is missing: `v=DKIM1 k=rsa`, `v=DMARC1, p=none`.
 * `gap` matches what stands in place of the semicolon.
 */
export function swallowedTags(tag: Tag, names: readonly string[], gap: RegExp): Swallowed | undefined {
  if (!tag.value.includes('=')) return undefined;
  const pattern = new RegExp(`(${gap.source})(${names.join('|')})\\s*=(?!=)`, 'gi');
  const found = [...tag.value.matchAll(pattern)].map((match) => {
    const start = tag.valueSpan.start + match.index;
    const end = start + (match[1]?.length ?? 0);
    return { gap: { start, end }, name: match[2] ?? '' };
  });
  const [first] = found;
  if (first === undefined) return undefined;
  return {
    name: first.name,
    nameSpan: { start: first.gap.end, end: first.gap.end + first.name.length },
    names: found.map(({ name }) => name),
    fix: { title: 'Insert the missing ";"', safe: true, edits: found.map((one) => edit(one.gap, '; ')) },
  };
}

/** One finding for each backslash before a `;`, with the repair. */
export function backslashFix(at: number): MailFix {
  return { title: 'Remove the backslash', safe: true, edits: [{ start: at, end: at + 1, text: '' }] };
}

export interface BadOctets extends Span {
  /** The first of them, such as `0xA0`. */
  readonly name: string;
  readonly fix: MailFix;
}

/** Octets that no tag may hold (RFC 6376 §3.2 VALCHAR): the first run of them. A no-break space becomes a space. */
export function badOctets(text: string): BadOctets | undefined {
  const found = /[^\t\r\n -~]+/.exec(text);
  if (found === null) return undefined;
  const at = { start: found.index, end: found.index + found[0].length };
  const name = `0x${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  const isSpace = found[0] === '\u00a0' || found[0] === '\u00c2\u00a0';
  return {
    ...at,
    name,
    fix: replaceWith(at, isSpace ? ' ' : '', isSpace ? 'Replace with a plain space' : 'Remove it'),
  };
}
