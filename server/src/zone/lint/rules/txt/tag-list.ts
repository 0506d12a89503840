import type { RecordId } from '../../../records/record-table.ts';
import type { RecordView } from '../../../model/record-view.ts';
import type { Zone } from '../../../model/zone.ts';
import { replaceSpan } from '../../fix.ts';
import { defineFamily, eachRecord } from '../../rule.ts';
import type { Draft, RuleMeta } from '../../rule.ts';

const LF = 10, SPACE = 32, QUOTE = 34, OPEN = 40, CLOSE = 41, SEMICOLON = 59, BACKSLASH = 92;

const metas: readonly RuleMeta[] = [
  {
    code: 'txt/published-backslash', severity: 'hint', profile: 'strict', source: 'RFC 1035 §5.1', fix: 'unsafe', summary: 'A backslash before a semicolon that is published with it.',
    messages: { twice: 'Two backslashes are one in the published text, so a backslash stands before ";" there: it was escaped twice, and programs take it for part of the value before it. In quotation marks ";" needs none.' },
  },
  {
    code: 'txt/empty-tag', severity: 'hint', profile: 'strict', source: 'practice', fix: 'unsafe', summary: 'Two semicolons in a row in a list of tags.',
    messages: { empty: 'There is nothing between two ";": some programs refuse the whole list. Remove one, or fill in what is missing.' },
  },
];

/** Lists of tags that have rules of their own are left to those. */
const ofMail = /^\s*v\s*=\s*(?:spf|dkim|dmarc|sts|tlsrpt|bimi)/i;
const mailLabels: ReadonlySet<string> = new Set(['_dmarc', '_domainkey', '_mta-sts', '_tls', '_bimi', '_report']);

/** What went wrong with semicolons in a list of tags such as `v=…; id=…`. */
export default defineFamily(metas, eachRecord(['TXT'], { when: mayHaveSlip }), function* (record) {
  const { text } = record, { joined } = text;
  if (record.broken || !/^[a-z][\w-]*=/i.test(joined) || ofMail.test(joined) || isOfMail(record)) return;
  for (const { index } of joined.matchAll(/\\;/g)) yield draft(record, 'txt/published-backslash', 'twice', index, index + 1, 'Remove the backslash');
  for (const { index } of joined.matchAll(/;\s*(?=;)/g)) yield draft(record, 'txt/empty-tag', 'empty', index, index + 1, 'Remove the semicolon');
});

function draft(record: RecordView, code: string, message: string, from: number, to: number, title: string): Draft {
  const at = record.text.span(from, to);
  return { code, message, at, ...(record.generated ? {} : { fixes: [{ title, safe: false, edits: () => [replaceSpan(record.zone, at, '')] }] }) };
}

/** Asked for every TXT record: whether two semicolons, or an escaped backslash and a semicolon, stand in one of its strings. */
function mayHaveSlip(zone: Zone, record: RecordId): boolean {
  const { bytes } = zone.blockOf(record).chunk;
  let depth = 0, last = 0;
  for (let i = zone.records.offset[record]!; i < bytes.length; i++) {
    const c = bytes[i]!;
    if (c === OPEN) depth++;
    else if (c === CLOSE) depth--;
    else if (c === BACKSLASH) i++;
    else if (c === SEMICOLON) while (i + 1 < bytes.length && bytes[i + 1] !== LF) i++;
    else if (c === LF && depth <= 0) return false;
    else if (c === QUOTE) {
      for (i++; i < bytes.length && bytes[i] !== QUOTE && bytes[i] !== LF; i++) {
        const octet = bytes[i]!;
        if (octet === SEMICOLON && (last === SEMICOLON || last === BACKSLASH)) return true;
        if (octet === BACKSLASH) last = bytes[++i] === BACKSLASH ? BACKSLASH : 0;
        else if (octet !== SPACE || last !== SEMICOLON) last = octet;
      }
    }
  }
  return false;
}

function isOfMail({ zone, owner }: RecordView): boolean {
  for (let name = owner; name !== 0 && name !== zone.apex; name = zone.names.parent(name)) if (mailLabels.has(zone.names.label(name))) return true;
  return false;
}
