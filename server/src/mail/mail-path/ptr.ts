import { reverseName } from '../../text/address.ts';
import { addressesOf, factsOfHost, sameName, shown } from './step.ts';
import type { MailStep, StepRecord, StepState, Walk } from './step.ts';

/** Whether an address leads back to a name, and the name to the address, as receivers check it when the host sends (RFC 1912 §2.1). */
export function ptrStep(walk: Walk, host: string, address: string, octets: Uint8Array, forward: StepRecord): MailStep {
  const name = reverseName(octets),
    { status, records } = walk.resolver.lookup(name, 'PTR');
  const record: StepRecord = status === 'ok' ? { name, type: 'PTR' } : forward;
  const tell = (state: StepState, title: string, reason: string): MailStep => ({
    kind: 'ptr',
    state,
    title,
    reason,
    record,
    steps: [],
  });
  if (status === 'unknown' || status === 'timeout')
    return tell(
      'unknown',
      'PTR',
      `The reverse zone of ${address} isn't here. If it sends mail, receivers expect a PTR record that says ${shown(host)}.`,
    );
  if (records.length === 0)
    return tell('bad', 'No PTR', `${address} has no PTR record, so many receivers refuse its mail or mark it as spam.`);
  const names = records.map(shown).join(', '),
    back = records.map((target) => leadsBack(walk, target, address));
  const title = `PTR ${names}`;
  if (records.some((target) => sameName(target, host)))
    return tell('good', title, `${address} and ${shown(host)} point at each other.`);
  if (back.includes('yes')) return confirmed(walk, host, address, records, tell);
  if (back.includes('unknown'))
    return tell(
      'unknown',
      title,
      `The PTR record of ${address} says ${names}, not ${shown(host)}, and no zone here contains that name.`,
    );
  return tell(
    'bad',
    title,
    `The PTR record of ${address} says ${names}, which doesn't point back, so receivers distrust the name. It should say ${shown(host)}.`,
  );
}

type Tell = (state: StepState, title: string, reason: string) => MailStep;

/** Another name than the MX record's, but one that leads back. */
function confirmed({ facts }: Walk, host: string, address: string, records: readonly string[], tell: Tell): MailStep {
  const names = records.map(shown).join(', '),
    banner = factsOfHost(facts, host)?.banner;
  if (banner !== undefined && records.some((target) => sameName(target, banner)))
    return tell(
      'good',
      `PTR ${names}`,
      `${address} and ${names}, the name ${shown(host)} greets with, point at each other.`,
    );
  return tell(
    'doubtful',
    `PTR ${names}`,
    `${address} and ${names} point at each other, but the host is ${shown(host)}. That's fine if it greets with this name.`,
  );
}

function leadsBack({ resolver }: Walk, target: string, address: string): 'yes' | 'no' | 'unknown' {
  const { status, addresses } = addressesOf(resolver, target);
  if (addresses.some((found) => found.address === address)) return 'yes';
  return status === 'unknown' ? 'unknown' : 'no';
}
