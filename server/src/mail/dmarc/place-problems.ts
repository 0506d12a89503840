import { parse } from 'tldts';

import { collect } from '../grammar/problem.ts';
import type { MailProblem, SetProblem } from '../grammar/problem.ts';
import { removeTag } from '../grammar/tag-fixes.ts';
import { findTag } from '../grammar/tag-list.ts';
import { isDmarc, parseDmarc } from './dmarc-record.ts';
import type { DmarcRecord } from './dmarc-record.ts';
import type { CodeOf } from '../../findings/codes/index.ts';

export interface DmarcPlace {
  /** The domain that the record is for, without `_dmarc`. */
  readonly domain: string;
  /** As the tree walk found it; undefined where that is not certain. */
  readonly organization?: string | undefined;
}

const plain = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/**
 * Whether names below the domain are known to belong to one owner: the public suffix list has a suffix above it.
 * RFC 9989 replaced that list by the tree walk, so it only serves to doubt `psd=y`, which registries write.
 */
function belowPublicSuffix(domain: string): boolean {
  const { publicSuffix, isIcann, isPrivate } = parse(domain, { allowPrivateDomains: true, validateHostname: false });
  return (isIcann === true || isPrivate === true) && publicSuffix !== null && publicSuffix !== domain;
}

/** What is wrong with a record at the name where it stands. */
export function dmarcPlaceProblems(record: DmarcRecord, place: DmarcPlace): readonly MailProblem[] {
  const { report, problems } = collect<CodeOf<'dmarc'>>();
  const { list } = record;
  const domain = plain(place.domain);
  const psd = findTag(list, 'psd');
  if (psd !== undefined && record.psd === 'y' && belowPublicSuffix(domain)) {
    report('dmarc/psd-non-psd', 'notPublic', psd, { domain });
  }
  const organization = place.organization === undefined ? undefined : plain(place.organization);
  if (
    organization !== undefined &&
    organization !== domain &&
    domain.endsWith(`.${organization}`) &&
    record.psd !== 'y'
  ) {
    for (const name of ['sp', 'np']) {
      const tag = findTag(list, name);
      if (tag !== undefined)
        report('dmarc/sp-on-subdomain', 'ignored', tag, { name, organization }, { fix: removeTag(list, tag, false) });
    }
  }
  return problems();
}

/** What the TXT records at one `_dmarc` name show together (RFC 9989 §4.10). */
export function dmarcSetProblems(texts: readonly string[]): readonly SetProblem[] {
  const problems: SetProblem[] = [];
  const records = texts.map((text, record) => ({ text, record }));
  const meant = records.filter(({ text }) => isDmarc(text));
  const whole = (text: string): { start: number; end: number } => ({ start: 0, end: text.length });
  if (meant.filter(({ text }) => parseDmarc(text).valid).length > 1) {
    for (const { text, record } of meant.slice(1)) {
      problems.push({
        code: 'dmarc/multiple',
        message: 'several',
        args: { count: meant.length },
        ...whole(text),
        record,
      });
    }
  }
  for (const { text, record } of records) {
    if (isDmarc(text)) continue;
    const message = /^v=spf1(?: |$)/i.test(text) ? 'spf' : 'unrelated';
    problems.push({ code: 'dmarc/unrelated-txt', message, args: {}, ...whole(text), record });
  }
  return problems;
}
