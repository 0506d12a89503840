import { addressOctets, reverseName } from '../../text/address.ts';
import { isInsideName, isHostName } from '../grammar/report-uri.ts';
import { lookupName } from '../dns/resolver.ts';
import { addressesOf, sameName, shown } from './step.ts';
import type { HostAddresses, MailHostFacts, MailStep, StepRecord, StepState, Walk } from './step.ts';

/** The name that a host greets with, in its banner and in HELO: RFC 5321 §4.1.4 wants its own name, one that has an address. */
export function bannerStep(
  walk: Walk,
  host: string,
  known: MailHostFacts | undefined,
  found: HostAddresses,
  record: StepRecord,
): MailStep {
  const banner = known?.banner;
  const tell = (state: StepState, title: string, reason: string): MailStep => ({
    kind: 'banner',
    state,
    title,
    reason,
    record,
    steps: [],
  });
  if (banner === undefined)
    return tell(
      'unknown',
      'Banner',
      `Only the server knows the name ${shown(host)} greets with. Enter it in the setting zonewright.mail.hosts.`,
    );
  const title = `Banner ${banner}`,
    name = lookupName(banner);
  if (name === undefined || !isHostName(banner))
    return tell('bad', title, `"${banner}" isn't a full host name, so many receivers refuse the host's mail.`);
  if (isInsideName(banner) && !walk.facts.internal)
    return tell('bad', title, `${banner} isn't in the public DNS, so many receivers refuse the host's mail.`);
  const pointers = pointersOf(walk, found);
  if (pointers !== undefined && pointers.length > 0 && !pointers.some((target) => sameName(target, banner))) {
    return tell(
      'doubtful',
      title,
      `The host greets as ${banner}, but the PTR record says ${pointers.map(shown).join(', ')}: receivers that compare the two trust its mail less.`,
    );
  }
  if (sameName(banner, host)) return tell('good', title, 'The host greets with its own name.');
  const addresses = addressesOf(walk.resolver, name);
  if (addresses.status === 'unknown')
    return tell('unknown', title, `The host greets as ${banner}, which no zone here contains.`);
  if (addresses.status !== 'ok')
    return tell('bad', title, `The host greets as ${banner}, which has no address, so many receivers refuse its mail.`);
  const shared = addresses.addresses.some(({ address }) => found.addresses.some((own) => own.address === address));
  return shared
    ? tell('good', title, `The host greets as ${banner}, which has the same address.`)
    : tell(
        'doubtful',
        title,
        `The host greets as ${banner}, which has another address: receivers that compare the two trust its mail less.`,
      );
}

/** What the PTR records of its addresses say; undefined where no reverse zone tells. */
function pointersOf({ resolver }: Walk, { addresses }: HostAddresses): readonly string[] | undefined {
  const answers = addresses.flatMap(({ address }) => {
    const octets = addressOctets(address);
    return octets === undefined ? [] : [resolver.lookup(reverseName(octets), 'PTR')];
  });
  return answers.some(({ status }) => status === 'unknown') ? undefined : answers.flatMap(({ records }) => records);
}
