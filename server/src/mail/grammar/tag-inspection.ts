/** What MTA-STS, TLS-RPT and BIMI records check alike: the version in front, known tags, each once, well separated. */

import { editDistance, nearest } from '../../text/near-miss.ts';
import type { MailEdit, MailFix, Span } from './problem.ts';
import { backslashFix, badOctets, moveToFront, removeTag, replaceWith, swallowedTags } from './tag-fixes.ts';
import { findTag, firstFrom, parseTagList } from './tag-list.ts';
import type { Tag, TagList } from './tag-list.ts';

export interface TagGrammar {
  /** The only value of `v=`, compared with case. */
  readonly version: string;
  /** All known tags, `v` among them. */
  readonly tags: readonly string[];
}

/**
 * - `version`: another value than the version, or another case of it.
 * - `versionMissing`, `versionNotFirst`, `leading`: the text does not begin with `v=`.
 * - `gap`: no `;` before a known tag; `empty`: `;;`; `backslash`: `\;`; `octet`: no ASCII.
 */
export type TagFlaw =
  | 'version'
  | 'versionMissing'
  | 'versionNotFirst'
  | 'leading'
  | 'unknown'
  | 'near'
  | 'duplicate'
  | 'noEquals'
  | 'gap'
  | 'empty'
  | 'backslash'
  | 'octet';

/** What the words about a flaw may be filled with; what a flaw doesn't have is empty. */
export type FlawValues = Readonly<Record<'name' | 'value' | 'tag' | 'expected', string>>;

const noValues: FlawValues = { name: '', value: '', tag: '', expected: '' };

export type TellFlaw = (
  flaw: TagFlaw,
  at: Span,
  args: FlawValues,
  fix: MailFix | undefined,
  tag: Tag | undefined,
) => void;

export interface TagInspection {
  readonly version: Tag | undefined;
  /** Tags whose value holds other tags, because a `;` is missing. */
  readonly swallowing: readonly Tag[];
  readonly swallowedNames: readonly string[];
}

/** Whether the text was meant as a record with that version: in any case, place, or mistyped by one letter. */
export function isMeantAs(text: string, version: string): boolean {
  const word = version.replace(/v?\d+$/i, '');
  if (new RegExp(`^\\W*v\\s*=\\s*["']?${word}`, 'i').test(text)) return true;
  const { tags } = parseTagList(text);
  return tags.some((tag) => {
    const value = tag.value.toLowerCase();
    return (
      tag.name.toLowerCase() === 'v' &&
      (value.startsWith(word.toLowerCase()) || editDistance(value, version.toLowerCase(), 1) <= 1)
    );
  });
}

type Tell = (
  flaw: TagFlaw,
  at: Span,
  args: Partial<FlawValues>,
  fix: MailFix | undefined,
  tag: Tag | undefined,
) => void;

export function inspectTags(list: TagList, grammar: TagGrammar, hear: TellFlaw): TagInspection {
  const tell: Tell = (flaw, at, args, fix, tag) => hear(flaw, at, { ...noValues, ...args }, fix, tag);
  const version = list.tags.find((tag) => tag.equals >= 0 && tag.name.toLowerCase() === 'v');
  const swallowing: Tag[] = [];
  const swallowedNames: string[] = [];
  inspectText(list, tell);
  for (const tag of list.tags) {
    if (tag.equals < 0) {
      if (list.tags[0] === tag && version === undefined) continue;
      tell(
        'noEquals',
        tag,
        { value: list.text.slice(tag.start, tag.end).slice(0, 40) },
        removeTag(list, tag, false),
        tag,
      );
      continue;
    }
    const inside = swallowedTags(tag, grammar.tags, /\s*,\s*|\s+/);
    if (inside !== undefined) {
      swallowing.push(tag);
      swallowedNames.push(...inside.names);
      tell('gap', inside.nameSpan, { name: inside.name, tag: tag.name }, inside.fix, tag);
    }
    // `"v=…` is a version with something before it, told below.
    const isLeading = version === undefined && list.tags[0] === tag && /^\W+v$/i.test(tag.name);
    if (tag !== version && !isLeading) inspectName(list, tag, grammar, tell);
  }
  inspectVersion(list, version, grammar, version !== undefined && swallowing.includes(version), tell);
  return { version, swallowing, swallowedNames };
}

const extensionName = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/;
/** Octets that aren't ASCII are told by themselves. */
const extensionValue = /^[^\s=]+$/;

