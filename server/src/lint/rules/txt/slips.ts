import type { RecordId } from '../../../zone/records/record-table.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { Draft } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const LF = 10, SPACE = 32, QUOTE = 34, AMPERSAND = 38, OPEN = 40, CLOSE = 41, DASH = 45, SEMICOLON = 59, BACKSLASH = 92;

const metas: readonly RuleMeta[] = [
  {
    code: 'txt/published-backslash', severity: 'hint', profile: 'strict', source: 'RFC 1035 §5.1', fix: 'unsafe', summary: 'Published backslash before a semicolon',
    messages: { twice: 'The published text has a backslash before ";" (it was escaped twice), which corrupts the value.' },
  },
  {
    code: 'txt/empty-tag', severity: 'hint', profile: 'strict', source: 'practice', fix: 'unsafe', summary: 'Empty tag between two semicolons',
    messages: { empty: `There's nothing between two semicolons, and some programs reject the whole list.` },
  },
  {
    code: 'txt/html-entity', severity: 'information', source: 'practice', fix: 'unsafe', summary: 'HTML entity in a text',
    messages: { entity: `{entity} means {character} only in HTML; here it's published as is.` },
  },
  {
    code: 'txt/escaped-letter', severity: 'information', profile: 'strict', source: 'RFC 1035 §5.1', fix: 'unsafe', summary: 'Programming-language escape in a text',
    messages: { letter: `\\{letter} isn't a {meant} in a zone file: the server publishes just the letter {letter}.` },
  },
  {
    code: 'txt/private-key', severity: 'warning', source: 'RFC 6781 §3.4.3', summary: 'Private key in a TXT record',
    messages: { pem: 'This is a private key: anyone can look it up here and sign in your name.' },
  },
];

/** Entities of HTML that copied texts have, and what to write for them between quotation marks. */
const entities: Readonly<Record<string, readonly [string, string]>> = { amp: ['&', '&'], quot: ['a quotation mark', '\\"'], lt: ['<', '<'], gt: ['>', '>'], apos: ["'", "'"], '#39': ["'", "'"], '#34': ['a quotation mark', '\\"'], nbsp: ['a space', ' '] };

/** Lists of tags that have rules of their own are left to those. */
const ofMail = /^\s*v\s*=\s*(?:spf|dkim|dmarc|sts|tlsrpt|bimi)/i;
const mailLabels: ReadonlySet<string> = new Set(['_dmarc', '_domainkey', '_mta-sts', '_tls', '_bimi', '_report']);

/** What went wrong with single characters of a text, and with semicolons in a list of tags such as `v=…; id=…`. */
export default defineFamily(metas, eachRecord(['TXT'], { when: mayHaveSlip }), function* (record) {
  const { text } = record, { joined } = text;
  if (record.broken) return;
  for (const { index, 0: entity, 1: name } of joined.matchAll(/&(amp|quot|lt|gt|apos|nbsp|#39|#34);/g)) {
    const [character, written] = entities[name!]!, at = text.span(index, index + entity.length);
    yield { code: 'txt/html-entity', message: 'entity', at, args: { entity, character }, ...(record.generated ? {} : { fixes: [{ title: `Write ${character}`, safe: false, edits: () => [replaceSpan(record.zone, at, written)] }] }) };
  }
  yield* escapedLetters(record);
  const key = /-----BEGIN [A-Z ]*PRIVATE KEY-----/.exec(joined);
  if (key !== null) yield { code: 'txt/private-key', message: 'pem', at: text.span(key.index, key.index + key[0].length) };
  if (!/^[a-z][\w-]*=/i.test(joined) || ofMail.test(joined) || isOfMail(record)) return;
  for (const { index } of joined.matchAll(/\\;/g)) yield draft(record, 'txt/published-backslash', 'twice', index, index + 1, 'Remove the backslash');
  for (const { index } of joined.matchAll(/;\s*(?=;)/g)) yield draft(record, 'txt/empty-tag', 'empty', index, index + 1, 'Remove the semicolon');
});

/** What programming languages mean by a backslash and a letter, and its octet. */
const escapes: Readonly<Record<string, readonly [string, string]>> = { n: ['line break', '010'], r: ['carriage return', '013'], t: ['tab', '009'] };

function* escapedLetters(record: RecordView): Iterable<Draft> {
  for (const { start, end } of record.text.strings) {
    for (const { index, 1: letter } of record.source({ record: record.id, start, end }).matchAll(/\\(?:[^nrt]|([nrt]))/gs)) {
      if (letter === undefined) continue;
      const [meant, octet] = escapes[letter]!, at = { record: record.id, start: start + index, end: start + index + 2 };
      yield { code: 'txt/escaped-letter', message: 'letter', at, args: { letter, meant, octet }, ...(record.generated ? {} : { fixes: [{ title: `Write \\\\${letter}`, safe: false, edits: () => [replaceSpan(record.zone, at, `\\\\${letter}`)] }] }) };
    }
  }
}

function draft(record: RecordView, code: string, message: string, from: number, to: number, title: string): Draft {
  const at = record.text.span(from, to);
  return { code, message, at, ...(record.generated ? {} : { fixes: [{ title, safe: false, edits: () => [replaceSpan(record.zone, at, '')] }] }) };
}

/** Asked for every TXT record: whether two semicolons, an escaped backslash and a semicolon, an ampersand, two dashes or an escaped letter stand in one of its strings. */
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
        if (octet === AMPERSAND || (octet === DASH && last === DASH)) return true;
        if (octet === SEMICOLON && (last === SEMICOLON || last === BACKSLASH)) return true;
        if (octet === BACKSLASH) {
          const escaped = bytes[++i];
          if (escaped === 110 || escaped === 114 || escaped === 116) return true;
          last = escaped === BACKSLASH ? BACKSLASH : 0;
        }
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
