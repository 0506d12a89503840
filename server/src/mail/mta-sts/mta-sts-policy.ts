import type { Span } from '../grammar/problem.ts';
import { trimSpan } from '../grammar/tag-list.ts';

/** A line `name: value` of a policy file. Offsets are UTF-16 code units of the file's text. */
export interface PolicyField extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
  /** Offset of the colon, or of a `=` in its place; -1 where there is neither. */
  readonly colon: number;
  readonly duplicateOf: number;
}

export type MtaStsMode = 'enforce' | 'testing' | 'none';

/** The policy file `mta-sts.txt` (RFC 8461 §3.2), read leniently: of fields that occur twice, the first counts. */
export interface MtaStsPolicy {
  readonly text: string;
  readonly fields: readonly PolicyField[];
  readonly version: PolicyField | undefined;
  readonly mode: MtaStsMode | undefined;
  readonly modeField: PolicyField | undefined;
  /** Seconds; undefined where it is missing or no number. */
  readonly maxAge: number | undefined;
  readonly maxAgeField: PolicyField | undefined;
  readonly mx: readonly PolicyField[];
  readonly lineEnding: 'crlf' | 'lf' | 'mixed' | 'none';
}

const modes: readonly MtaStsMode[] = ['enforce', 'testing', 'none'];

/** The longest max_age that is allowed, in seconds: a year (RFC 8461 §3.2). */
export const maxMaxAge = 31_557_600;

function parseLine(text: string, line: Span, earlier: readonly PolicyField[]): PolicyField {
  const content = trimSpan(text, line.start, line.end);
  const found = /[:=]/.exec(text.slice(content.start, content.end));
  const colon = found === null ? -1 : content.start + found.index;
  const nameSpan = trimSpan(text, content.start, colon < 0 ? content.end : colon);
  const valueSpan = colon < 0 ? { start: content.end, end: content.end } : trimSpan(text, colon + 1, content.end);
  const name = text.slice(nameSpan.start, nameSpan.end);
  return {
    ...line,
    name,
    nameSpan,
    value: text.slice(valueSpan.start, valueSpan.end),
    valueSpan,
    colon,
    duplicateOf: name === 'mx' ? -1 : earlier.findIndex((field) => field.name === name),
  };
}

/** Reads any text; never throws. Empty lines are no fields. */
export function parseMtaStsPolicy(text: string): MtaStsPolicy {
  const fields: PolicyField[] = [];
  let crlf = 0;
  let lf = 0;
  for (const match of text.matchAll(/[^\r\n]+|\r?\n|\r/g)) {
    if (match[0] === '\r\n') crlf++;
    else if (match[0] === '\n') lf++;
    else if (match[0].trim() !== '')
      fields.push(parseLine(text, { start: match.index, end: match.index + match[0].length }, fields));
  }
  const first = (name: string): PolicyField | undefined =>
    fields.find((field) => field.name === name && field.colon >= 0);
  const modeField = first('mode');
  const maxAgeField = first('max_age');
  return {
    text,
    fields,
    version: first('version'),
    mode: modes.find((mode) => mode === modeField?.value),
    modeField,
    maxAge: maxAgeField !== undefined && /^\d{1,10}$/.test(maxAgeField.value) ? Number(maxAgeField.value) : undefined,
    maxAgeField,
    mx: fields.filter((field) => field.name === 'mx' && field.colon >= 0),
    lineEnding: crlf > 0 && lf > 0 ? 'mixed' : crlf > 0 ? 'crlf' : lf > 0 ? 'lf' : 'none',
  };
}

const plain = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/**
 * Whether an MX host is allowed by a pattern (RFC 8461 §4.1): the same name, or `*.` for exactly one label.
 * Names are compared without case and without the final dot.
 */
export function mtaStsMatches(pattern: string, host: string): boolean {
  const wanted = plain(pattern);
  const name = plain(host);
  if (!wanted.startsWith('*.')) return wanted === name;
  const dot = name.indexOf('.');
  return dot > 0 && name.slice(dot + 1) === wanted.slice(2);
}
