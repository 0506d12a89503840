import { appliedPolicy } from '../dmarc/dmarc-policy.ts';
import { parseDmarc } from '../dmarc/dmarc-record.ts';
import type { DmarcPolicy } from '../dmarc/dmarc-record.ts';
import { noMailRecords } from '../plan/planned-record.ts';
import type { PlannedRecord } from '../plan/planned-record.ts';
import { parseSpf } from '../spf/syntax/parse.ts';
import type { Code } from '../../findings/codes/index.ts';
import type { Values } from '../../findings/code.ts';

/** What the zones at hand say about one name. */
export interface MailFacts {
  /** Without the final dot. */
  readonly domain: string;
  /** Exchanges of its MX records; the null MX is `.`. */
  readonly mx: readonly string[];
  /** Its SPF record. Several of them are a fault of their own; give the first. */
  readonly spf?: string | undefined;
  /** Its own DMARC record. */
  readonly dmarc?: string | undefined;
  /** The policy that it inherits from a domain above it, where that is known. */
  readonly inheritedPolicy?: DmarcPolicy | undefined;
  /** Whether there is a key or alias below `_domainkey`; undefined where that lies in another zone. */
  readonly dkim?: boolean | undefined;
  /** Whether `_dmarc` is an alias or delegated, so that nothing is known about its record. */
  readonly dmarcElsewhere?: boolean | undefined;
  /** Whether its SPF record stands at a name where nobody looks, which is told there. */
  readonly spfMisplaced?: boolean | undefined;
  /** Whether a DMARC record stands where nobody asks for it, which is told there: that the right one is missing is then no news. */
  readonly dmarcMisplaced?: boolean | undefined;
  readonly hasAddress: boolean;
}

export type PostureKind = 'mail domain' | 'sending-only' | 'null MX' | 'parked' | 'none';

/** Something that would make the set complete. */
export interface Missing {
  readonly part: 'mx' | 'spf' | 'dmarc' | 'dkim';
  /** The rule that tells it. */
  readonly code: Code;
  readonly message: string;
  readonly args: Values;
  /** False where it is only offered, and no finding: a null MX alone is no fault. */
  readonly finding: boolean;
  readonly records: readonly PlannedRecord[];
}

export interface Posture {
  readonly kind: PostureKind;
  /** Whether the SPF record lets anybody send; undefined without one. */
  readonly sends: boolean | undefined;
  /** The DMARC policy in force, its own or an inherited one; undefined where there is none or it is not known. */
  readonly policy: DmarcPolicy | undefined;
  readonly missing: readonly Missing[];
  /** All records that make the set complete. */
  readonly completion: readonly PlannedRecord[];
}

/** Whether an SPF record lets any host pass: a mechanism with `+`, or a redirect. `~` and `?` are no permission. */
export function spfPermits(text: string): boolean {
  const record = parseSpf(text);
  const all = record.mechanisms.find((mechanism) => mechanism.known === 'all');
  const reached = record.mechanisms.filter((mechanism) => all === undefined || mechanism.start <= all.start);
  if (reached.some((mechanism) => mechanism.qualifier === '+' && mechanism.known !== undefined)) return true;
  return record.redirect !== undefined && all === undefined;
}

const isNullMx = (mx: readonly string[]): boolean =>
  mx.length > 0 && mx.every((exchange) => exchange === '.' || exchange === '');

function kindOf(facts: MailFacts, sends: boolean | undefined): PostureKind {
  if (isNullMx(facts.mx)) return 'null MX';
  if (facts.mx.length > 0) return 'mail domain';
  if (sends === true || facts.dkim === true) return 'sending-only';
  return sends === false || facts.dmarc !== undefined ? 'parked' : 'none';
}

const monitoring = (domain: string): PlannedRecord => ({
  owner: '_dmarc',
  type: 'TXT',
  rdata: `"v=DMARC1; p=none; rua=mailto:postmaster@${domain}"`,
  comment: 'only reports for now',
});

/** The mail of one name as a whole, and what would complete it. */
export function mailPosture(facts: MailFacts): Posture {
  const sends = facts.spf === undefined ? undefined : spfPermits(facts.spf);
  const kind = kindOf(facts, sends);
  const policy = policyOf(facts);
  const missing = missingParts(facts, kind, sends, policy);
  return { kind, sends, policy, missing, completion: missing.flatMap((part) => part.records) };
}

function policyOf(facts: MailFacts): DmarcPolicy | undefined {
  if (facts.dmarc === undefined) return facts.inheritedPolicy;
  return appliedPolicy(parseDmarc(facts.dmarc), 'self')?.policy;
}

