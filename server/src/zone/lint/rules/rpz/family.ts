import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../model/zone.ts';
import { addressOctets, addressText } from '../../../text/address.ts';
import { nearest } from '../../../text/near-miss.ts';
import { replacement } from '../../fix.ts';
import { isPolicyZone } from '../../special-zone.ts';
import { defineRule, eachName, eachRecord } from '../../rule.ts';

const actions = ['rpz-passthru', 'rpz-drop', 'rpz-tcp-only'], RPZ = [114, 112, 122] as const;

const beginsWithRpz = ({ names }: Zone, name: NameId): boolean => names.labelOctet(name, 0) === RPZ[0] && names.labelOctet(name, 1) === RPZ[1] && names.labelOctet(name, 2) === RPZ[2] && names.labelLength(name) > 4;

const target = defineRule({
  meta: {
    code: 'rpz/cname-target', severity: 'warning', source: 'draft-vixie-dnsop-dns-rpz §3', fix: 'unsafe',
    summary: 'An action of a response policy zone that is mistyped.',
    messages: {
      dot: 'Without a final dot, {written} means {becomes}, and answers are rewritten to that name in place of the action. Write {written}. with a dot.',
      near: '{written} is no action, so answers are rewritten to that name; did you mean {near}?',
    },
  },
  on: eachRecord(['CNAME'], { when: (zone, record) => { const name = zone.records.target[record]!; return name > ROOT && beginsWithRpz(zone, name); } }),
  *check(cname, context) {
    const { zone } = context, label = zone.names.label(cname.target), written = cname.source(), near = actions.includes(label) ? label : nearest(label, actions);
    if (cname.broken || near === undefined || !isPolicyZone(context)) return;
    const absolute = written.endsWith('.');
    if (near === label && (absolute || zone.names.parent(cname.target) === ROOT || written.includes('.'))) return;
    const right = `${near}.`, fix = cname.generated ? {} : { fixes: [replacement(zone, cname.rdataSpan, right, `Write ${right}`, false)] };
    if (near === label) yield { message: 'dot', at: cname.rdataSpan, args: { written, becomes: context.show(cname.target) }, ...fix };
    else if (written.replace(/\.$/, '') === label) yield { message: 'near', at: cname.rdataSpan, args: { written, near: right }, ...fix };
  },
});

/** The label of an address trigger above a name, and the labels in front of it from left to right. */
function trigger(zone: Zone, name: NameId): readonly string[] | undefined {
  const labels: string[] = [];
  for (let id = name; id !== ROOT && id !== zone.apex; id = zone.names.parent(id)) labels.push(zone.names.label(id));
  const kind = labels.pop();
  return kind === 'rpz-ip' || kind === 'rpz-client-ip' || kind === 'rpz-nsip' ? labels : undefined;
}

/** Asked for every name: whether the label right below the apex is that of an address trigger. */
function isAddressTrigger(zone: Zone, name: NameId): boolean {
  if (zone.names.parent(name) === zone.apex || !zone.apexKnown) return false;
  const first = zone.names.labelOctet(name, 0);
  if (first < 48 || first > 57) return false;
  let top = name;
  for (let id = name; id !== zone.apex; id = zone.names.parent(id)) { if (id === ROOT) return false; top = id; }
  return top !== name && beginsWithRpz(zone, top);
}

const prefix = defineRule({
  meta: {
    code: 'rpz/ip-prefix', severity: 'warning', source: 'draft-vixie-dnsop-dns-rpz §4.1.1',
    summary: 'An address trigger of a response policy zone that servers cannot read.',
    messages: {
      format: '"{labels}" is not a prefix length and a reversed address, as in 24.0.2.0.192 or 48.zz.db8.2001: servers ignore this trigger.',
      host: '"{labels}" has bits set behind the prefix of {bits}: servers ignore such a trigger. Write {right}.',
    },
    fix: 'unsafe',
  },
  on: eachName([], { when: (zone, _record, name) => isAddressTrigger(zone, name) }),
  *check({ name, records }, context) {
    const labels = trigger(context.zone, name), first = records.find(record => record.ownerSpan !== undefined), owner = first?.ownerSpan;
    if (labels === undefined || first === undefined || owner === undefined) return;
    const text = labels.join('.'), at = { ...owner, end: owner.start + text.length }, found = readPrefix(labels);
    if (first.source(at) !== text) return;
    if (found === undefined) { yield { message: 'format', at, args: { labels: text } }; return; }
    const masked = mask(found.octets, found.bits);
    if (masked.every((octet, k) => octet === found.octets[k])) return;
    const right = `${found.bits}.${reversed(masked)}`;
    yield { message: 'host', at, args: { labels: text, bits: found.bits, right }, ...(first.generated ? {} : { fixes: [replacement(context.zone, at, right, `Write ${right}`, false)] }) };
  },
});

function readPrefix(labels: readonly string[]): { readonly octets: Uint8Array; readonly bits: number } | undefined {
  const [length = '', ...rest] = labels, v4 = rest.length === 4 && rest.every(label => /^\d{1,3}$/.test(label));
  const address = v4 ? [...rest].reverse().join('.') : [...rest].reverse().join(':').replace(/(^|:)zz(:|$)/, (_, before: string, after: string) => (before === '' ? '::' : before) + (after === '' ? ':' : after)).replace(':::', '::');
  const octets = /^\d{1,3}$/.test(length) ? addressOctets(address) : undefined, bits = Number(length);
  return octets === undefined || bits < 1 || bits > octets.length * 8 || (octets.length === 4) !== v4 ? undefined : { octets, bits };
}

function mask(octets: Uint8Array, bits: number): Uint8Array {
  return octets.map((octet, k) => { const left = Math.max(0, Math.min(8, bits - 8 * k)); return octet & (0xff << (8 - left)) & 0xff; });
}

/** An address as the labels of a trigger: reversed, with `zz` for the zeros that `::` stands for. */
function reversed(octets: Uint8Array): string {
  const text = addressText(octets);
  if (octets.length === 4) return text.split('.').reverse().join('.');
  return text.replace('::', ':zz:').split(':').filter(part => part !== '').reverse().join('.');
}

export default [target, prefix];
