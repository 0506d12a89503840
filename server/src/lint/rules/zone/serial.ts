import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { RecordCheck } from '../../engine/check.ts';

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (n: number): string => String(n).padStart(2, '0');

/** The smallest serial of the form YYYYMMDDnn with a date that exists and a count of zero that is greater than one without. */
function nextDate(year: number, month: number, day: number): number {
  if (month < 1) return Number(`${year}010100`);
  if (month > 12) return Number(`${year + 1}010100`);
  if (day < 1) return Number(`${year}${two(month)}0100`);
  return month === 12 ? Number(`${year + 1}010100`) : Number(`${year}${two(month + 1)}0100`);
}

/** Name servers of providers that count serials in their own way: Cloudflare's begin with 20 to 23, and are no dates. */
const providers =
  /\.(?:ns\.cloudflare\.com|awsdns-\d+\.(?:com|net|org|co\.uk)|azure-dns\.(?:com|net|org|info)|googledomains\.com|nsone\.net)\.$/i;

const format = check({
  on: eachRecord(['SOA']),
  reports: 'zone/serial-format',
  *run(soa) {
    if (soa.broken) return;
    const at = soa.span('serial'),
      serial = soa.print('serial');
    const dated = /^((?:19|20)\d\d)(\d\d)(\d\d)\d\d$/.exec(serial);
    if (dated !== null) {
      const year = Number(dated[1]),
        month = Number(dated[2]),
        day = Number(dated[3]);
      if (month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)) return;
      // With other numbers in their places it's a counter.
      if (month > 31 || day > 31 || providers.test(soa.print('mname'))) return;
      const next = String(nextDate(year, month, day));
      yield {
        message: 'noDate',
        at,
        args: { serial, date: `${dated[1]}-${dated[2]}-${dated[3]}`, next },
        fixes: [replacement(soa.zone, at, next, `Use ${next}`, false)],
      };
    } else if (/^(?:0?[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])20\d\d\d\d$/.test(serial))
      yield { message: 'dayFirst', at, args: { serial } };
  },
});

const zero = check({
  on: eachRecord(['SOA']),
  reports: 'zone/serial-zero',
  *run(soa) {
    if (soa.broken || soa.number('serial') !== 0) return;
    const at = soa.span('serial');
    yield { message: 'zero', at, fixes: [replacement(soa.zone, at, '1', 'Use 1', false)] };
  },
});

const short = check({
  on: eachRecord(['SOA']),
  reports: 'zone/serial-short',
  *run(soa) {
    const serial = soa.print('serial'),
      dated = /^(20\d\d)(\d\d)(\d\d)$/.exec(serial);
    if (soa.broken || dated === null) return;
    const [year, month, day] = dated.slice(1).map(Number) as [number, number, number],
      next = `${serial}00`,
      at = soa.span('serial');
    if (month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))
      yield {
        message: 'noCount',
        at,
        args: { serial, next },
        fixes: [replacement(soa.zone, at, next, `Use ${next}`, false)],
      };
  },
});

const DAY = 86400,
  YEAR = 366 * DAY;

/** Whether a serial that is a date lies ahead by a time, in seconds. */
const ahead = (code: 'zone/serial-ahead' | 'zone/serial-future', isAhead: (seconds: number) => boolean): RecordCheck =>
  check({
    reports: code,
    on: eachRecord(['SOA'], { when: (_zone, _record, _name, { now }) => now !== undefined }),
    *run(soa, { settings: { now } }) {
      if (soa.broken || now === undefined) return;
      const serial = soa.print('serial'),
        dated = /^(2[0-2]\d\d)(\d\d)(\d\d)\d\d$/.exec(serial);
      if (dated === null) return;
      const [year, month, day] = dated.slice(1).map(Number) as [number, number, number],
        seconds = Date.UTC(year, month - 1, day) / 1000 - now;
      if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || !isAhead(seconds)) return;
      yield {
        code,
        message: 'ahead',
        at: soa.span('serial'),
        args: { serial, date: `${dated[1]}-${dated[2]}-${dated[3]}`, days: Math.ceil(seconds / DAY) },
      };
    },
  });

const soon = ahead('zone/serial-ahead', (seconds) => seconds > DAY && seconds <= YEAR);

const late = ahead('zone/serial-future', (seconds) => seconds > YEAR);

export default [format, zero, short, soon, late];
