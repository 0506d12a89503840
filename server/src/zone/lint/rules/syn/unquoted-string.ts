import { replaceSpan } from '../../fix.ts';
import { defineRule, eachRecord } from '../../rule.ts';

/** Fields that are character-strings, or take their place. */
const strings: Readonly<Record<string, readonly string[]>> = { CAA: ['value'], HINFO: ['cpu', 'os'], NAPTR: ['flags', 'services', 'regexp'] };

export default defineRule({
  meta: {
    code: 'syn/unquoted-string', severity: 'hint', profile: 'all', source: 'RFC 1035 §5.1', fix: 'safe',
    summary: 'A string of a CAA, HINFO or NAPTR record without quotation marks.',
    messages: { plain: '{text} is a string and stands without quotation marks: BIND, NSD and Knot take it, PowerDNS refuses the record. Put it in quotation marks.' },
  },
  on: eachRecord(['CAA', 'HINFO', 'NAPTR']),
  *check(record, context) {
    if (record.broken || record.generated || record.writtenAsOctets) return;
    const plain = (strings[record.mnemonic] ?? []).flatMap(name => {
      const at = record.span(name), text = record.source(at);
      return record.field(name) === undefined || text === '' || text.startsWith('"') ? [] : [{ at, text }];
    });
    const [first] = plain;
    if (first === undefined) return;
    yield {
      message: 'plain', at: first.at, args: { text: first.text },
      ...(plain.some(({ text }) => /[\\"]/.test(text)) ? {} : { fixes: [{ title: 'Put it in quotation marks', safe: true, edits: () => plain.map(({ at, text }) => replaceSpan(context.zone, at, `"${text}"`)) }] }),
    };
  },
});
