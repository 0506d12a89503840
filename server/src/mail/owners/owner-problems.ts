import { isBimi } from '../bimi/bimi-record.ts';
import { isDkim, parseDkim } from '../dkim/dkim-record.ts';
import { isDmarc } from '../dmarc/dmarc-record.ts';
import { isMtaSts } from '../mta-sts/mta-sts-record.ts';
import { mailOwner } from './mail-owner.ts';
import type { MailOwner, MailOwnerKind } from './mail-owner.ts';
import { isTlsRpt } from '../tls-rpt/tls-rpt-record.ts';
import type { Code } from '../../findings/codes/index.ts';
import type { Values } from '../../findings/code.ts';

/** Which mail record a text was meant as, wherever it stands. SPF is told by its own module. */
export type MailTextKind = 'dmarc' | 'dkim' | 'mtaSts' | 'tlsRpt' | 'bimi';

export function mailTextKind(text: string): MailTextKind | undefined {
  if (isDmarc(text)) return 'dmarc';
  if (isDkim(text)) return 'dkim';
  if (isMtaSts(text)) return 'mtaSts';
  if (isTlsRpt(text)) return 'tlsRpt';
  return isBimi(text) ? 'bimi' : undefined;
}

/** A fault of an owner name: the first `count` labels should be `expected`. */
export interface OwnerProblem {
  readonly code: Code;
  readonly message: string;
  readonly args: Values;
  /** How many labels from the left are wrong; 0 where labels are missing in front. */
  readonly count: number;
  /** What belongs there instead, from left to right; undefined where no name can be offered. */
  readonly expected: readonly string[] | undefined;
}

interface Kinds {
  readonly code: Code;
  readonly right: readonly MailOwnerKind[];
  /** What is put in front of the domain where nothing in the name tells. */
  readonly labels: readonly string[];
}

const kinds: Readonly<Record<MailTextKind, Kinds>> = {
  dmarc: { code: 'dmarc/location', right: ['dmarc', 'dmarcReport'], labels: ['_dmarc'] },
  dkim: { code: 'dkim/owner', right: ['dkimKey'], labels: ['default', '_domainkey'] },
  mtaSts: { code: 'mtasts/location', right: ['mtaSts'], labels: ['_mta-sts'] },
  tlsRpt: { code: 'tlsrpt/location', right: ['tlsRpt'], labels: ['_smtp', '_tls'] },
  bimi: { code: 'bimi/location', right: ['bimi'], labels: ['default', '_bimi'] },
};

const join = (labels: readonly string[]): string => labels.join('.');

/**
 * Whether a TXT record with this text stands at a name where somebody asks for it. Wildcard names are left alone:
 * they answer for names that are right.
 *
 * @param labels the owner without the root, from left to right.
 * @param apexCount how many of them are those of the zone's apex.
 */
export function ownerProblem(labels: readonly string[], text: string, apexCount: number): OwnerProblem | undefined {
  const kind = mailTextKind(text);
  const owner = mailOwner(labels);
  if (kind === undefined || labels[0] === '*') return policyRecord(owner, labels, text);
  const { code, right } = kinds[kind];
  const isRight = owner !== undefined && right.includes(owner.kind);
  const shown = join(labels);
  if (owner?.kind === 'dmarcReport' && owner.selector.length === 0 && kind === 'dmarc') {
    // The domain that the reports are about was written behind the labels, or not at all.
    const about = labels.slice(owner.count, labels.length - apexCount),
      right = [...(about.length === 0 ? ['*'] : about), '_report', '_dmarc'],
      count = owner.count + about.length;
    return {
      code,
      message: 'typo',
      args: { owner: shown, expected: join([...right, ...labels.slice(count)]) },
      count,
      expected: right,
    };
  }
  if (isRight && owner.exact) return undefined;
  if (isRight) {
    const expected = join([...owner.expected, ...labels.slice(owner.count)]);
    return { code, message: 'typo', args: { owner: shown, expected }, count: owner.count, expected: owner.expected };
  }
  const front = frontOf(kind, owner, labels, apexCount);
  const expected = join([...front.expected, ...labels.slice(front.count)]);
  return { code, message: 'misplaced', args: { owner: shown, expected }, ...front };
}

type Front = Pick<OwnerProblem, 'count'> & { readonly expected: readonly string[] };

/** Which labels in front give way to which others. */
function frontOf(
  kind: MailTextKind,
  owner: MailOwner | undefined,
  labels: readonly string[],
  apexCount: number,
): Front {
  const expected = kinds[kind].labels;
  const [first] = labels;
  if (owner?.exact === true && owner.kind !== 'autodiscover' && owner.kind !== 'autoconfig')
    return { count: owner.count, expected };
  const underscored = labels.findIndex((label) => !label.startsWith('_'));
  if (underscored > 0) return { count: Math.min(underscored, labels.length - apexCount), expected };
  // A key at `sel.example.com` is most likely that of the selector `sel`.
  if (kind === 'dkim' && first !== undefined && labels.length > apexCount)
    return { count: 1, expected: [first, '_domainkey'] };
  return { count: 0, expected };
}

/** What stands at the names of DomainKeys and ADSP policies, and keys at a wildcard. */
function policyRecord(owner: MailOwner | undefined, labels: readonly string[], text: string): OwnerProblem | undefined {
  const nothing = { count: 0, expected: undefined };
  if (owner?.exact !== true) return undefined;
  if (owner.kind === 'dkimKey' && owner.wildcard) {
    const { key } = parseDkim(text);
    if (key === undefined || key.value === '') return undefined;
    return { code: 'dkim/wildcard', message: 'wildcard', args: { owner: join(labels) }, ...nothing };
  }
  const value = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  if (owner.kind === 'domainKeysPolicy' && /(?:^|;)\s*[otrn]\s*=/i.test(text))
    return { code: 'dkim/policy-record', message: 'domainkeys', args: { value }, ...nothing };
  if (owner.kind === 'adsp') return { code: 'dkim/policy-record', message: 'adsp', args: { value }, ...nothing };
  return undefined;
}

/** Whether a TLSA record with this owner is ever asked for (RFC 6698 §3). */
export function tlsaOwnerProblem(labels: readonly string[]): OwnerProblem | undefined {
  const owner = mailOwner(labels);
  const shown = join(labels);
  if (owner?.kind !== 'tlsa') {
    // Records are often kept elsewhere and reached by aliases (RFC 7671 §5.2), below a name of one's own choice.
    if (labels.some((label) => label.startsWith('_'))) return undefined;
    return { code: 'tlsa/owner', message: 'plain', args: { owner: shown }, count: 0, expected: undefined };
  }
  if (!owner.exact) {
    const expected = join([...owner.expected, ...labels.slice(owner.count)]);
    return {
      code: 'tlsa/owner',
      message: 'typo',
      args: { owner: shown, expected },
      count: owner.count,
      expected: owner.expected,
    };
  }
  if (owner.wildcard)
    return { code: 'tlsa/wildcard-port', message: 'wildcard', args: { owner: shown }, count: 1, expected: undefined };
  if (owner.port === undefined) {
    return {
      code: 'tlsa/owner',
      message: 'port',
      args: { value: (labels[0] ?? '').slice(1) },
      count: 1,
      expected: undefined,
    };
  }
  return undefined;
}
