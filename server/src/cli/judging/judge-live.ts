import { Outside } from '../../live/outside/outside.ts';
import { asking } from '../input/live-input.ts';
import type { Inputs } from '../input/zone-input.ts';
import { tell } from '../process/tell.ts';
import type { Progress } from '../process/progress.ts';
import type { ReportedFile, ReportedFinding } from '../reports/report.ts';
import { timeText } from '../reports/live.ts';
import { wholeZones } from '../zones/zone-run.ts';
import { ZoneJudge } from './judge-zones.ts';
import type { JudgedZone, Judging } from './judge-zones.ts';

/** Judges zones with the DNS for what no file holds. A finding that isn't there without it says so, and when the DNS was asked. */
export async function judgeLive(
  { zones }: Inputs,
  judging: Judging,
  { dnsServer }: { readonly dnsServer: readonly string[] },
  progress: Progress,
): Promise<readonly JudgedZone[]> {
  const whole = wholeZones(zones, judging.options);
  const judge = (options: Judging['options']): readonly JudgedZone[] => {
    const judge = new ZoneJudge(whole, { ...judging, options });
    return whole.map((_, index) => {
      progress.update('Checking zone', index + 1, whole.length);
      return judge.judge(index);
    });
  };
  const offline = judge(judging.options),
    outside = new Outside(asking(dnsServer).recursor, Date.now);
  const online = await outside.complete(() => judge({ ...judging.options, beyond: outside })),
    { source } = outside;
  progress.end();
  if (source === undefined) return offline;
  tell(`Live: ${source.names} names asked of ${source.who}, ${timeText(source.asked)}.`);
  const known = new Set(
    offline.flatMap(({ files }) => files.flatMap((file) => file.findings.map((one) => keyOf(file, one)))),
  );
  return online.map((zone) => ({
    ...zone,
    files: zone.files.map((file) => ({
      ...file,
      findings: file.findings.map((finding) =>
        known.has(keyOf(file, finding)) ? finding : rested(finding, source.asked),
      ),
    })),
  }));
}

const keyOf = ({ file, zone }: ReportedFile, { code, message, range }: ReportedFinding): string =>
  JSON.stringify([file, zone, code, message, range]);

/** A finding that rests on live answers. */
function rested(finding: ReportedFinding, asked: number): ReportedFinding {
  return {
    ...finding,
    message: `${finding.message} (live DNS, asked ${timeText(asked)})`,
    live: new Date(asked).toISOString(),
  };
}
