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

/** What makes a key the same as another; undefined for what is no key. */
export function keyIdentity(text: string): string | undefined {
  const key = dkimKey(parseDkim(text));
  if (key.kind !== 'rsa' && key.kind !== 'ed25519') return undefined;
  return encodeBase64(key.kind === 'rsa' ? key.der : key.octets);
}

/** By the identity of their key, the first selector of one domain that publishes it. The keys are given in the order of their selectors. */
export function firstSelectors(keys: Iterable<SelectorKey>): ReadonlyMap<string, string> {
  const firstOf = new Map<string, string>();
  for (const { selector, text } of keys) {
    const identity = keyIdentity(text);
    if (identity !== undefined && !firstOf.has(identity)) firstOf.set(identity, selector);
  }
  return firstOf;
}

/** A selector that publishes the key of an earlier one. */
export function sameKeyProblem({ selector, text }: SelectorKey, firstOf: ReadonlyMap<string, string>): Pick<SetProblem, 'code' | 'message' | 'args'> | undefined {
  const identity = keyIdentity(text);
  const first = identity === undefined ? undefined : firstOf.get(identity);
  if (first === undefined || first >= selector) return undefined;
  return { code: 'dkim/same-key-two-selectors', message: 'same', args: { first, second: selector } };
}
