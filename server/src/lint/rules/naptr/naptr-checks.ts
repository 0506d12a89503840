import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { isAddressText } from '../../kit/forgotten-dot.ts';
import { replacement } from '../../kit/edits.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Relayed, Report } from '../../engine/check.ts';
import { A, AAAA, NAPTR, SRV } from '../../../zone/rrtypes/codes.ts';

type Said = Report<'naptr/both' | 'naptr/flags' | 'naptr/flag-target' | 'naptr/services' | 'naptr/loop' | 'naptr/uri'>;
/** Rules of the Dynamic Delegation Discovery System: RFC 3403 §4.1, RFC 3404 §4.3. */
export default check({
  on: eachRecord(['NAPTR']),
  reports: ['naptr/both', 'naptr/flags', 'naptr/flag-target', 'naptr/services', 'naptr/loop', 'naptr/uri'],
  *run(record, context) {
    if (record.broken) return;
    const flags = text(record, 'flags'),
      regexp = text(record, 'regexp'),
      replaced = record.target !== ROOT;
    if (regexp !== '' && replaced) {
      yield {
        code: 'naptr/both',
        message: 'both',
        at: record.span('replacement'),
        args: { target: context.show(record.target) },
      };
      return;
    }
    if (regexp === '' && !replaced) {
      yield { code: 'naptr/both', message: 'neither', at: record.span('replacement') };
      return;
    }
    if (!/^[saup]?$/i.test(flags))
      yield { code: 'naptr/flags', message: 'unknown', at: record.span('flags'), args: { flags } };
    else if (replaced) yield* target(record, flags.toUpperCase(), context);
    yield* services(record, flags.toUpperCase());
    if (regexp !== '' && flags.toUpperCase() === 'U') yield* uri(record, regexp);
  },
});

/** A character-string field without its length octet. */
const text = (record: RecordView, field: string): string =>
  String.fromCharCode(...(record.field(field)?.octets ?? new Uint8Array(0)).subarray(1));

function* target(record: RecordView, flag: string, context: RuleContext): Iterable<Said | Relayed> {
  const at = record.span('replacement'),
    args = { target: context.show(record.target), name: context.show(record.owner) };
  if (flag === '' && leadsBack(record, context)) {
    yield { code: 'naptr/loop', message: record.target === record.owner ? 'self' : 'loop', at, args };
    return;
  }
  if (flag === 'U') {
    yield { code: 'naptr/flag-target', message: 'uri', at, args };
    return;
  }
  const wanted = flag === 'S' ? [SRV] : flag === 'A' ? [A, AAAA] : flag === '' ? [NAPTR] : [];
  if (wanted.length === 0 || !context.zone.apexKnown || isAddressText(record, 'replacement')) return;
  const answers = wanted.map((type) => context.lookup(record.target, type).status);
  if (answers.every((status) => status === 'no-name' || status === 'no-data'))
    yield { code: 'naptr/flag-target', message: flag === 'S' ? 'srv' : flag === 'A' ? 'address' : 'naptr', at, args };
}

/** Whether the names that follow one another without a flag come back to the record's own. */
function leadsBack({ owner, target: first }: RecordView, context: RuleContext): boolean {
  const seen = new Set<NameId>(),
    open: NameId[] = [first];
  for (let name = open.pop(); name !== undefined && seen.size < 32; name = open.pop()) {
    if (name === owner) return true;
    if (seen.has(name) || !context.zone.inZone(name)) continue;
    seen.add(name);
    for (const next of context.records(name, NAPTR))
      if (!next.broken && next.target > ROOT && text(next, 'flags') === '') open.push(next.target);
  }
  return false;
}

/** Transports of SIP: the letter behind D2, and the label of SRV records (RFC 3263 §4.1). */
const transports: readonly (readonly [string, string, string])[] = [
  ['U', '_udp', 'UDP'],
  ['T', '_tcp', 'TCP'],
  ['S', '_sctp', 'SCTP'],
];

