import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Code } from '../../../findings/codes/index.ts';

interface Timers {
  readonly refresh: number;
  readonly retry: number;
  readonly expire: number;
  readonly minimum: number;
}

interface TimerRule {
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
const rows = {
  'soa/retry-ge-refresh': {
    field: 'retry',
    wrong: ({ retry, refresh }) => retry > refresh && refresh > 0,
    better: ({ refresh }) => Math.max(1, Math.floor(refresh / 4)),
  },
  'soa/expire-short': {
    field: 'expire',
    wrong: ({ expire, refresh, retry }) => expire < refresh + retry,
    better: () => 1209600,
  },
  'soa/zero-timer': {
    field: 'refresh',
    wrong: ({ refresh }) => refresh === 0,
    better: () => 7200,
  },
  'soa/minimum-high': {
    field: 'minimum',
    wrong: ({ minimum }) => minimum > 86400,
    better: () => 10800,
  },
  'soa/minimum-low': {
    field: 'minimum',
    wrong: ({ minimum }) => minimum < 300,
    better: () => 3600,
  },
  'soa/refresh-low': {
    field: 'refresh',
    wrong: ({ refresh }) => refresh > 0 && refresh < 1200,
    better: () => 3600,
  },
  'soa/refresh-high': {
    field: 'refresh',
    wrong: ({ refresh }) => refresh > 86400,
    better: () => 43200,
  },
  'soa/retry-low': {
    field: 'retry',
    wrong: ({ retry, refresh }) => retry < 180 && retry < refresh,
    better: () => 900,
  },
  'soa/expire-low': {
    field: 'expire',
    wrong: ({ expire, refresh, retry }) =>
      expire < 604800 && expire >= refresh + retry && (expire === 0 || expire > LARGEST_WITHOUT_UNIT),
    better: () => 1209600,
  },
  'soa/unit-missing': {
    field: 'expire',
    wrong: ({ expire }) => expire > 0 && expire <= LARGEST_WITHOUT_UNIT,
    better: () => 1209600,
  },
  'soa/expire-high': {
    field: 'expire',
    wrong: ({ expire }) => expire > 3628800,
    better: () => 2419200,
  },
} as const satisfies Partial<Record<Code, TimerRule>>;

export default Object.entries<TimerRule>(rows).map(([code, row]) =>
  check({
    reports: code as keyof typeof rows,
    on: eachRecord(['SOA']),
    *run(soa, context) {
      if (soa.broken) return;
      const timers: Timers = {
        refresh: soa.number('refresh'),
        retry: soa.number('retry'),
        expire: soa.number('expire'),
        minimum: soa.number('minimum'),
      };
      // Nobody looks a catalog up, and it must not expire (RFC 9432 §4); stock zones such as those of RFC 7534 §3.4 have no secondaries.
      if (!row.wrong(timers) || context.zone.purpose.isCatalog || context.zone.purpose.isSink) return;
      const at = soa.span(row.field),
        better = row.better(timers);
      yield {
        said: {
          code: code as keyof typeof rows,
          message: 'time',
          args: { value: timers[row.field], refresh: timers.refresh },
        },
        at,
        ...(soa.fields.length === 0
          ? {}
          : { fixes: [replacement(soa.zone, at, String(better), `Use ${better} seconds`, false)] }),
      };
    },
  }),
);
