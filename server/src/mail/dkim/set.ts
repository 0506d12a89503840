import type { SetProblem } from '../grammar/problem.ts';
import { encodeBase64 } from '../grammar/base64.ts';
import type { Message } from '../../findings/codes/index.ts';
import { isDmarc } from '../dmarc/dmarc-record.ts';
import { dkimKey } from './dkim-key.ts';
import { isDkim, parseDkim } from './dkim-record.ts';

/** What the TXT records of one selector show together. RFC 6376 §3.6.2.2: they must be unique. */
export function dkimSetProblems(texts: readonly string[]): readonly SetProblem[] {
  const problems: SetProblem[] = [];
  const isHalf = texts.some(isDkim);
  const keys = texts.map((text) => isKey(text) || (isHalf && bareKey.test(text)));
  texts.forEach((text, record) => {
    const whole = { start: 0, end: text.length, record };
    if (keys[record] !== true)
      problems.push({
        code: 'dkim/not-a-key',
        message: otherText(text),
        args: { text: text.length > 40 ? `${text.slice(0, 40)}…` : text },
        ...whole,
      });
    else if (keys.indexOf(true) < record)
      problems.push({
        code: 'dkim/multiple-txt',
        message: 'several',
        args: { count: keys.filter((key) => key).length },
        ...whole,
      });
  });
  return problems;
}

/** Base64 of some length, perhaps in several parts. */
const bareKey = /^[A-Za-z0-9+/=\s]{40,};?$/;

/** A key, a revoked one, or one with a tag so wrong that the rules for keys say more about it; a DMARC record is told by its own. */
const isKey = (text: string): boolean =>
  isDkim(text) || isDmarc(text) || (/(?:^|;)\s*p\s*=/.test(text) && !/(?:^|;)\s*bh?\s*=/.test(text));

function otherText(text: string): Message<'dkim/not-a-key'> {
  if (/^\s*DKIM-Signature\s*:/i.test(text) || /(?:^|;)\s*bh\s*=/.test(text)) return 'signature';
  if (bareKey.test(text) && /^\s*(?:MI[GI]|[A-Za-z0-9+/]{43}=\s*;?$)/.test(text)) return 'bare';
  return /^\s*v=spf1\b/i.test(text) ? 'spf' : 'other';
}

/** What a text where a key is looked for is instead; undefined for a key. */
export function notAKey(text: string): Message<'dkim/not-a-key'> | undefined {
  return isKey(text) ? undefined : otherText(text);
}

export interface SelectorKey {
  readonly selector: string;
  readonly text: string;
}

/** What makes a key the same as another; undefined for what is no key. */
function keyIdentity(text: string): string | undefined {
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
export function sameKeyProblem(
  { selector, text }: SelectorKey,
  firstOf: ReadonlyMap<string, string>,
): Pick<SetProblem, 'code' | 'message' | 'args'> | undefined {
  const identity = keyIdentity(text);
  const first = identity === undefined ? undefined : firstOf.get(identity);
  if (first === undefined || first >= selector) return undefined;
  return { code: 'dkim/same-key-two-selectors', message: 'same', args: { first, second: selector } };
}
