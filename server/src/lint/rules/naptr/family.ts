import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { isAddressText } from '../../kit/forgotten-dot.ts';
import { replacement } from '../../kit/edits.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { Draft } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const A = 1, AAAA = 28, SRV = 33, NAPTR = 35;

const metas: readonly RuleMeta[] = [
  {
    code: 'naptr/both', severity: 'warning', source: 'RFC 3403 §4.1', summary: 'NAPTR record with both or neither of substitution and replacement',
    messages: {
      both: 'The substitution and the replacement {target} exclude each other, so clients ignore this record.',
      neither: 'This record has neither a substitution nor a replacement, so it leads nowhere.',
    },
  },
  {
    code: 'naptr/flags', severity: 'warning', source: 'RFC 3404 §4.3', summary: 'NAPTR flags other than S, A, U, P or none',
    messages: { unknown: `"{flags}" isn't a known flag (S, A, U or P), so clients ignore the record.` },
  },
  {
    code: 'naptr/flag-target', severity: 'warning', source: 'RFC 3404 §4.3', summary: `NAPTR replacement that doesn't match the flag`,
    messages: {
      uri: 'Flag "U" requires a substitution, but this record has the replacement {target}.',
      srv: 'Flag "S" requires SRV records at {target}, but this zone has none there.',
      address: 'Flag "A" requires address records at {target}, but this zone has none there.',
      naptr: 'Without a flag, clients look for NAPTR records at {target}, but this zone has none there.',
    },
  },
  {
    code: 'naptr/services', severity: 'warning', source: 'RFC 3403 §4.1', fix: 'unsafe', summary: 'NAPTR services in an unknown format',
    messages: {
      character: `"{character}" isn't allowed in services, so clients ignore "{services}".`,
      reversed: '"{services}" has the pre-2004 order; clients expect E2U at the start and ignore this record.',
      enum: `"{services}" isn't an ENUM service such as "E2U+sip", so clients ignore this record.`,
      tls: `"{services}" means TLS over UDP, which doesn't exist, so clients skip this record.`,
      transport: '"{services}" says {transport}, but {target} is a service over {other}, so clients use the wrong transport.',
    },
  },
  {
    code: 'naptr/loop', severity: 'warning', source: 'RFC 3403 §4.1', summary: 'Loop of NAPTR records',
    messages: {
      self: 'Without a flag, {target} points back to this name itself: clients loop and give up.',
      loop: 'Without a flag, clients follow {target} back to {name}: they loop and give up.',
    },
  },
  {
    code: 'naptr/uri', severity: 'warning', source: 'RFC 3404 §4.3', fix: 'unsafe', summary: `NAPTR substitution that doesn't yield a URI`,
    messages: { scheme: `Flag "U" requires a URI, but "{result}" has no scheme, so clients can't use it.` },
  },
];

/** Rules of the Dynamic Delegation Discovery System: RFC 3403 §4.1, RFC 3404 §4.3. */
export default defineFamily(metas, eachRecord(['NAPTR']), function* (record, context) {
  if (record.broken) return;
  const flags = text(record, 'flags'), regexp = text(record, 'regexp'), replaced = record.target !== ROOT;
  if (regexp !== '' && replaced) { yield { code: 'naptr/both', message: 'both', at: record.span('replacement'), args: { target: context.show(record.target) } }; return; }
  if (regexp === '' && !replaced) { yield { code: 'naptr/both', message: 'neither', at: record.span('replacement') }; return; }
  if (!/^[saup]?$/i.test(flags)) yield { code: 'naptr/flags', message: 'unknown', at: record.span('flags'), args: { flags } };
  else if (replaced) yield* target(record, flags.toUpperCase(), context);
  yield* services(record, flags.toUpperCase());
  if (regexp !== '' && flags.toUpperCase() === 'U') yield* uri(record, regexp);
});

/** A character-string field without its length octet. */
const text = (record: RecordView, field: string): string => String.fromCharCode(...(record.field(field)?.octets ?? new Uint8Array(0)).subarray(1));

function* target(record: RecordView, flag: string, context: RuleContext): Iterable<Draft> {
  const at = record.span('replacement'), args = { target: context.show(record.target), name: context.show(record.owner) };
  if (flag === '' && leadsBack(record, context)) { yield { code: 'naptr/loop', message: record.target === record.owner ? 'self' : 'loop', at, args }; return; }
  if (flag === 'U') { yield { code: 'naptr/flag-target', message: 'uri', at, args }; return; }
  const wanted = flag === 'S' ? [SRV] : flag === 'A' ? [A, AAAA] : flag === '' ? [NAPTR] : [];
  if (wanted.length === 0 || !context.zone.apexKnown || isAddressText(record, 'replacement')) return;
  const answers = wanted.map(type => context.lookup(record.target, type).status);
  if (answers.every(status => status === 'no-name' || status === 'no-data')) yield { code: 'naptr/flag-target', message: flag === 'S' ? 'srv' : flag === 'A' ? 'address' : 'naptr', at, args };
}

