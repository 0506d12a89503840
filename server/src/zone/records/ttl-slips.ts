/** What somebody may have meant by a word that is no TTL but was to be one. */
export interface TtlSlip {
  /** The last number lacks its unit, as in `1h30`. */
  readonly mixed: boolean;
  /** As it would be right; empty where that can't be told. */
  readonly meant: string;
}

const nextUnit: Readonly<Record<string, string>> = { w: 'd', d: 'h', h: 'm', m: 's' };
const secondsOf: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400, w: 604800 };
const unitWord = /^(\d+)(s|m|h|d|w)(?:ec|in|r|k|econd|inute|our|ay|eek)s?$/i;

/** Undefined for a word that was hardly meant as a TTL. */
export function ttlSlip(word: string): TtlSlip | undefined {
  const mixed = /^(?:\d+[smhdw])*\d+([smhdw])\d+$/i.exec(word);
  if (mixed !== null) {
    const unit = nextUnit[mixed[1]!.toLowerCase()];
    return { mixed: true, meant: unit === undefined ? '' : word + unit };
  }
  const named = unitWord.exec(word);
  if (named !== null) return { mixed: false, meant: named[1]! + named[2]!.toLowerCase() };
  const fraction = /^(\d+[.,]\d+)([smhdw])$/i.exec(word);
  if (fraction !== null)
    return {
      mixed: false,
      meant: String(Math.round(Number(fraction[1]!.replace(',', '.')) * secondsOf[fraction[2]!.toLowerCase()]!)),
    };
  if (/^\d{1,3}(?:[,._']\d{3})+$/.test(word)) return { mixed: false, meant: word.replace(/\D/g, '') };
  if (/^\+\d+$/.test(word)) return { mixed: false, meant: word.slice(1) };
  if (/^[\dOoIl]+$/.test(word) && /\d/.test(word) && /\D/.test(word))
    return { mixed: false, meant: word.replace(/[Oo]/g, '0').replace(/[Il]/g, '1') };
  return /^-?\d[\da-z]*$/i.test(word) ? { mixed: false, meant: '' } : undefined;
}
