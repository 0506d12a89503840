import { replacement } from '../../fix.ts';
import { defineRule, eachRecord } from '../../rule.ts';

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (n: number): string => String(n).padStart(2, '0');

/** The smallest serial of the form YYYYMMDDnn with a date that exists and a count of zero that is greater than one without. */
function nextDate(year: number, month: number, day: number): number {
  if (month < 1) return Number(`${year}010100`);
  if (month > 12) return Number(`${year + 1}010100`);
  if (day < 1) return Number(`${year}${two(month)}0100`);
  return month === 12 ? Number(`${year + 1}010100`) : Number(`${year}${two(month + 1)}0100`);
}

const format = defineRule({
  meta: {
    code: 'zone/serial-format', severity: 'warning', source: 'RFC 1912 §2.2', fix: 'unsafe',
    summary: 'A serial that looks like a date which does not exist.',
    messages: {
      noDate: 'The serial {serial} looks like a date and a count, but {date} does not exist. If the next serial is a real date and the smaller number, secondaries take the zone for old and miss the change. Use {next}.',
      dayFirst: 'The serial {serial} begins with the day: next month the number is smaller, and then secondaries stop fetching the zone. Begin with the year, as in 2026013101; for secondaries to notice, the new serial must count as greater (RFC 1982).',
    },
  },
  on: eachRecord(['SOA']),
  *check(soa) {
    if (soa.broken) return;
    const at = soa.span('serial'), serial = soa.print('serial');
    const dated = /^((?:19|20)\d\d)(\d\d)(\d\d)\d\d$/.exec(serial);
    if (dated !== null) {
      const year = Number(dated[1]), month = Number(dated[2]), day = Number(dated[3]);
      if (month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)) return;
      const next = String(nextDate(year, month, day));
      yield { message: 'noDate', at, args: { serial, date: `${dated[1]}-${dated[2]}-${dated[3]}`, next }, fixes: [replacement(soa.zone, at, next, `Use ${next}`, false)] };
    } else if (/^(?:0?[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])20\d\d\d\d$/.test(serial)) yield { message: 'dayFirst', at, args: { serial } };
  },
});

const zero = defineRule({
  meta: {
    code: 'zone/serial-zero', severity: 'information', profile: 'strict', source: 'practice', fix: 'unsafe',
    summary: 'The serial of the zone is 0.',
    messages: { zero: 'The serial is 0: some programs take that for "unset", and nobody can tell this zone from one that was never edited. Begin with 1, or with a date.' },
  },
  on: eachRecord(['SOA']),
  *check(soa) {
    if (soa.broken || soa.number('serial') !== 0) return;
    const at = soa.span('serial');
    yield { message: 'zero', at, fixes: [replacement(soa.zone, at, '1', 'Use 1', false)] };
  },
});

export default [format, zero];
