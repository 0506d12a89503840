import { ttlAt } from '../records/ttl.ts';
import { octetText } from '../../text/utf8.ts';
import type { FormatOptions } from './format-options.ts';
import type { Line, LineGroup, Piece } from './entry-lines.ts';

const UNITS: readonly (readonly [number, string])[] = [
  [604_800, 'w'],
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'm'],
  [1, 's'],
];

/** Seconds as BIND's units write them: 5400 is `1h30m`. */
function inUnits(seconds: number): string {
  let left = seconds,
    text = '';
  for (const [size, unit] of UNITS) {
    const count = Math.floor(left / size);
    if (count > 0) text += `${count}${unit}`;
    left -= count * size;
  }
  return text === '' ? '0' : text;
}

/** Whether the options ask for other letters at all. */
export const respells = ({ typeCase = 'keep', ttl = 'keep' }: FormatOptions): boolean =>
  typeCase !== 'keep' || ttl !== 'keep';

/** A group with the letters that the options want for its class, type and TTL, or for the TTL of `$TTL`. */
export function respelled(bytes: Uint8Array, group: LineGroup, options: FormatOptions): LineGroup {
  const [line, ...others] = group.lines,
    { header } = group;
  const texts = new Map<number, string>();
  const say = (k: number, text: (piece: Piece) => string | undefined): void => {
    const piece = line?.pieces[k],
      wanted = piece === undefined || piece.kind !== 'word' ? undefined : text(piece);
    if (wanted !== undefined && wanted !== octetText(bytes, piece!.start, piece!.end)) texts.set(k, wanted);
  };
  const inCase = ({ start, end }: Piece): string | undefined => {
    const text = octetText(bytes, start, end);
    return options.typeCase === 'upper'
      ? text.toUpperCase()
      : options.typeCase === 'lower'
        ? text.toLowerCase()
        : undefined;
  };
  const asTtl = ({ start, end }: Piece): string | undefined => {
    const seconds = ttlAt(bytes, start, end);
    if (seconds < 0 || (options.ttl ?? 'keep') === 'keep') return undefined;
    return options.ttl === 'seconds' ? String(seconds) : inUnits(seconds);
  };
  if (header !== undefined && group.kind === 'record') {
    say(header.ttl, asTtl);
    say(header.class, inCase);
    say(header.type, inCase);
  } else if (group.kind === 'directive' && isTtlDirective(bytes, line!)) say(1, asTtl);
  if (texts.size === 0) return group;
  const pieces = line!.pieces.map((piece, k) => {
    const text = texts.get(k);
    return text === undefined ? piece : { ...piece, text };
  });
  return { ...group, lines: [{ ...line!, pieces }, ...others] };
}

const isTtlDirective = (bytes: Uint8Array, { pieces: [first] }: Line): boolean =>
  first !== undefined && octetText(bytes, first.start, first.end).toUpperCase() === '$TTL';
