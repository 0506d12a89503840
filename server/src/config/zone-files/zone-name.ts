import { encodedLength } from '../../text/utf8.ts';

/** RFC 1035 §2.3.4, in octets. */
const LONGEST_LABEL = 63,
  LONGEST_NAME = 255;

/**
 * A domain name as a configuration or a comment says it, absolute: lower case (RFC 4343), with its final dot; `.` is the root.
 * Undefined for what is no domain name: an empty label, a label over 63 or a name over 255 octets, white space, quotes, a lone backslash.
 */
export function absoluteName(text: string): string | undefined {
  if (text === '.') return '.';
  const labels = labelsOf(text.endsWith('.') && !endsEscaped(text) ? text.slice(0, -1) : text);
  if (labels === undefined) return undefined;
  let octets = 1;
  for (const label of labels) {
    const length = labelOctets(label);
    if (length === 0 || length > LONGEST_LABEL) return undefined;
    octets += length + 1;
  }
  return octets > LONGEST_NAME ? undefined : `${lowerCase(labels.join('.'))}.`;
}

/** The labels of an absolute name from the left, escapes kept as written; none for the root. */
export function nameLabels(apex: string): readonly string[] {
  if (apex === '.') return [];
  return labelsOf(apex.slice(0, -1)) ?? [];
}

/** Only ASCII letters have two cases in a domain name (RFC 4343 §3). */
export function lowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The dots that aren't escaped part the labels. */
function labelsOf(text: string): readonly string[] | undefined {
  const labels: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '\\') {
      const escaped = /^\\(?:[0-9]{3}|[^0-9])/.exec(text.slice(i, i + 4));
      if (escaped === null || (escaped[0].length === 4 && Number(escaped[0].slice(1)) > 255)) return undefined;
      i += escaped[0].length - 1;
    } else if (c === '.') {
      labels.push(text.slice(from, i));
      from = i + 1;
    } else if (c <= ' ' || c === '\x7f' || '"();{}@'.includes(c)) return undefined;
  }
  labels.push(text.slice(from));
  return labels;
}

function labelOctets(label: string): number {
  return encodedLength(label.replace(/\\(?:[0-9]{3}|[^0-9])/g, 'x'));
}

/** Whether the last dot belongs to an escaped, as in `a\.`. */
function endsEscaped(text: string): boolean {
  const slashes = /(\\*)\.$/.exec(text)?.[1]?.length ?? 0;
  return slashes % 2 === 1;
}
