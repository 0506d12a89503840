import { checkHost, coverSpf, firstAll, isSpf, parseSpf, withMechanism } from '../../../mail/spf/spf.ts';
import { presentStrings } from '../../../mail/grammar/txt-strings.ts';
import { plainName } from '../../../mail/dns/resolver.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Span } from '../../../zone/model/span.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { Fix } from '../../../findings/fix.ts';
import { replaceSpan } from '../edits.ts';
import { TXT } from '../../../zone/rrtypes/codes.ts';

/** The one SPF record of a name that turns away whatever it does not name: it is good, and ends in `-all`. */
export interface StrictSpf {
  readonly record: RecordView;
  readonly text: string;
  /** Its `-all`. */
  readonly at: Span;
}

export function strictSpf(context: RuleContext, domain: NameId): StrictSpf | undefined {
  const [record, more] = context.records(domain, TXT).filter((each) => !each.broken && isSpf(each.text.joined));
  if (record === undefined || more !== undefined) return undefined;
  const { text } = record,
    parsed = parseSpf(text.joined),
    all = firstAll(parsed);
  return !parsed.valid || all?.qualifier !== '-'
    ? undefined
    : { record, text: text.joined, at: text.span(all.start, all.end) };
}

/** Whether a receiver turns away mail of the domain from this address, so far as the zones at hand tell. */
export function isRefused(context: RuleContext, domain: NameId, address: string, helo: string): boolean {
  const name = plainName(context.absolute(domain));
  return (
    checkHost({ ip: address, sender: `postmaster@${name}`, helo }, context.resolver, { clock: () => 0 }).result ===
    'fail'
  );
}

/** Lets addresses through: by `mx` where they are those of the domain's own MX hosts, else one by one. */
export function coverage({ record, text }: StrictSpf, addresses: readonly string[], byMx: boolean): Fix {
  const covered = byMx ? withMechanism(text, 'mx') : coverSpf(text, addresses);
  return {
    title: byMx ? 'Add "mx" to let the MX hosts send' : `Add ${addresses.join(' and ')} to the SPF record`,
    safe: false,
    preferred: true,
    edits: () => [replaceSpan(record.zone, record.rdataSpan, presentStrings(covered))],
  };
}
