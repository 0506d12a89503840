import { LABEL_DIGITS, LABEL_NOT_HOST } from '../../../names/name-tree.ts';
import { addressOctets } from '../../../text/address.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';
import type { Zone } from '../../../zone/model/zone.ts';

const words: Readonly<Record<string, string>> = {
  ns: `An NS record needs a name, but {address} is an IP address: resolvers can't ask this server.`,
  srv: `An SRV record needs a host name, but {address} is an IP address: clients can't find the service.`,
  cname: 'A CNAME needs a name, but {address} is an IP address. Use A or AAAA instead.',
  ptr: '{address} is an IP address, not a host name, so the PTR record leads nowhere.',
};

const metas: readonly RuleMeta[] = Object.entries(words).map(([type, message]) => ({
  code: `${type}/is-ip` as const, severity: 'error', source: type === 'srv' ? 'RFC 2782' : type === 'ns' ? 'RFC 2181 §10.3' : 'RFC 1035 §3.3', summary: `IP address as ${type === 'cname' || type === 'ptr' ? 'a' : 'an'} ${type.toUpperCase()} target`, messages: { address: message }, ...(type === 'ns' ? { bind: 'error' as const } : {}),
}));

const areas: Readonly<Record<number, string>> = { 2: 'ns', 33: 'srv', 5: 'cname', 12: 'ptr' };

/** Asked for every record with a target: whether its first label is made of digits, or has a colon. */
function looksNumeric(zone: Zone, target: number): boolean {
  if (target <= 0) return false;
  const { names } = zone, flags = names.labelFlags(target);
  if ((flags & (LABEL_DIGITS | LABEL_NOT_HOST)) !== LABEL_NOT_HOST) return (flags & LABEL_DIGITS) !== 0;
  for (let i = 0; i < names.labelLength(target); i++) if (names.labelOctet(target, i) === 58) return true;
  return false;
}

export default defineFamily(metas, eachRecord(['NS', 'SRV', 'CNAME', 'PTR'], { when: (zone, record) => looksNumeric(zone, zone.records.target[record]!) }), function* (record) {
  const field = record.fields.find(view => view.field.target === true), area = areas[record.type];
  if (record.broken || field === undefined || area === undefined) return;
  const address = record.source(field.span).replace(/\.$/, '');
  if (addressOctets(address) !== undefined) yield { code: `${area}/is-ip`, message: 'address', at: field.span, args: { address } };
});
