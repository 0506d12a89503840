import { severityOf } from '../mail/grammar/problem.ts';
import { isDmarc, parseDmarc } from '../mail/dmarc/dmarc.ts';
import type { DmarcRecord } from '../mail/dmarc/dmarc.ts';
import { applyEdits } from '../mail/grammar/problem.ts';
import { explainTerm, firstAll, isSpf, mergeSpf, parseSpf, repairSpf, spfProblems } from '../mail/spf/spf.ts';
import type { Qualifier } from '../mail/spf/spf.ts';
import { addressesOf } from '../mail/mail-path/step.ts';
import type { Zone } from '../zone/model/zone.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { Position } from '../text/positions.ts';
import { cursorAt, recordOf } from './entry-at.ts';
import { domainOfMailName } from './mail-facts.ts';
import type { MailWorld } from './mail-world.ts';

/** The texts about mail that a domain has. `domain`: absolute. */
export function mailTextsOf(
  domain: string,
  { resolver }: MailWorld,
): { readonly spf: readonly string[]; readonly dmarc: readonly string[] } {
  const texts = (name: string): readonly string[] =>
    resolver.lookup(name, 'TXT').records.map((strings) => strings.join(''));
  return { spf: texts(domain).filter(isSpf), dmarc: texts(`_dmarc.${domain}`).filter(isDmarc) };
}

/** More slips than these are no slips any more. */
const MOST_REPAIRS = 20;

/** SPF records of a domain as one that receivers read, also where that takes a guess: a wizard shows what became of each term. */
export function settledSpf(texts: readonly string[]): string {
  let text = repairSpf(texts.length === 1 ? texts[0]! : texts.reduce(mergeSpf));
  for (let round = 0; round < MOST_REPAIRS; round++) {
    const slip = spfProblems(parseSpf(text)).find(
      (problem) => problem.fix !== undefined && severityOf(problem) === 'error',
    );
    if (slip?.fix === undefined) break;
    text = applyEdits(text, slip.fix.edits);
  }
  return text;
}

/** What stands in a domain's SPF record, slips put right. */
export interface SpfTerms {
  readonly text: string;
  readonly terms: readonly { readonly text: string; readonly explanation: string }[];
  readonly all: Qualifier | undefined;
}

/** Undefined where there is none; of several, all that any of them allows. */
export function spfTermsOf(domain: string, world: MailWorld): SpfTerms | undefined {
  const { spf } = mailTextsOf(domain, world),
    [first] = spf;
  if (first === undefined) return undefined;
  const record = parseSpf(settledSpf(spf)),
    all = firstAll(record);
  const terms = record.mechanisms.filter(
    (mechanism) =>
      mechanism.known !== 'all' && mechanism.faults.length === 0 && (all === undefined || mechanism.start < all.start),
  );
  return {
    text: first,
    terms: terms.map((term) => ({ text: term.text, explanation: explainTerm(term) })),
    all: all?.qualifier,
  };
}

export function dmarcOf(domain: string, world: MailWorld): DmarcRecord | undefined {
  const [text] = mailTextsOf(domain, world).dmarc;
  return text === undefined ? undefined : parseDmarc(text);
}

const usual = ['mail', 'smtp', 'mx', 'mx1', 'mx2', 'mail1', 'mail2'];

/** Hosts right below a domain that have an address and a name that mail hosts usually have; absolute. */
export function likelyMailHosts(domain: string, { resolver }: MailWorld): readonly string[] {
  return usual
    .map((label) => `${label}.${domain === '.' ? '' : domain}`)
    .filter((host) => addressesOf(resolver, host).status === 'ok');
}

const mailTypes: ReadonlySet<number> = new Set([15, 16, 99]);

/** The domain that the mail record at a position is about: absolute; undefined where there is none. */
export function mailDomainAt(zone: Zone, text: SourceText, position: Position): string | undefined {
  const entry = cursorAt(zone, text, position)?.entry,
    record = entry === undefined ? undefined : recordOf(zone, entry);
  if (record === undefined || !mailTypes.has(record.type)) return undefined;
  const owner = zone.names.text(record.owner),
    key = owner.indexOf('._domainkey.');
  if (key > 0) return owner.slice(key + '._domainkey.'.length);
  return record.type === 15 || owner.startsWith('_dmarc.') || isSpf(record.text.joined)
    ? zone.names.text(domainOfMailName(zone, record.owner))
    : undefined;
}
