import type { Report, Write } from './report.ts';

/** One object: `{ files, summary }`, a finding a line. */
export function writeJson({ files, summary }: Report, write: Write): void {
  write('{"files":[');
  files.forEach(({ file, zone, findings }, k) => {
    write(`${k === 0 ? '' : ','}\n{"file":${JSON.stringify(file)},"zone":${JSON.stringify(zone)},"findings":[`);
    findings.forEach((finding, n) => write(`${n === 0 ? '' : ','}\n ${JSON.stringify(finding)}`));
    write(']}');
  });
  write(`\n],"summary":${JSON.stringify(summary)}}\n`);
}
