import { hostName, mailboxName } from '../kinds/names.ts';
import { unsigned } from '../kinds/numbers.ts';
import { seconds } from '../kinds/seconds.ts';
import type { RecordType } from '../fields/record-type.ts';

export const SOA: RecordType = {
  mnemonic: 'SOA',
  code: 6,
  status: 'current',
  source: 'RFC 1035 §3.3.13',
  summary: 'Marks the apex of the zone and sets how secondaries keep it up to date.',
  fields: [
    { name: 'mname', kind: hostName, target: true, summary: 'The primary name server of this zone.' },
    {
      name: 'rname',
      kind: mailboxName,
      summary: 'The mailbox of the person responsible, with the first dot in place of the "@".',
    },
    {
      name: 'serial',
      kind: unsigned(4, 'soa/serial-range'),
      summary: 'The version of the zone; it must increase with every change (RFC 1982).',
    },
    { name: 'refresh', kind: seconds, summary: 'How often secondaries check whether the serial has increased.' },
    {
      name: 'retry',
      kind: seconds,
      summary: `How long secondaries wait before retrying if the primary didn't answer.`,
    },
    {
      name: 'expire',
      kind: seconds,
      summary: 'How long secondaries keep answering for the zone without contact to the primary.',
    },
    {
      name: 'minimum',
      kind: seconds,
      summary: `How long resolvers cache that a name or a type doesn't exist (RFC 2308 §4).`,
    },
  ],
  missing: missingField,
  example: 'example.com. 3600 IN SOA ns1.example.com. hostmaster.example.com. 2024010101 7200 3600 1209600 3600',
  singleton: true,
};

const isNumber = (text: string): boolean => /^\d/.test(text) && !text.includes('.');
/** Seconds: no zone expires sooner, and nothing else is later. A serial by date is greater than any of them. */
const SHORTEST_EXPIRE = 3 * 86_400,
  SERIAL_BY_DATE = 1_000_000_000;

/** By what people write: two names, a serial that is mostly a date, and an expire that is by far the longest time. */
function missingField(texts: readonly string[]): number {
  if (texts.length !== 6) return texts.length;
  if (isNumber(texts[1] ?? '')) return 1;
  const numbers = texts.slice(2).map((text) => (/^\d+$/.test(text) ? Number(text) : NaN));
  const [first = 0, second = 0, third = 0, fourth = 0] = numbers;
  if (numbers.some(Number.isNaN)) return 6;
  if (first < SERIAL_BY_DATE && third >= SHORTEST_EXPIRE && third > first && third > fourth) return 2;
  return first >= SERIAL_BY_DATE && third >= SHORTEST_EXPIRE && third > second && fourth <= third ? 4 : 6;
}
