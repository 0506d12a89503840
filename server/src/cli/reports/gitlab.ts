import { createHash } from 'node:crypto';
import { printable, printableJson } from '../../hosts/node/printable.ts';
import type { Severity } from '../../findings/code.ts';
import type { Report, Write } from './report.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

/** A Code Quality report of GitLab, which shows findings in merge requests. */
export function writeGitlab({ files }: Report, write: Write): void {
  const known = new Map<string, number>(),
    entries: string[] = [];
  for (const { file, zone, findings } of files) {
    for (const {
      code,
      severity,
      message,
      range: { start, end },
    } of findings) {
      // GitLab tells new findings from old ones by the fingerprint, which must not change when lines move.
      const key = JSON.stringify([file, zone, code, message]),
        nth = known.get(key) ?? 0;
      known.set(key, nth + 1);
      entries.push(
        printableJson({
          description: printable(message),
          check_name: code,
          fingerprint: createHash('sha256').update(`${key}${nth}`).digest('hex'),
          severity: severities[severity],
          location: { path: file, lines: { begin: start.line + 1, end: end.line + 1 } },
        }),
      );
    }
  }
  write(`[${entries.map((entry, k) => `${k === 0 ? '' : ','}\n${entry}`).join('')}\n]\n`);
}
