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
    severity: 'warning', profile: 'recommended', source: 'RFC 1912 §2.2', summary: 'SOA retry not shorter than refresh',
    message: 'Retry ({value}) should be shorter than refresh ({refresh}).',
    field: 'retry', wrong: ({ retry, refresh }) => retry >= refresh && refresh > 0, better: ({ refresh }) => Math.max(1, Math.floor(refresh / 4)),
  },
  'soa/expire-short': {
    severity: 'warning', profile: 'recommended', source: 'RFC 1912 §2.2', summary: 'SOA expire shorter than refresh plus retry',
    message: 'Expire ({value}) is shorter than refresh plus retry: one failed check can lose the zone.',
    field: 'expire', wrong: ({ expire, refresh, retry }) => expire < refresh + retry, better: () => 1209600,
  },
  'soa/zero-timer': {
    severity: 'warning', profile: 'recommended', source: 'RFC 1912 §2.2', summary: 'SOA refresh of 0',
    message: 'Refresh is 0, so secondaries would poll without a pause.',
    field: 'refresh', wrong: ({ refresh }) => refresh === 0, better: () => 7200,
  },
  'soa/minimum-high': {
    severity: 'warning', profile: 'recommended', source: 'RFC 2308 §5', summary: 'Negative answers cached for more than a day',
    message: 'Resolvers cache negative answers for {value} seconds: new names may stay missing that long.',
    field: 'minimum', wrong: ({ minimum }) => minimum > 86400, better: () => 10800,
  },
  'soa/minimum-low': {
    severity: 'information', profile: 'strict', source: 'RFC 2308 §5', summary: 'Negative answers cached for less than five minutes',
    message: 'Resolvers cache negative answers for only {value} seconds: every typo comes back to your servers.',
    field: 'minimum', wrong: ({ minimum }) => minimum < 300, better: () => 3600,
  },
  'soa/refresh-low': {
    severity: 'information', profile: 'strict', source: 'RFC 1912 §2.2', summary: 'SOA refresh under 20 minutes',
    message: 'Refresh ({value} seconds) is under 20 minutes, so secondaries poll very often.',
    field: 'refresh', wrong: ({ refresh }) => refresh > 0 && refresh < 1200, better: () => 3600,
  },
  'soa/refresh-high': {
    severity: 'information', profile: 'strict', source: 'RFC 1912 §2.2', summary: 'SOA refresh over a day',
    message: 'Refresh ({value} seconds) is over a day: a secondary that misses a NOTIFY serves old data.',
    field: 'refresh', wrong: ({ refresh }) => refresh > 86400, better: () => 43200,
  },
  'soa/retry-low': {
    severity: 'information', profile: 'strict', source: 'RFC 1912 §2.2', summary: 'SOA retry under three minutes',
    message: 'Retry ({value} seconds) is under three minutes: an outage of the primary causes a flood of queries.',
    field: 'retry', wrong: ({ retry, refresh }) => retry < 180 && retry < refresh, better: () => 900,
  },
  'soa/expire-low': {
    severity: 'information', profile: 'strict', source: 'RFC 1912 §2.2', summary: 'SOA expire under a week',
    message: 'Expire ({value} seconds) is under a week: secondaries stop answering after that long without the primary.',
    field: 'expire', wrong: ({ expire, refresh, retry }) => expire < 604800 && expire >= refresh + retry && (expire === 0 || expire > LARGEST_WITHOUT_UNIT), better: () => 1209600,
  },
  'soa/unit-missing': {
    severity: 'warning', profile: 'recommended', source: 'RFC 1912 §2.2', summary: 'SOA expire of a few minutes',
    message: 'Expire is only {value} seconds, so secondaries soon stop answering. Is a unit missing, as in 2w?',
    field: 'expire', wrong: ({ expire }) => expire > 0 && expire <= LARGEST_WITHOUT_UNIT, better: () => 1209600,
  },
  'soa/expire-high': {
    severity: 'information', profile: 'strict', source: 'RFC 1912 §2.2', summary: 'SOA expire over six weeks',
    message: 'Expire ({value} seconds) is over six weeks: a forgotten secondary serves old data that long.',
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
