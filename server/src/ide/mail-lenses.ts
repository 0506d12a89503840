import { dmarcVerdict, isDmarc, parseDmarc } from '../mail/dmarc/dmarc.ts';
import { mailPath, spfVerdict, worstStep } from '../mail/mail-path/mail-path.ts';
import type { MailStep } from '../mail/mail-path/mail-path.ts';
import { providerOfMx } from '../mail/providers/providers.ts';
import { isSpf } from '../mail/spf/spf.ts';
import { RecordView } from '../zone/model/record-view.ts';
import type { Zone } from '../zone/model/zone.ts';
import type { RecordId } from '../zone/records/record-table.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { Position, TextRange } from '../text/positions.ts';
import { blocksOf, cursorAt, rangeIn, recordOf } from './entry-at.ts';
import { domainOfMailName } from './mail-facts.ts';
import type { MailWorld } from './mail-world.ts';
import { MX, TXT } from '../zone/rrtypes/codes.ts';

/** One line above a record of mail. */
export interface MailLens {
  readonly title: string;
  /** The domain whose mail it is about, without the final dot. */
  readonly domain: string;
}

/** More lines than these help nobody, and records behind so many others are far below. */
const MOST_LENSES = 300,
  MOST_RECORDS = 100_000;

/** How far into a record its version is looked for, in bytes: behind owner, TTL and class. */
const LONGEST_HEADER = 400;

/** Where lines about mail belong: at the first MX record of a name, at SPF and at DMARC records. Looks at a part of a huge file only. */
export function mailLensPlaces(zone: Zone, text: SourceText): readonly TextRange[] {
  const ranges: TextRange[] = [],
    seenMx = new Set<number>();
  if (!zone.apexKnown) return ranges;
  let looked = 0;
  for (const block of blocksOf(zone, text)) {
    for (const id of block.records) {
      if (++looked > MOST_RECORDS || ranges.length >= MOST_LENSES) return ranges;
      const type = zone.records.type[id]!,
        owner = zone.records.owner[id]!;
      if (type === MX ? seenMx.has(owner) : type !== TXT || !hasVersion(zone, id)) continue;
      const record = new RecordView(zone, id),
        { entrySpan } = record;
      if (type === MX) seenMx.add(owner);
      // A record that is being typed keeps its line, lest the text jump.
      else if (!record.broken && !isSpf(record.text.joined) && !isReadDmarc(zone, record)) continue;
      const start = zone.records.offset[id]! + entrySpan.start;
      ranges.push(rangeIn(block, start, zone.records.offset[id]! + entrySpan.end));
    }
  }
  return ranges;
}

const versions = ['v=spf1', 'v=dmarc1'].map((text) => Uint8Array.from(text, (c) => c.charCodeAt(0)));

/** A DMARC record at a name where receivers look for one. */
const isReadDmarc = (zone: Zone, { owner, text }: RecordView): boolean =>
  isDmarc(text.joined) && domainOfMailName(zone, owner) !== owner;

/** Whether a version stands in the record, or near behind it. Asked for every TXT record, so nothing is made. */
function hasVersion(zone: Zone, id: RecordId): boolean {
  const { bytes } = zone.blockOf(id).chunk,
    from = zone.records.offset[id]!;
  for (let i = from, end = Math.min(bytes.length, from + LONGEST_HEADER); i < end; i++) {
    if ((bytes[i]! | 32) !== 118 || bytes[i + 1] !== 61) continue;
    if (versions.some((version) => version.every((c, k) => c === bytes[i + k] || c === (bytes[i + k]! | 32))))
      return true;
  }
  return false;
}

/** The line for the record at a place that `mailLensPlaces` gave; undefined where the text has changed since. */
export function mailLensAt(zone: Zone, text: SourceText, position: Position, world: MailWorld): MailLens | undefined {
  const entry = cursorAt(zone, text, position)?.entry,
    record = entry === undefined ? undefined : recordOf(zone, entry);
  if (record === undefined || record.broken || !zone.apexKnown) return undefined;
  const owner = zone.names.text(record.owner),
    domain = zone.names.text(domainOfMailName(zone, record.owner)),
    of = (title: string): MailLens => ({ title, domain: domain === '.' ? domain : domain.slice(0, -1) });
  if (record.type === MX) return of(mxVerdict(domain, world));
  if (record.type !== TXT) return undefined;
  const { joined } = record.text;
  if (isSpf(joined))
    return of(
      spfVerdict(
        { domain: owner, resolver: world.resolver, facts: world.facts(owner) },
        joined,
        mailHosts(owner, world),
      ),
    );
  if (!isReadDmarc(zone, record)) return undefined;
  const count = world.resolver.lookup(owner, 'TXT').records.filter((strings) => isDmarc(strings.join(''))).length;
  return of(count > 1 ? `DMARC: ${count} records, so receivers ignore them all` : dmarcVerdict(parseDmarc(joined)));
}

function mailHosts(domain: string, { resolver }: MailWorld): readonly string[] {
  return resolver
    .lookup(domain, 'MX')
    .records.map(({ exchange }) => exchange)
    .filter((exchange) => exchange !== '.');
}

/** `MX: 2 of 2 mail hosts have an address with a matching PTR record`, or what is wrong first. */
function mxVerdict(domain: string, world: MailWorld): string {
  const hosts = mailHosts(domain, world),
    { receiving } = mailPath(domain.slice(0, -1), world.resolver, world.facts(domain)),
    worst = worstStep(receiving.flat());
  if (hosts.length === 0) return 'MX: takes no mail';
  if (worst?.state === 'bad') return `MX: ${firstClause(worst.reason)}`;
  const providers = new Set(hosts.map((host) => providerOfMx(host)?.name));
  const [provider] = providers;
  if (providers.size === 1 && provider !== undefined) return `MX: ${provider} takes the mail`;
  const count = (test: (chain: readonly MailStep[]) => boolean): number => receiving.filter(test).length,
    back = count(leadsBack),
    found = count(hasAddress);
  return `MX: ${found} of ${hosts.length} ${hosts.length === 1 ? 'mail host has' : 'mail hosts have'} an address${found > 0 && back === found ? ' with a matching PTR record' : ''}`;
}

const addressesIn = (chain: readonly MailStep[]): readonly MailStep[] =>
  chain.filter(({ kind, state }) => kind === 'address' && state === 'good');
const hasAddress = (chain: readonly MailStep[]): boolean => addressesIn(chain).length > 0;
const leadsBack = (chain: readonly MailStep[]): boolean =>
  hasAddress(chain) &&
  addressesIn(chain).every(({ steps }) => steps.every(({ kind, state }) => kind !== 'ptr' || state === 'good'));

/** Up to the first comma, colon or full stop that ends something. */
const firstClause = (reason: string): string => reason.split(/[,:.;](?:\s|$)/, 1)[0]!.split(' (RFC')[0]!;
