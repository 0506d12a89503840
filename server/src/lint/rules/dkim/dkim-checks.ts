import {
  dkimKey,
  dkimProblems,
  dkimSetProblems,
  firstSelectors,
  isDkim,
  parseDkim,
  sameKeyProblem,
} from '../../../mail/dkim/dkim.ts';
import type { SelectorKey } from '../../../mail/dkim/dkim.ts';
import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { SetProblem } from '../../../mail/grammar/problem.ts';
import { presentStrings } from '../../../mail/grammar/txt-strings.ts';
import { above } from '../../kit/mail/mail-owner-check.ts';
import { standInText } from '../../kit/placeholder.ts';
import { isWanted } from '../../engine/wanted.ts';
import { textFamily } from '../../kit/mail/text-family.ts';
import type { MailText } from '../../kit/mail/text-family.ts';
import { DKIM } from '../../kit/mail/text-marks.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { Fix } from '../../../findings/fix.ts';
import { removeRecord, replaceSpan } from '../../kit/edits.ts';
import type { Relayed } from '../../engine/check.ts';
import { codesOf } from '../../../findings/codes/index.ts';
import { TXT } from '../../../zone/rrtypes/codes.ts';

const sameKey = 'dkim/same-key-two-selectors';

/** All that DKIM key records show (RFC 6376 §3.6.1, RFC 8301, RFC 8463), and the policies of DomainKeys and ADSP that they replaced. */
export default textFamily({
  reports: codesOf('dkim'),
  marks: DKIM,
  labels: ['_domainkey'],
  kind: 'dkimKey',
  isMeant: isDkim,
  // A wildcard without key says, on purpose, that no selector is in use.
  check: ({ text, owner }) =>
    owner === undefined || owner.kind === 'dkimKey'
      ? dkimProblems(parseDkim(text.joined)).filter(({ code }) =>
          code === 'dkim/p-empty'
            ? owner?.wildcard !== true
            : code !== 'dkim/p-base64' || standInText(text.joined) === undefined,
        )
      : [],
  checkSet: dkimSetProblems,
  setFix: (problem, texts) => (problem.code === 'dkim/not-a-key' ? completed(problem, texts) : rejoined(texts)),
  *checkAround(text, context) {
    if (isWanted(context.settings, sameKey)) yield* keysTwice(text, context);
  },
});

/** A key alone gets the tags in front of it. */
function completed({ message, record: index }: SetProblem, texts: readonly MailText[]): Fix | undefined {
  const { record, text } = texts[index]!,
    key = text.joined.replace(/[\s;]/g, '');
  if (message !== 'bare' || record.generated || record.writtenAsOctets) return undefined;
  const whole = `v=DKIM1; k=${key.startsWith('MI') ? 'rsa' : 'ed25519'}; p=${key}`;
  return {
    title: 'Write "v=DKIM1; p=" before the key',
    safe: false,
    preferred: true,
    edits: () => [replaceSpan(record.zone, record.rdataSpan, presentStrings(whole))],
  };
}

/** The two halves of one key, each published as a record of its own, become the strings of one record. */
function rejoined([first, second, ...more]: readonly MailText[]): Fix | undefined {
  if (
    first === undefined ||
    second === undefined ||
    more.length > 0 ||
    first.record.generated ||
    second.record.generated
  )
    return undefined;
  const [head, tail] = isDkim(first.text.joined) ? [first, second] : [second, first];
  if (!/^[A-Za-z0-9+/=\s]+;?$/.test(tail.text.joined) || dkimKey(parseDkim(head.text.joined)).kind !== 'truncated')
    return undefined;
  const joined = head.text.joined + tail.text.joined;
  if (dkimKey(parseDkim(joined)).kind !== 'rsa') return undefined;
  return {
    title: 'Join the two halves of the key',
    safe: false,
    preferred: true,
    edits: () => [
      replaceSpan(head.record.zone, head.record.rdataSpan, presentStrings(joined)),
      ...removeRecord(tail.record),
    ],
  };
}

/** Selectors beside this one with the same key: said at all but the first in the order of their names. */
function* keysTwice({ record, text, owner }: MailText, context: RuleContext): Iterable<Relayed> {
  const { names } = context.zone,
    domain = above(context.zone, record.owner, 1);
  if (owner?.selector.length !== 1) return;
  const firstOf = context.fact(`DKIM keys of ${domain}`, () => firstSelectors(selectorKeys(domain, context)));
  const found = sameKeyProblem({ selector: names.label(record.owner), text: text.joined }, firstOf);
  if (found !== undefined) yield { said: found, at: record.rdataSpan };
}

/** The first TXT record of each name right below one, in the order of the names. */
function* selectorKeys(domain: NameId, context: RuleContext): Iterable<SelectorKey> {
  const { names } = context.zone,
    selectors: { readonly selector: string; readonly name: NameId }[] = [];
  context.exists(domain);
  for (let name = names.firstChild(domain); name !== ROOT; name = names.nextSibling(name))
    selectors.push({ selector: names.label(name), name });
  selectors.sort((a, b) => (a.selector < b.selector ? -1 : 1));
  for (const { selector, name } of selectors) {
    const [record] = context.records(name, TXT);
    if (record !== undefined && !record.broken) yield { selector, text: record.text.joined };
  }
}
