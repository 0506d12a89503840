/** Repairs that all tag lists share. */

import type { MailEdit, MailFix, Span } from './problem.ts';
import { removalSpan, trimSpan } from './tag-list.ts';
import type { Tag, TagList } from './tag-list.ts';

export const edit = (at: Span, text: string): MailEdit => ({ start: at.start, end: at.end, text });

export function replaceWith(at: Span, text: string, title = `Replace with “${text}”`): MailFix {
  return { title, safe: true, edits: [edit(at, text)] };
}

export function removeTag(list: TagList, tag: Tag, safe = true): MailFix {
  return { title: `Remove ${tag.name}=${tag.value.length > 24 ? '…' : tag.value}`, safe, edits: [edit(removalSpan(list, tag), '')] };
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
  return { title: `Remove “${text.slice(item.start, item.end)}”`, safe, edits: [{ start, end, text: '' }] };
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

/**
 * Where a value runs into another known tag because a `;` is missing: `v=DKIM1 k=rsa`.
 * Returns the span of the white space (or comma) and the name of the swallowed tag.
 */
export function swallowedTag(
  tag: Tag,
  names: readonly string[],
  gap: RegExp,
): { readonly gap: Span; readonly name: string; readonly nameSpan: Span } | undefined {
  const pattern = new RegExp(`(${gap.source})(${names.join('|')})\\s*=(?!=)`, 'i');
  const found = pattern.exec(tag.value);
  if (found === null) return undefined;
  const start = tag.valueSpan.start + found.index;
  const end = start + (found[1]?.length ?? 0);
  const name = found[2] ?? '';
  return { gap: { start, end }, name, nameSpan: { start: end, end: end + name.length } };
}

/** One finding for each backslash before a `;`, with the repair. */
export function backslashFix(at: number): MailFix {
  return { title: 'Remove the backslash', safe: true, edits: [{ start: at, end: at + 1, text: '' }] };
}

/** The span of an octet that no tag may hold (RFC 6376 §3.2 VALCHAR), or nothing. */
export function badOctet(text: string): { readonly at: number; readonly name: string } | undefined {
  const at = text.search(/[^\t\r\n -~]/);
  if (at < 0) return undefined;
  return { at, name: `0x${text.charCodeAt(at).toString(16).toUpperCase().padStart(2, '0')}` };
}
