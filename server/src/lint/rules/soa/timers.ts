import { replacement } from '../../kit/edits.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';
import type { Profile, Severity } from '../../../findings/rule-meta.ts';

interface Timers { readonly refresh: number; readonly retry: number; readonly expire: number; readonly minimum: number }

interface TimerRule {
  readonly severity: Severity;
  readonly profile: Profile;
  readonly source: string;
  readonly summary: string;
  readonly message: string;
  /** The field that is wrong. */
  readonly field: keyof Timers;
  /** Whether it is wrong; all in seconds. */
  readonly wrong: (timers: Timers) => boolean;
  /** A value that is right, in seconds. */
  readonly better: (timers: Timers) => number;
}

/** What somebody may write who thinks of hours or days: a year of them, and some. */
const LARGEST_WITHOUT_UNIT = 400;

/** What is wrong with an SOA's times, one rule each: RFC 1912 §2.2, RFC 2308 §5, RIPE-203. */
const rows: Readonly<Record<`soa/${string}`, TimerRule>> = {
  'soa/retry-ge-refresh': {
    severity: 'warning', profile: 'recommended', source: 'RFC 1912 §2.2', summary: 'The SOA retry time is not shorter than refresh.',
    message: 'Retry ({value}) is not shorter than refresh ({refresh}): after a failed check a secondary waits longer than before a good one. Use a fraction of refresh.',
    field: 'retry', wrong: ({ retry, refresh }) => retry >= refresh && refresh > 0, better: ({ refresh }) => Math.max(1, Math.floor(refresh / 4)),
  },
  'soa/expire-short': {
    severity: 'warning', profile: 'recommended', source: 'RFC 1912 §2.2', summary: 'The SOA expire time is shorter than refresh and retry together.',
    message: 'Expire ({value}) is shorter than refresh and retry together: a secondary gives the zone up before it has tried twice. RFC 1912 advises two to four weeks.',
    field: 'expire', wrong: ({ expire, refresh, retry }) => expire < refresh + retry, better: () => 1209600,
  },
  'soa/zero-timer': {
    severity: 'warning', profile: 'recommended', source: 'RFC 1912 §2.2', summary: 'An SOA refresh time of zero.',
    message: 'Refresh is 0, so secondaries would ask for this zone without a pause; servers put their own lower limit in its place. Use an hour or more.',
    field: 'refresh', wrong: ({ refresh }) => refresh === 0, better: () => 7200,
  },
  'soa/minimum-high': {
    severity: 'warning', profile: 'recommended', source: 'RFC 2308 §5', summary: 'Negative answers are cached for more than a day.',
    message: 'The last field ({value} seconds) says how long "no such name" is remembered: a name that you add today may be missing for that long. One to three hours work well.',
    field: 'minimum', wrong: ({ minimum }) => minimum > 86400, better: () => 10800,
  },
  'soa/minimum-low': {
    severity: 'information', profile: 'strict', source: 'RFC 2308 §5', summary: 'Negative answers are cached for less than five minutes.',
    message: 'The last field ({value} seconds) says how long "no such name" is remembered: with so little, every typing mistake in the world comes back to your servers.',
    field: 'minimum', wrong: ({ minimum }) => minimum < 300, better: () => 3600,
  },
  'soa/refresh-low': {
    severity: 'information', profile: 'strict', source: 'RFC 1912 §2.2', summary: 'Secondaries are told to check more often than every 20 minutes.',
    message: 'Refresh ({value} seconds) is below 20 minutes: secondaries ask very often. With NOTIFY an hour or more is enough.',
    field: 'refresh', wrong: ({ refresh }) => refresh > 0 && refresh < 1200, better: () => 3600,
  },
  'soa/refresh-high': {
    severity: 'information', profile: 'strict', source: 'RFC 1912 §2.2', summary: 'Secondaries are told to check less often than daily.',
    message: 'Refresh ({value} seconds) is more than a day: a secondary that misses a NOTIFY serves old data that long.',
    field: 'refresh', wrong: ({ refresh }) => refresh > 86400, better: () => 43200,
  },
  'soa/retry-low': {
    severity: 'information', profile: 'strict', source: 'RFC 1912 §2.2', summary: 'Secondaries are told to try again within three minutes.',
    message: 'Retry ({value} seconds) is below three minutes: an outage of the primary becomes a flood of questions.',
    field: 'retry', wrong: ({ retry, refresh }) => retry < 180 && retry < refresh, better: () => 900,
  },
  'soa/expire-low': {
    severity: 'information', profile: 'strict', source: 'RFC 1912 §2.2', summary: 'The zone expires after less than a week.',
    message: 'Expire ({value} seconds) is less than a week: when the primary is away that long, the secondaries stop answering, too. RFC 1912 advises two to four weeks.',
    field: 'expire', wrong: ({ expire, refresh, retry }) => expire < 604800 && expire >= refresh + retry && (expire === 0 || expire > LARGEST_WITHOUT_UNIT), better: () => 1209600,
  },
  'soa/unit-missing': {
    severity: 'warning', profile: 'recommended', source: 'RFC 1912 §2.2', summary: 'The zone expires after a few minutes: a unit may be missing.',
    message: 'Expire is {value} seconds: a secondary that does not reach the primary for so long stops answering for the zone. If days or weeks were meant, write the unit, as in 2w.',
    field: 'expire', wrong: ({ expire }) => expire > 0 && expire <= LARGEST_WITHOUT_UNIT, better: () => 1209600,
  },
  'soa/expire-high': {
    severity: 'information', profile: 'strict', source: 'RFC 1912 §2.2', summary: 'The zone expires after more than six weeks.',
    message: 'Expire ({value} seconds) is more than six weeks: a forgotten secondary answers with old data for that long.',
    field: 'expire', wrong: ({ expire }) => expire > 3628800, better: () => 2419200,
  },
};

export default Object.entries(rows).map(([code, row]) => defineRule({
  meta: { code: code as `soa/${string}`, severity: row.severity, profile: row.profile, source: row.source, summary: row.summary, messages: { time: row.message }, fix: 'unsafe' },
  on: eachRecord(['SOA']),
  *check(soa, context) {
    if (soa.broken) return;
    const timers: Timers = { refresh: soa.number('refresh'), retry: soa.number('retry'), expire: soa.number('expire'), minimum: soa.number('minimum') };
    // Nobody looks a catalog up, and it must not expire (RFC 9432 §4).
    if (!row.wrong(timers) || context.zone.purpose.isCatalog) return;
    const at = soa.span(row.field), better = row.better(timers);
    yield {
      message: 'time', at, args: { value: timers[row.field], refresh: timers.refresh },
      ...(soa.fields.length === 0 ? {} : { fixes: [replacement(soa.zone, at, String(better), `Use ${better} seconds`, false)] }),
    };
  },
}));