/** Told only where it is wrong by each of RFC 3404 §4.4, RFC 3958 §6.5 and RFC 6116 §3.4.3: each application has a grammar of its own. */
function* services(record: RecordView, flag: string): Iterable<Said | Relayed> {
  const value = text(record, 'services'),
    at = record.span('services'),
    character = /[^a-z\d+:.-]/i.exec(value)?.[0],
    reversed = /^([a-z\d-]+(?::[a-z\d-]+)*)\+(e2u)$/i.exec(value);
  if (character !== undefined)
    yield { code: 'naptr/services', message: 'character', at, args: { character, services: value } };
  else if (reversed !== null) yield rewritten(record, 'reversed', `E2U+${reversed[1]!}`, {});
  else if (
    flag === 'U' &&
    /^e2u(?![a-z\d])/i.test(value) &&
    !/^e2u(?:\+[a-z\d-]{1,32}(?::[a-z\d-]{1,32})*)+$/i.test(value)
  )
    yield { code: 'naptr/services', message: 'enum', at, args: { services: value } };
  else if (/^sips\+d2u$/i.test(value)) yield { code: 'naptr/services', message: 'tls', at, args: { services: value } };
  else if (flag === 'S') yield* transport(record, value);
}

function* transport(record: RecordView, value: string): Iterable<Said | Relayed> {
  const { names } = record.zone,
    wanted = /^(sips?)\+d2([uts])$/i.exec(value),
    { target: name } = record;
  if (wanted === null || name <= ROOT || names.parent(name) <= ROOT || !/^_sips?$/.test(names.label(name))) return;
  const said = transports.find(([letter]) => letter === wanted[2]!.toUpperCase())!,
    other = transports.find(([, label]) => label === names.label(names.parent(name)));
  if (other === undefined || other === said) return;
  yield rewritten(record, 'transport', `${wanted[1]!}+D2${other[0]}`, {
    transport: said[2],
    other: other[2],
    target: record.zone.nameText(name).replace(/\.$/, ''),
  });
}

function rewritten(
  record: RecordView,
  message: string,
  right: string,
  more: Readonly<Record<string, string>>,
): Relayed {
  const at = record.span('services');
  return {
    said: { code: 'naptr/services', message, args: { services: text(record, 'services'), right, ...more } },
    at,
    fixes: [replacement(record.zone, at, `"${right}"`, `Write "${right}"`, false)],
  };
}

/** Schemes that a service's URIs have. */
const schemes: Readonly<Record<string, string>> = {
  sip: 'sip:',
  h323: 'h323:',
  email: 'mailto:',
  mailto: 'mailto:',
  xmpp: 'xmpp:',
  im: 'im:',
  pres: 'pres:',
};

function* uri(record: RecordView, regexp: string): Iterable<Said | Relayed> {
  const delimiter = regexp[0]!,
    second = regexp.indexOf(delimiter, 1),
    result = regexp.slice(second + 1, regexp.lastIndexOf(delimiter));
  // What begins with a reference back may have the scheme from there; an escaped delimiter makes the parts hard to tell.
  if (regexp.split(delimiter).length !== 4 || /^\\\d|^$|^[a-z][a-z\d+.-]*:/i.test(result)) return;
  const at = record.span('regexp'),
    written = record.source(at),
    from = written.lastIndexOf(result),
    scheme = schemes[/^e2u\+([a-z\d-]+)$/i.exec(text(record, 'services'))?.[1]?.toLowerCase() ?? ''];
  const place = from < 0 ? at : { ...at, start: at.start + from, end: at.start + from + result.length };
  yield {
    code: 'naptr/uri',
    message: 'scheme',
    at: place,
    args: { result },
    ...(scheme === undefined || from < 0 || record.generated
      ? {}
      : { fixes: [replacement(record.zone, place, scheme + result, `Write ${scheme}${result}`, false)] }),
  };
}
