import { explainTlsa, parseTlsa } from '../mail/dane/dane.ts';
import { dmarcVerdict, isDmarc, parseDmarc } from '../mail/dmarc/dmarc.ts';
import { mailPath, spfVerdict } from '../mail/mail-path/mail-path.ts';
import type { MailStep, StepState } from '../mail/mail-path/mail-path.ts';
import { isSpf } from '../mail/spf/spf.ts';
import type { RecordView } from '../zone/model/record-view.ts';
import type { MailWorld } from './mail-world.ts';
import { code, list, plain } from './markdown.ts';
import type { ExplainedTerm } from './text-terms.ts';
import { explanationsOf } from './text-terms.ts';
import { MX, TLSA } from '../zone/rrtypes/codes.ts';

const tlsaFields = ['certificate-usage', 'selector', 'matching-type', 'certificate-association-data'] as const;

/** Longer lists, and longer words in them, are read by nobody in a hover. */
const MOST_TERMS = 25,
  LONGEST_TERM = 60;

const marks: Readonly<Record<StepState, string>> = { good: '✓', doubtful: '!', bad: '✗', unknown: '?' };

/** What a record of mail comes to as a whole: said behind the words about its first piece. Markdown; undefined for other places. */
export function mailHoverWords(
  record: RecordView,
  term: ExplainedTerm | undefined,
  world: MailWorld,
): string | undefined {
  if (record.broken) return undefined;
  if (record.type === MX) return hostWords(record, world);
  if (record.type === TLSA) return tlsaWords(record);
  return term === undefined ? undefined : textWords(record, term, world);
}

/** On the version of an SPF, DMARC, DKIM … text: all of it, piece by piece, and the verdict. */
function textWords(record: RecordView, term: ExplainedTerm, world: MailWorld): string | undefined {
  const { joined } = record.text,
    owner = record.zone.names.text(record.owner),
    [version, ...pieces] = explanationsOf(joined, owner.split('.'));
  if (version === undefined || record.text.span(version.start, version.end).start !== term.start) return undefined;
  const shown = pieces
    .slice(0, MOST_TERMS)
    .map(({ start, end, text }) => `${code(shortened(joined.slice(start, end).trim()))}: ${plain(text)}`);
  if (pieces.length > MOST_TERMS) shown.push(`… and ${pieces.length - MOST_TERMS} more`);
  const verdict = verdictOn(joined, owner, world);
  return [...(shown.length > 0 ? [list(shown)] : []), ...(verdict === undefined ? [] : [`**${plain(verdict)}**`])].join(
    '\n\n',
  );
}

function verdictOn(joined: string, owner: string, { resolver, facts }: MailWorld): string | undefined {
  if (isSpf(joined))
    return spfVerdict(
      { domain: owner, resolver, facts: facts(owner) },
      joined,
      resolver
        .lookup(owner, 'MX')
        .records.map(({ exchange }) => exchange)
        .filter((exchange) => exchange !== '.'),
    );
  return isDmarc(joined) ? (authorisation(owner) ?? dmarcVerdict(parseDmarc(joined))) : undefined;
}

/** What a record below `_report._dmarc` permits, which has no policy (RFC 9990 §4). */
function authorisation(owner: string): string | undefined {
  const [, domain, place] = /^(.+)\._report\._dmarc\.(.+)\.$/i.exec(owner) ?? [];
  return domain === undefined || place === undefined
    ? undefined
    : `${place} takes DMARC reports about ${domain === '*' ? 'any domain' : domain}`;
}

const shortened = (text: string): string => (text.length > LONGEST_TERM ? `${text.slice(0, LONGEST_TERM - 1)}…` : text);

/** What a sending server finds behind the host that an MX record names. */
function hostWords(record: RecordView, { resolver, facts }: MailWorld): string | undefined {
  if (!record.zone.apexKnown) return undefined;
  const domain = record.zone.names.text(record.owner),
    exchange = record.print('exchange').toLowerCase();
  const chain = mailPath(domain, resolver, facts(domain)).receiving.find(
    ([first]) => first?.record?.identity?.toLowerCase() === exchange,
  );
  return chain === undefined
    ? undefined
    : `What a sending server finds\n\n${list(chain.flatMap((step) => stepLines(step)))}`;
}

/** A step and those that belong to it, of which banner and TLS are told only where something is known. */
function stepLines(step: MailStep): readonly string[] {
  if (step.state === 'unknown' && step.kind !== 'address' && step.kind !== 'ptr') return [];
  return [
    `${marks[step.state]} **${plain(step.title)}** — ${plain(step.reason)}`,
    ...step.steps.flatMap((one) => stepLines(one)),
  ];
}

function tlsaWords(record: RecordView): string {
  // Printed, for parentheses and comments may stand between the words.
  const printed = tlsaFields.map((field) => record.print(field)).join(' ');
  return list(
    explainTlsa(parseTlsa(printed)).map(
      ({ start, end, text }) => `${code(shortened(printed.slice(start, end)))}: ${plain(text)}`,
    ),
  );
}
