import type { Message } from '../../../findings/codes/index.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { check, eachRecord } from '../../engine/check.ts';

interface Known {
  readonly value: RegExp;
  readonly message: Message<'txt/label-value'>;
}

/** What programs look for at a label, and ignore everything else. */
const known: Readonly<Record<string, Known>> = {
  '_acme-challenge': { value: /^[\w-]{43}$/, message: 'acme' },
  _dnslink: { value: /^dnslink=\/[^/]+\/.+/, message: 'dnslink' },
  _atproto: { value: /^did=did:[a-z]+:.+/, message: 'atproto' },
};

export default check({
  on: eachRecord(['TXT'], { when: (zone, _record, name) => knownAt(zone, name) !== undefined }),
  reports: 'txt/label-value',
  *run(record, { zone }) {
    const { text } = record,
      found = knownAt(zone, record.owner);
    if (!record.broken && found !== undefined && !found.value.test(text.joined))
      yield { message: found.message, at: record.rdataSpan };
  },
});

/** Asked for every TXT record: by its label's first and last letters before anything is made. */
function knownAt({ names }: Zone, name: NameId): Known | undefined {
  const length = names.labelLength(name);
  return names.labelOctet(name, 0) === 95 && (length === 8 || length === 15) ? known[names.label(name)] : undefined;
}
