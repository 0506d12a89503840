import type { Explanation } from '../grammar/problem.ts';
import type { ReportUri } from '../grammar/report-uri.ts';
import type { Tag } from '../grammar/tag-list.ts';
import { appliedPolicy } from './dmarc-policy.ts';
import type { DmarcPolicy, DmarcRecord } from './dmarc-record.ts';

const actions: Readonly<Record<DmarcPolicy, string>> = {
  none: 'deliver it as if there were no DMARC',
  quarantine: 'treat it as suspicious, for example as spam',
  reject: 'refuse it',
};

const failures: Readonly<Record<string, string>> = {
  '0': 'when neither SPF nor DKIM passes and aligns',
  '1': `when SPF or DKIM doesn't pass and align`,
  d: 'when a DKIM signature fails',
  s: 'when SPF fails',
};

function destinations(uris: readonly ReportUri[]): string {
  return uris.map((uri) => (uri.address === '' ? uri.text : uri.address)).join(' and ');
}

function explainPolicy(record: DmarcRecord, tag: Tag, whose: string): string {
  const policy = record[tag.name === 'sp' ? 'sp' : tag.name === 'np' ? 'np' : 'p'];
  if (policy === undefined) return `"${tag.value}" isn't a policy`;
  const softened =
    record.testing && policy !== 'none'
      ? `; in test mode (t=y): ${actions[policy === 'reject' ? 'quarantine' : 'none']}`
      : '';
  return `Mail ${whose} that fails DMARC: ${actions[policy]}${softened}`;
}

function explainTag(record: DmarcRecord, tag: Tag): string {
  switch (tag.name) {
    case 'v':
      return record.valid ? 'DMARC record' : 'Not a valid version: receivers ignore the record';
    case 'p':
      return explainPolicy(record, tag, 'from this domain');
    case 'sp':
      return explainPolicy(record, tag, 'from existing subdomains');
    case 'np':
      return explainPolicy(record, tag, 'from nonexistent subdomains');
    case 'adkim':
      return record.adkim === 's'
        ? 'The DKIM domain must be exactly the domain of the From address'
        : 'The DKIM domain may be any domain of the same organization';
    case 'aspf':
      return record.aspf === 's'
        ? 'The SPF domain must be exactly the domain of the From address'
        : 'The SPF domain may be any domain of the same organization';
    case 'rua':
      return `Aggregate reports go to ${destinations(record.rua)}`;
    case 'ruf':
      return `Failure reports about individual messages go to ${destinations(record.ruf)}; few receivers send them`;
    case 'fo':
      return `Failure reports are requested ${record.fo.map((item) => failures[item.text.toLowerCase()] ?? `"${item.text}" (unknown)`).join(', and ')}`;
    case 't':
      return record.testing
        ? 'Test mode: receivers apply the policy one level weaker'
        : 'The policy is applied in full';
    case 'psd':
      return {
        y: 'This is a public suffix: names below it belong to different organizations',
        n: 'This is an organizational domain, regardless of the names above it',
        u: 'The organizational domain is found by the tree walk',
      }[record.psd];
    case 'pct':
    case 'rf':
    case 'ri':
      return 'Removed from DMARC by RFC 9989; ignored by receivers that follow it';
    default:
      return tag.equals < 0 ? 'Not a tag' : 'Unknown tag, ignored by receivers';
  }
}

/** The record tag by tag in plain words. */
export function explainDmarc(record: DmarcRecord): readonly Explanation[] {
  return record.list.tags.map((tag) => ({ start: tag.start, end: tag.end, text: explainTag(record, tag) }));
}

/** The record in one line, as a code lens shows it. */
export function dmarcVerdict(record: DmarcRecord): string {
  const policy = appliedPolicy(record, 'self');
  if (policy === undefined) return 'DMARC: not in force';
  const reports = record.rua.length > 0 ? `, reports to ${destinations(record.rua)}` : ', no reports';
  const tested = policy.applied === policy.policy ? '' : ` (tested: ${policy.applied})`;
  return `DMARC: ${policy.policy}${tested}${reports}`;
}
