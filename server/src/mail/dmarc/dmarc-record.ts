import { editDistance } from '../../text/near-miss.ts';
import { parseReportUris } from '../grammar/report-uri.ts';
import type { ReportUri } from '../grammar/report-uri.ts';
import { findTag, parseTagList, splitValue } from '../grammar/tag-list.ts';
import type { ListItem, Tag, TagList } from '../grammar/tag-list.ts';

export const policies = ['none', 'quarantine', 'reject'] as const;
export type DmarcPolicy = (typeof policies)[number];

/** Tags of RFC 9989 §9.3 that are in use. */
export const dmarcTags = ['v', 'p', 'sp', 'np', 'adkim', 'aspf', 'fo', 'psd', 'rua', 'ruf', 't'] as const;
/** Tags of RFC 7489 that RFC 9989 removed (appendix C.5). */
export const removedTags = ['pct', 'rf', 'ri'] as const;

/**
 * A DMARC record as a receiver reads it: what is wrong or unknown is left out, and the defaults of
 * RFC 9989 §4.7 hold instead. Everything that is wrong is told by `dmarcProblems`.
 */
export interface DmarcRecord {
  readonly text: string;
  readonly list: TagList;
  /** False where receivers ignore the whole record, because it doesn't begin with `v=DMARC1`. */
  readonly valid: boolean;
  readonly version: Tag | undefined;
  readonly p: DmarcPolicy | undefined;
  readonly sp: DmarcPolicy | undefined;
  readonly np: DmarcPolicy | undefined;
  readonly adkim: 'r' | 's';
  readonly aspf: 'r' | 's';
  readonly psd: 'y' | 'n' | 'u';
  /** `t=y`: the policy is applied one level less strictly. */
  readonly testing: boolean;
  readonly fo: readonly ListItem[];
  readonly rua: readonly ReportUri[];
  readonly ruf: readonly ReportUri[];
}

/** Values are compared without case: the literals of RFC 9989 §4.8 are case-insensitive, except `DMARC1`. */
function valueIn<T extends string>(list: TagList, name: string, allowed: readonly T[]): T | undefined {
  const value = findTag(list, name)?.value.toLowerCase();
  return allowed.find((candidate) => candidate === value);
}

function uris(list: TagList, name: string): readonly ReportUri[] {
  const tag = findTag(list, name);
  return tag === undefined ? [] : parseReportUris(list.text, tag.valueSpan);
}

export function parseDmarc(text: string): DmarcRecord {
  const list = parseTagList(text);
  const version = list.tags.find((tag) => tag.equals >= 0 && tag.name.toLowerCase() === 'v');
  const fo = findTag(list, 'fo');
  return {
    text,
    list,
    valid: /^[vV][ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text),
    version,
    p: valueIn(list, 'p', policies),
    sp: valueIn(list, 'sp', policies),
    np: valueIn(list, 'np', policies),
    adkim: valueIn(list, 'adkim', ['r', 's']) ?? 'r',
    aspf: valueIn(list, 'aspf', ['r', 's']) ?? 'r',
    psd: valueIn(list, 'psd', ['y', 'n', 'u']) ?? 'u',
    testing: valueIn(list, 't', ['y', 'n']) === 'y',
    fo: fo === undefined ? [] : splitValue(text, fo.valueSpan, ':'),
    rua: uris(list, 'rua'),
    ruf: uris(list, 'ruf'),
  };
}

/**
 * Whether a text was meant as a DMARC record, wherever it stands: also with the version in the wrong case,
 * mistyped or in the wrong place, and without one where it holds a policy.
 */
export function isDmarc(text: string): boolean {
  if (/^\W*v\s*=\s*["']?dmarc/i.test(text)) return true;
  const { tags } = parseTagList(text);
  return tags.some((tag) => {
    const name = tag.name.toLowerCase();
    const value = tag.value.toUpperCase();
    if (name === 'v') return value.startsWith('DMARC') || editDistance(value, 'DMARC1', 2) <= 1;
    return name === 'p' && policies.some((policy) => policy === tag.value.toLowerCase());
  });
}
