import { discoverPolicy, isDmarc } from '../../../mail/dmarc/dmarc.ts';
import { mailPosture } from '../../../mail/posture/mail-posture.ts';
import type { MailFacts, Posture } from '../../../mail/posture/mail-posture.ts';
import { isSpf, parseSpf } from '../../../mail/spf/spf.ts';
import { HAS_ADDRESS } from '../../../zone/records/record-table.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { RuleContext } from '../../engine/context.ts';
import { isSpfMisplaced } from './misplaced-spf.ts';
import { below } from './mail-owner-check.ts';
import { MX, TXT } from '../../../zone/rrtypes/codes.ts';

/** What the zones at hand say about the mail of one name, with the records that say it. */
export interface MailSituation {
  readonly facts: MailFacts;
  readonly posture: Posture;
  readonly mx: readonly RecordView[];
  readonly spf: RecordView | undefined;
  readonly dmarc: RecordView | undefined;
}

export function mailSituation(context: RuleContext, domain: NameId): MailSituation {
  const mx = context.records(domain, MX).filter((record) => !record.broken && record.target >= 0),
    texts = context.records(domain, TXT).filter((record) => !record.broken);
  // A mistyped record is told as such, and not as one that is missing.
  const spf =
    texts.find((record) => isSpf(record.text.joined)) ??
    texts.find((record) => parseSpf(record.text.joined).version !== undefined);
  const { elsewhere, record: dmarc } = dmarcAt(context, below(context, domain, ['_dmarc']));
  const inherited =
    dmarc === undefined && !elsewhere ? discoverPolicy(context.resolver, context.absolute(domain)) : undefined;
  const facts: MailFacts = {
    domain: context.show(domain),
    mx: mx.map((record) => context.show(record.target)),
    spf: spf?.text.joined,
    spfMisplaced: spf === undefined && isSpfMisplaced(context, domain),
    dmarc: dmarc?.text.joined,
    inheritedPolicy: inherited?.policy?.policy,
    dkim: hasKeys(context, below(context, domain, ['_domainkey'])),
    dmarcElsewhere: elsewhere,
    dmarcMisplaced: dmarc === undefined && misplaced(context, domain),
    hasAddress: (context.kinds(domain) & HAS_ADDRESS) !== 0,
  };
  return { facts, posture: mailPosture(facts), mx, spf, dmarc };
}

/** Where DMARC records stand by mistake: at the domain itself, or with the label mistyped. */
const wrongLabels: readonly (readonly string[])[] = [[], ['dmarc'], ['_dmark'], ['_dmarc1']];

function misplaced(context: RuleContext, domain: NameId): boolean {
  return wrongLabels.some((labels) => {
    const name = labels.length === 0 ? domain : below(context, domain, labels);
    return context.records(name, TXT).some((found) => !found.broken && isDmarc(found.text.joined));
  });
}

function dmarcAt(context: RuleContext, name: NameId): { readonly elsewhere: boolean; readonly record?: RecordView } {
  const { status, at } = context.lookup(name, TXT);
  if (status !== 'answer') return { elsewhere: status !== 'no-data' && status !== 'no-name' };
  const record = context.records(at, TXT).find((found) => !found.broken && isDmarc(found.text.joined));
  return record === undefined ? { elsewhere: false } : { elsewhere: false, record };
}

/** Whether there is a name below `_domainkey`; undefined where that lies elsewhere. */
function hasKeys(context: RuleContext, name: NameId): boolean | undefined {
  const { status } = context.lookup(name, TXT);
  if (status === 'delegated' || status === 'redirected' || status === 'alias') return undefined;
  return context.exists(name);
}