/**
 * Whether a tag that a record doesn't define may be there as an extension: a name of letters, digits, `_`, `-` and `.`, at most 32 octets,
 * and a value without white space, `=` and `;`. MTA-STS and TLS-RPT share this grammar (RFC 8461 §3.1, RFC 8460 §3).
 */
export const isExtension = ({ name, value }: Tag): boolean => extensionName.test(name) && extensionValue.test(value);

/** Where a first `v=` with the right version has white space in or behind it, which records that must begin with `v=…;` exactly do not allow. */
export function looseVersion(
  { text, tags, separators, backslashes }: TagList,
  tag: Tag,
  { version }: TagGrammar,
): Span | undefined {
  if (tag.value !== version || tag.name !== 'v' || tags[0] !== tag) return undefined;
  const end = separators[firstFrom(separators, tag.end)] ?? tag.end;
  return text.slice(tag.start, end) === `v=${version}` || backslashes.includes(end - 1)
    ? undefined
    : { start: tag.start, end };
}

function inspectText(list: TagList, tell: Tell): void {
  for (const at of list.backslashes) tell('backslash', { start: at, end: at + 1 }, {}, backslashFix(at), undefined);
  for (const gap of list.empty) {
    const edits: readonly MailEdit[] = [{ ...gap, text: '' }];
    tell('empty', gap, {}, { title: 'Remove the empty tag', safe: true, edits }, undefined);
  }
  const octets = badOctets(list.text);
  if (octets !== undefined) tell('octet', octets, { value: octets.name }, octets.fix, undefined);
}

function inspectName(list: TagList, tag: Tag, grammar: TagGrammar, tell: Tell): void {
  const { name, nameSpan } = tag;
  if (/[^ -~]/.test(name)) return;
  const at = name === '' ? tag : nameSpan;
  if (tag.duplicateOf >= 0) {
    const same = list.tags[tag.duplicateOf]?.value === tag.value;
    tell('duplicate', at, { name }, removeTag(list, tag, same), tag);
    return;
  }
  if (grammar.tags.includes(name)) return;
  const free = grammar.tags.filter((known) => findTag(list, known) === undefined);
  const near =
    free.find((known) => known === name.toLowerCase()) ??
    nearest(
      name,
      free.filter((known) => known.length > 2),
      1,
    );
  if (near === undefined) tell('unknown', at, { name }, removeTag(list, tag, false), tag);
  else tell('near', at, { name, expected: near }, replaceWith(nameSpan, near), tag);
}

function inspectVersion(
  list: TagList,
  version: Tag | undefined,
  grammar: TagGrammar,
  swallowing: boolean,
  tell: Tell,
): void {
  const { text } = list;
  const wanted = `v=${grammar.version}`;
  if (version === undefined) {
    const leading = new RegExp(`^([^a-z]+)${wanted}\\b`, 'i').exec(text)?.[1];
    const [first] = list.tags;
    if (leading !== undefined) {
      const at = { start: 0, end: leading.length };
      tell('leading', at, { value: leading }, replaceWith(at, '', 'Remove it'), undefined);
    } else if (
      first !== undefined &&
      first.equals < 0 &&
      editDistance(first.name.toLowerCase(), grammar.version.toLowerCase(), 1) <= 1
    ) {
      tell('versionMissing', first, { value: first.name }, replaceWith(first, wanted), first);
    } else {
      const fix: MailFix = {
        title: `Put ${wanted} first`,
        safe: true,
        edits: [{ start: 0, end: first?.start ?? 0, text: `${wanted}; ` }],
      };
      tell(
        'versionMissing',
        first ?? { start: 0, end: text.length },
        { value: text.slice(first?.start, first?.end) },
        fix,
        first,
      );
    }
    return;
  }
  if (list.tags[0] !== version)
    tell('versionNotFirst', version, { value: version.value }, moveToFront(list, version), version);
  else if (version.start > 0) {
    const at = { start: 0, end: version.start };
    tell('leading', at, { value: text.slice(0, version.start) }, replaceWith(at, '', 'Remove it'), version);
  }
  if (swallowing || (version.value === grammar.version && version.name === 'v')) return;
  tell(
    'version',
    version.name === 'v' && version.value !== '' ? version.valueSpan : version,
    { value: version.value },
    replaceWith(version, wanted),
    version,
  );
}
