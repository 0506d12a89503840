/** macro-string and domain-spec (RFC 7208 §7.1). */

import type { BadMacroReason, DomainSpec, Fault, MacroPart, MacroString, Part } from './spf-record.ts';

/** `exp-text` is the explanation itself, where c, r and t may stand, and spaces (§6.2, §7.2). */
export type MacroPlace = 'term' | 'exp-text';

const letters = 'slodipvh';
const explanationLetters = 'crt';
const macroBody = /^([0-9]*)(r?)([-.+,/_=]*)$/i;

/** Cuts text into its literal and macro parts; `offset` is where it begins in the record. */
export function parseMacroString(text: string, offset: number, place: MacroPlace = 'term'): MacroString {
  const parts: MacroPart[] = [];
  let at = 0;
  while (at < text.length) {
    const percent = text.indexOf('%', at);
    const end = percent < 0 ? text.length : percent;
    if (end > at) parts.push({ kind: 'literal', ...cut(text, at, end, offset) });
    if (percent < 0) break;
    const part = parsePercent(text, percent, offset, place);
    parts.push(part);
    at = part.end - offset;
  }
  return { ...cut(text, 0, text.length, offset), parts };
}

function parsePercent(text: string, at: number, offset: number, place: MacroPlace): MacroPart {
  const next = text[at + 1];
  if (next === '%' || next === '_' || next === '-') return { kind: 'escape', ...cut(text, at, at + 2, offset) };
  if (next !== '{') return bad('stray-percent', cut(text, at, at + 1, offset));
  const close = text.indexOf('}', at);
  if (close < 0) return bad('unclosed', cut(text, at, text.length, offset));
  const whole = cut(text, at, close + 1, offset);
  const letter = (text[at + 2] ?? '').toLowerCase();
  if (place === 'term' && letter !== '' && explanationLetters.includes(letter)) return bad('exp-only', whole);
  if (letter === '}' || !(letters + explanationLetters).includes(letter)) return bad('letter', whole);
  const body = macroBody.exec(text.slice(at + 3, close));
  if (body === null) return bad('transformer', whole);
  const digits = body[1] ?? '';
  if (digits !== '' && Number(digits) === 0) return bad('zero', whole);
  return {
    kind: 'macro',
    ...whole,
    letter,
    urlEscape: text[at + 2] !== letter,
    keep: digits === '' ? undefined : Number(digits),
    reverse: body[2] !== '',
    delimiters: body[3] ?? '',
  };
}

function bad(reason: BadMacroReason, part: Part): MacroPart {
  return { kind: 'bad', reason, ...part };
}

function cut(text: string, from: number, to: number, offset: number): Part {
  return { start: offset + from, end: offset + to, text: text.slice(from, to) };
}

/** `( *alphanum ALPHA *alphanum ) / ( 1*alphanum "-" *( alphanum / "-" ) alphanum )`, after a dot, perhaps before a last one. */
const endsInTopLabel = /\.(?:[0-9a-z]*[a-z][0-9a-z]*|[0-9a-z]+-[-0-9a-z]*[0-9a-z])\.?$/i;

export function parseDomainSpec(text: string, offset: number): DomainSpec {
  const macros = parseMacroString(text, offset);
  const last = macros.parts.at(-1);
  if (last === undefined || last.kind === 'bad') return { ...macros, endsIn: 'neither' };
  if (last.kind !== 'literal') return { ...macros, endsIn: 'macro' };
  return { ...macros, endsIn: endsInTopLabel.test(last.text) ? 'toplabel' : 'neither' };
}

const unprintable = /[^\x21-\x7e]+/g;

/** Octets that no term may hold, and macros that are none. Spaces are unprintable here: no term holds one. */
export function macroFaults(macros: MacroString, allowed?: ' '): readonly Fault[] {
  const faults: Fault[] = [];
  for (const part of macros.parts) {
    if (part.kind === 'bad') faults.push({ kind: 'macro', start: part.start, end: part.end, text: part.text });
    if (part.kind !== 'literal') continue;
    for (const match of part.text.matchAll(unprintable)) {
      if (allowed === ' ' && /^ +$/.test(match[0])) continue;
      faults.push({
        kind: 'octet',
        start: part.start + match.index,
        end: part.start + match.index + match[0].length,
        text: match[0],
      });
    }
  }
  return faults;
}

/** The faults of a domain-spec; none for what a macro-string's faults explain already. */
export function domainFaults(domain: DomainSpec): readonly Fault[] {
  const faults = macroFaults(domain);
  if (faults.length > 0 || domain.endsIn !== 'neither') return faults;
  return [{ kind: 'domain-end', start: domain.start, end: domain.end, text: domain.text }];
}
