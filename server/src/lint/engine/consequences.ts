import type { Code } from '../../findings/codes/index.ts';
import type { TextRange } from '../../text/positions.ts';
import { placeOf } from '../../zone/model/span.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { Finding } from './finding.ts';

/** What follows from a cause at the same place or in a part of it, so that it isn't said beside it. */
const here: Readonly<Partial<Record<Code, readonly Code[]>>> = {
  'target/url': ['srv/no-address', 'mx/no-address', 'deleg/ns-no-address', 'cname/dangling', 'host/bad-char'],
  'target/is-ip': ['host/bad-char'],
  'zone/double-origin': ['cname/dangling', 'mx/no-address', 'srv/no-address', 'deleg/ns-no-address'],
  'zone/at-in-name': ['zone/extra-dot', 'zone/out-of-zone-data', 'host/bad-char', 'mx/no-address'],
  'soa/unit-missing': ['soa/expire-short'],
  'soa/comment-mismatch': ['soa/retry-ge-refresh', 'soa/expire-short'],
  'soa/mname-no-address': ['soa/mname-not-in-ns'],
  'soa/minimum-high': ['soa/negative-ttl'],
  'txt/private-key': ['dkim/p-headers'],
  'cds/digest-deprecated': ['ds/digest-deprecated'],
  'catz/class': ['syn/class-mismatch'],
  'catz/version-missing': ['spf/type99'],
  'mx/private': ['deleg/ns-private-address'],
};

/** What follows from a cause anywhere in the zone: an SOA of another zone makes every record one of another zone. */
const anywhere: Readonly<Partial<Record<Code, readonly Code[]>>> = {
  'zone/soa-not-apex': ['zone/no-soa', 'zone/no-apex-ns', 'zone/out-of-zone-data'],
};

const causes: ReadonlySet<string> = new Set([...Object.keys(here), ...Object.keys(anywhere)]);
const consequences: ReadonlySet<string> = new Set([...Object.values(here), ...Object.values(anywhere)].flat());

/**
 * The findings that only say what follows from another one.
 * @param isShown whether a finding is said at all: what settings silence has no consequences
 */
export function consequencesAmong(
  zone: Zone,
  findings: Iterable<Finding>,
  isShown: (finding: Finding) => boolean,
): ReadonlySet<Finding> {
  const found: Finding[] = [],
    later: Finding[] = [];
  for (const finding of findings) {
    if (causes.has(finding.code) && isShown(finding)) found.push(finding);
    if (consequences.has(finding.code)) later.push(finding);
  }
  if (found.length === 0 || later.length === 0) return none;
  const byLine = new Map<string, TextRange[]>(),
    everywhere = new Set<Code>();
  for (const cause of found) {
    for (const code of anywhere[cause.code] ?? []) everywhere.add(code);
    const { uri, range } = placeOf(zone, cause.at);
    for (const code of here[cause.code] ?? []) {
      const key = `${code} ${uri} ${range.start.line}`,
        ranges = byLine.get(key);
      if (ranges === undefined) byLine.set(key, [range]);
      else ranges.push(range);
    }
  }
  const follows = (finding: Finding): boolean => {
    if (everywhere.has(finding.code)) return true;
    if (byLine.size === 0) return false;
    const { uri, range } = placeOf(zone, finding.at);
    return byLine.get(`${finding.code} ${uri} ${range.start.line}`)?.some((other) => touch(range, other)) === true;
  };
  return new Set(later.filter(follows));
}

const none: ReadonlySet<Finding> = new Set();

/** Whether two ranges that begin on the same line share a character. */
function touch(a: TextRange, b: TextRange): boolean {
  const endOf = ({ start, end }: TextRange): number =>
    end.line > start.line ? Number.MAX_SAFE_INTEGER : end.character;
  return a.start.character < endOf(b) && b.start.character < endOf(a);
}
