import { ROOT } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../model/record-view.ts';
import { defineFamily, eachRecord } from '../../rule.ts';
import type { RuleContext } from '../../context.ts';
import type { Draft, RuleMeta } from '../../rule.ts';

const A = 1, AAAA = 28, SRV = 33, NAPTR = 35;

const metas: readonly RuleMeta[] = [
  {
    code: 'naptr/both', severity: 'warning', source: 'RFC 3403 §4.1', summary: 'A NAPTR record with a substitution and a replacement, or with neither.',
    messages: {
      both: 'This record has a substitution and a replacement, which exclude each other: clients take it for an error and ignore it. Write "" in place of the substitution, or "." in place of {target}.',
      neither: 'This record has neither a substitution nor a replacement, so it leads nowhere. Fill in one of the two.',
    },
  },
  {
    code: 'naptr/flags', severity: 'warning', source: 'RFC 3404 §4.3', summary: 'NAPTR flags other than S, A, U, P or none.',
    messages: { unknown: 'The flags are "{flags}"; known are "S", "A", "U" and "P", one at most, or none: clients ignore a record with flags that they do not know.' },
  },
  {
    code: 'naptr/flag-target', severity: 'warning', source: 'RFC 3404 §4.3', summary: 'What a NAPTR record leads to does not fit its flag.',
    messages: {
      uri: 'With the flag "U" the result is a URI, which only a substitution can make, but this record has the replacement {target}. Write the substitution, or use the flag "S" or "A".',
      srv: 'With the flag "S" clients ask for SRV records of {target}, and this zone has none there. Add them, or name the right service.',
      address: 'With the flag "A" clients ask for addresses of {target}, and this zone has none there. Add them, or name the right host.',
      naptr: 'Without a flag clients ask for NAPTR records of {target}, and this zone has none there. Add the flag "S" or "A" if SRV or address records are meant.',
    },
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
});

/** A character-string field without its length octet. */
const text = (record: RecordView, field: string): string => String.fromCharCode(...(record.field(field)?.octets ?? new Uint8Array(0)).subarray(1));

function* target(record: RecordView, flag: string, context: RuleContext): Iterable<Draft> {
  const at = record.span('replacement'), args = { target: context.show(record.target) };
  if (flag === 'U') { yield { code: 'naptr/flag-target', message: 'uri', at, args }; return; }
  const wanted = flag === 'S' ? [SRV] : flag === 'A' ? [A, AAAA] : flag === '' ? [NAPTR] : [];
  if (wanted.length === 0 || !context.zone.apexKnown) return;
  const answers = wanted.map(type => context.lookup(record.target, type).status);
  if (answers.every(status => status === 'no-name' || status === 'no-data')) yield { code: 'naptr/flag-target', message: flag === 'S' ? 'srv' : flag === 'A' ? 'address' : 'naptr', at, args };
}