/** Whether the names that follow one another without a flag come back to the record's own. */
function leadsBack({ owner, target: first }: RecordView, context: RuleContext): boolean {
  const seen = new Set<NameId>(), open: NameId[] = [first];
  for (let name = open.pop(); name !== undefined && seen.size < 32; name = open.pop()) {
    if (name === owner) return true;
    if (seen.has(name) || !context.zone.inZone(name)) continue;
    seen.add(name);
    for (const next of context.records(name, NAPTR)) if (!next.broken && next.target > ROOT && text(next, 'flags') === '') open.push(next.target);
  }
  return false;
}

/** Transports of SIP: the letter behind D2, and the label of SRV records (RFC 3263 §4.1). */
const transports: readonly (readonly [string, string, string])[] = [['U', '_udp', 'UDP'], ['T', '_tcp', 'TCP'], ['S', '_sctp', 'SCTP']];

/** Told only where it is wrong by each of RFC 3404 §4.4, RFC 3958 §6.5 and RFC 6116 §3.4.3: each application has a grammar of its own. */
function* services(record: RecordView, flag: string): Iterable<Draft> {
  const value = text(record, 'services'), at = record.span('services'), character = /[^a-z\d+:.-]/i.exec(value)?.[0], reversed = /^([a-z\d-]+(?::[a-z\d-]+)*)\+(e2u)$/i.exec(value);
  if (character !== undefined) yield { code: 'naptr/services', message: 'character', at, args: { character, services: value } };
  else if (reversed !== null) yield rewritten(record, 'reversed', `E2U+${reversed[1]!}`, {});
  else if (flag === 'U' && /^e2u(?![a-z\d])/i.test(value) && !/^e2u(?:\+[a-z\d-]{1,32}(?::[a-z\d-]{1,32})*)+$/i.test(value)) yield { code: 'naptr/services', message: 'enum', at, args: { services: value } };
  else if (/^sips\+d2u$/i.test(value)) yield { code: 'naptr/services', message: 'tls', at, args: { services: value } };
  else if (flag === 'S') yield* transport(record, value);
}

function* transport(record: RecordView, value: string): Iterable<Draft> {
  const { names } = record.zone, wanted = /^(sips?)\+d2([uts])$/i.exec(value), { target: name } = record;
  if (wanted === null || name <= ROOT || names.parent(name) <= ROOT || !/^_sips?$/.test(names.label(name))) return;
  const said = transports.find(([letter]) => letter === wanted[2]!.toUpperCase())!, other = transports.find(([, label]) => label === names.label(names.parent(name)));
  if (other === undefined || other === said) return;
  yield rewritten(record, 'transport', `${wanted[1]!}+D2${other[0]}`, { transport: said[2], other: other[2], target: record.zone.nameText(name).replace(/\.$/, '') });
}

function rewritten(record: RecordView, message: string, right: string, more: Readonly<Record<string, string>>): Draft {
  const at = record.span('services');
  return { code: 'naptr/services', message, at, args: { services: text(record, 'services'), right, ...more }, ...(record.generated ? {} : { fixes: [replacement(record.zone, at, `"${right}"`, `Write "${right}"`, false)] }) };
}

/** Schemes that a service's URIs have. */
const schemes: Readonly<Record<string, string>> = { sip: 'sip:', h323: 'h323:', email: 'mailto:', mailto: 'mailto:', xmpp: 'xmpp:', im: 'im:', pres: 'pres:' };

function* uri(record: RecordView, regexp: string): Iterable<Draft> {
  const delimiter = regexp[0]!, second = regexp.indexOf(delimiter, 1), result = regexp.slice(second + 1, regexp.lastIndexOf(delimiter));
  // What begins with a reference back may have the scheme from there; an escaped delimiter makes the parts hard to tell.
  if (regexp.split(delimiter).length !== 4 || /^\\\d|^$|^[a-z][a-z\d+.-]*:/i.test(result)) return;
  const at = record.span('regexp'), written = record.source(at), from = written.lastIndexOf(result), scheme = schemes[/^e2u\+([a-z\d-]+)$/i.exec(text(record, 'services'))?.[1]?.toLowerCase() ?? ''];
  const place = from < 0 ? at : { ...at, start: at.start + from, end: at.start + from + result.length };
  yield { code: 'naptr/uri', message: 'scheme', at: place, args: { result }, ...(scheme === undefined || from < 0 || record.generated ? {} : { fixes: [replacement(record.zone, place, scheme + result, `Write ${scheme}${result}`, false)] }) };
}