function missingParts(
  facts: MailFacts,
  kind: PostureKind,
  sends: boolean | undefined,
  policy: DmarcPolicy | undefined,
): readonly Missing[] {
  switch (kind) {
    case 'none':
      return [];
    case 'mail domain':
      return [...missingSpf(facts), ...missingDmarc(facts, policy), ...missingDkim(facts, policy)];
    case 'sending-only':
      return [...missingMx(facts), ...missingDmarc(facts, policy), ...missingDkim(facts, policy)];
    case 'null MX':
    case 'parked':
      return sends === true ? missingDmarc(facts, policy) : closing(facts, kind, policy);
  }
}

function missingSpf(facts: MailFacts): readonly Missing[] {
  if (facts.spf !== undefined) return [];
  const record: PlannedRecord = { owner: '@', type: 'TXT', rdata: '"v=spf1 mx -all"', comment: 'the MX hosts send' };
  return [
    {
      part: 'spf',
      code: 'spf/no-record',
      message: 'missing',
      args: { domain: facts.domain },
      finding: facts.spfMisplaced !== true,
      records: [record],
    },
  ];
}

function missingMx(facts: MailFacts): readonly Missing[] {
  const message = facts.hasAddress ? 'implicit' : 'nowhere';
  return [{ part: 'mx', code: 'mx/missing', message, args: { domain: facts.domain }, finding: true, records: [] }];
}

function missingDmarc(facts: MailFacts, policy: DmarcPolicy | undefined): readonly Missing[] {
  const { domain } = facts;
  if (facts.dmarc !== undefined || policy !== undefined || facts.dmarcElsewhere === true) return [];
  return [
    {
      part: 'dmarc',
      code: 'dmarc/missing',
      message: 'missing',
      args: { domain },
      finding: facts.dmarcMisplaced !== true,
      records: [monitoring(domain)],
    },
  ];
}

function missingDkim(facts: MailFacts, policy: DmarcPolicy | undefined): readonly Missing[] {
  const { domain } = facts;
  if (facts.dkim !== false) return [];
  const none = { part: 'dkim' as const, args: { domain }, finding: true, records: [] };
  // An SPF record at another name is the one thing to put right first.
  if (facts.spf === undefined && facts.spfMisplaced === true)
    return [{ ...none, code: 'dkim/none', message: 'none', finding: false }];
  // An inherited policy is told where it stands.
  if (policy !== 'reject' || facts.dmarc === undefined) return [{ ...none, code: 'dkim/none', message: 'none' }];
  const message = facts.spf === undefined ? 'neither' : 'noDkim';
  return [{ ...none, code: 'dmarc/reject-without-spf-and-dkim', message }];
}

/**
 * Null MX, `v=spf1 -all` and `p=reject` belong together (RFC 7505 §4.2). Where one of the two others is there, each missing
 * one is told; a null MX with neither is one finding, which offers both.
 */
function closing(facts: MailFacts, kind: PostureKind, policy: DmarcPolicy | undefined): readonly Missing[] {
  const { domain } = facts;
  const meant = facts.spf !== undefined || facts.dmarc !== undefined;
  const part = (name: 'mx' | 'spf' | 'dmarc', code: Code, finding: boolean): Missing => ({
    part: name,
    code,
    message: 'parked',
    args: { domain },
    finding,
    records: [noMailRecords[name]],
  });
  if (kind === 'null MX' && !meant && policy === undefined && facts.dmarcElsewhere !== true) {
    const records = [noMailRecords.spf, noMailRecords.dmarc];
    return [{ part: 'spf', code: 'mx/null-alone', message: 'alone', args: { domain }, finding: true, records }];
  }
  const parts: Missing[] = [];
  if (kind === 'parked') parts.push(part('mx', 'mx/parked', facts.hasAddress));
  if (facts.spf === undefined) parts.push(part('spf', 'spf/parked', meant));
  if (facts.dmarc === undefined && facts.dmarcElsewhere !== true && policy !== 'reject')
    parts.push(part('dmarc', 'dmarc/parked', meant));
  return parts;
}

const takes = (facts: MailFacts): string =>
  facts.mx.length === 1 ? 'takes mail at one host' : `takes mail at ${facts.mx.length} hosts`;

/** The posture in one sentence, for hovers and code lenses. */
export function describePosture(facts: MailFacts, posture: Posture): string {
  const { domain } = facts;
  switch (posture.kind) {
    case 'mail domain':
      return `${domain} ${takes(facts)}${posture.sends === false ? ' and sends none' : ''}.`;
    case 'sending-only':
      return `${domain} sends mail but has no MX record.`;
    case 'null MX':
      return posture.sends === true
        ? `${domain} takes no mail (null MX), but lets hosts send in its name.`
        : `${domain} takes no mail (null MX).`;
    case 'parked':
      return `${domain} neither sends nor takes mail.`;
    case 'none':
      return `${domain} says nothing about mail.`;
  }
}
