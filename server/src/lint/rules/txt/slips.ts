import type { RecordId } from '../../../zone/records/record-table.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Placed, Report } from '../../engine/check.ts';
import { BACKSLASH, CLOSE, LF, OPEN, QUOTE, SEMICOLON, SPACE } from '../../../text/octets.ts';

type Said = Report<
  'txt/published-backslash' | 'txt/empty-tag' | 'txt/html-entity' | 'txt/escaped-letter' | 'txt/private-key'
>;

const AMPERSAND = 38,
  DASH = 45;
/** Entities of HTML that copied texts have, and what to write for them between quotation marks. */
const entities: Readonly<Record<string, readonly [string, string]>> = {
  amp: ['&', '&'],
  quot: ['a quotation mark', '\\"'],
  lt: ['<', '<'],
  gt: ['>', '>'],
  apos: ["'", "'"],
  '#39': ["'", "'"],
  '#34': ['a quotation mark', '\\"'],
  nbsp: ['a space', ' '],
};

/** Lists of tags that have rules of their own are left to those. */
const ofMail = /^\s*v\s*=\s*(?:spf|dkim|dmarc|sts|tlsrpt|bimi)/i;
const mailLabels: ReadonlySet<string> = new Set(['_dmarc', '_domainkey', '_mta-sts', '_tls', '_bimi', '_report']);

/** What went wrong with single characters of a text, and with semicolons in a list of tags such as `v=…; id=…`. */
export default check({
  on: eachRecord(['TXT'], { when: mayHaveSlip }),
  reports: ['txt/published-backslash', 'txt/empty-tag', 'txt/html-entity', 'txt/escaped-letter', 'txt/private-key'],
  *run(record) {
    const { text } = record,
      { joined } = text;
    if (record.broken) return;
    for (const { index, 0: entity, 1: name } of joined.matchAll(/&(amp|quot|lt|gt|apos|nbsp|#39|#34);/g)) {
      const [character, written] = entities[name!]!,
        at = text.span(index, index + entity.length);
      yield {
        code: 'txt/html-entity',
        message: 'entity',
        at,
        args: { entity, character },
        fixes: [{ title: `Write ${character}`, safe: false, edits: () => [replaceSpan(record.zone, at, written)] }],
      };
    }
    yield* escapedLetters(record);
    const key = /-----BEGIN [A-Z ]*PRIVATE KEY-----/.exec(joined);
    if (key !== null)
      yield { code: 'txt/private-key', message: 'pem', at: text.span(key.index, key.index + key[0].length) };
    if (!/^[a-z][\w-]*=/i.test(joined) || ofMail.test(joined) || isOfMail(record)) return;
    for (const { index } of joined.matchAll(/\\;/g))
      yield {
        code: 'txt/published-backslash',
        message: 'twice',
        ...removal(record, index, index + 1, 'Remove the backslash'),
      };
    for (const { index } of joined.matchAll(/;\s*(?=;)/g))
      yield { code: 'txt/empty-tag', message: 'empty', ...removal(record, index, index + 1, 'Remove the semicolon') };
  },
});

/** What programming languages mean by a backslash and a letter, and its octet. */
const escapes: Readonly<Record<string, readonly [string, string]>> = {
  n: ['line break', '010'],
  r: ['carriage return', '013'],
  t: ['tab', '009'],
};

function* escapedLetters(record: RecordView): Iterable<Said> {
  for (const { start, end } of record.text.strings) {
    for (const { index, 1: letter } of record
      .source({ record: record.id, start, end })
      .matchAll(/\\(?:[^nrt]|([nrt]))/gs)) {
      if (letter === undefined) continue;
      const [meant, octet] = escapes[letter]!,
        at = { record: record.id, start: start + index, end: start + index + 2 };
      yield {
        code: 'txt/escaped-letter',
        message: 'letter',
        at,
        args: { letter, meant, octet },
        fixes: [
          { title: `Write \\\\${letter}`, safe: false, edits: () => [replaceSpan(record.zone, at, `\\\\${letter}`)] },
        ],
      };
    }
  }
}

function removal(record: RecordView, from: number, to: number, title: string): Placed {
  const at = record.text.span(from, to);
  return { at, fixes: [{ title, safe: false, edits: () => [replaceSpan(record.zone, at, '')] }] };
}

/** Asked for every TXT record: whether two semicolons, an escaped backslash and a semicolon, an ampersand, two dashes or an escaped letter stand in one of its strings. */
function mayHaveSlip(zone: Zone, record: RecordId): boolean {
  const { bytes } = zone.blockOf(record).chunk;
  let depth = 0,
    last = 0;
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
        } else if (octet !== SPACE || last !== SEMICOLON) last = octet;
      }
      // The line's end closes a string, too.
      if (bytes[i] === LF && depth <= 0) return false;
    }
  }
  return false;
}

function isOfMail({ zone, owner }: RecordView): boolean {
  for (let name = owner; name !== 0 && name !== zone.apex; name = zone.names.parent(name))
    if (mailLabels.has(zone.names.label(name))) return true;
  return false;
}
