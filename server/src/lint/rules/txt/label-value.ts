import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

interface Known {
  readonly value: RegExp;
  readonly message: string;
}

/** What programs look for at a label, and ignore everything else. */
const known: Readonly<Record<string, Known>> = {
  '_acme-challenge': { value: /^[\w-]{43}$/, message: 'acme' },
  _dnslink: { value: /^dnslink=\/[^/]+\/.+/, message: 'dnslink' },
  _atproto: { value: /^did=did:[a-z]+:.+/, message: 'atproto' },
};

export default defineRule({
  meta: {
    code: 'txt/label-value',
    severity: 'information',
    source: 'RFC 8555 §8.4',
    summary: 'Unexpected text at a label of ACME, DNSLink or Bluesky',
    messages: {
      acme: `This isn't an ACME challenge (43 letters, digits, "-" and "_"), so certificate authorities refuse the certificate.`,
      dnslink: `This isn't a DNSLink such as dnslink=/ipfs/…, so clients ignore it.`,
      atproto: `This isn't a Bluesky identity such as did=did:plc:…, so the handle isn't verified.`,
    },
  },
  on: eachRecord(['TXT'], { when: (zone, _record, name) => knownAt(zone, name) !== undefined }),
  *check(record, { zone }) {
    const { text } = record, found = knownAt(zone, record.owner);
    if (!record.broken && found !== undefined && !found.value.test(text.joined)) yield { message: found.message, at: record.rdataSpan };
  },
});

/** Asked for every TXT record: by its label's first and last letters before anything is made. */
function knownAt({ names }: Zone, name: NameId): Known | undefined {
  const length = names.labelLength(name);
  return names.labelOctet(name, 0) === 95 && (length === 8 || length === 15) ? known[names.label(name)] : undefined;
}
