import type { SetProblem } from '../grammar/problem.ts';
import { encodeBase64 } from '../grammar/base64.ts';
import { dkimKey } from './key.ts';
import { parseDkim } from './record.ts';

/** What the TXT records of one selector show together. RFC 6376 §3.6.2.2: they must be unique. */
export function dkimSetProblems(texts: readonly string[]): readonly SetProblem[] {
  if (texts.length < 2) return [];
  return texts.slice(1).map((text, index) => ({
    code: 'dkim/multiple-txt',
    message: 'several',
    args: { count: texts.length },
    start: 0,
    end: text.length,
    record: index + 1,
  }));
}

export interface SelectorKey {
  readonly selector: string;
  readonly text: string;
}

/** Selectors of one domain that publish the key of an earlier one; `record` is the later one's index. */
export function sameKeyProblems(keys: readonly SelectorKey[]): readonly SetProblem[] {
  const firstOf = new Map<string, string>();
  const problems: SetProblem[] = [];
  keys.forEach(({ selector, text }, record) => {
    const key = dkimKey(parseDkim(text));
    if (key.kind !== 'rsa' && key.kind !== 'ed25519') return;
    const identity = encodeBase64(key.kind === 'rsa' ? key.der : key.octets);
    const first = firstOf.get(identity);
    if (first === undefined) firstOf.set(identity, selector);
    else {
      const args = { first, second: selector };
      problems.push({ code: 'dkim/same-key-two-selectors', message: 'same', args, start: 0, end: text.length, record });
    }
  });
  return problems;
}
