import { printableJson } from '../../hosts/node/printable.ts';
import type { Report, Write } from './report.ts';

/** One object: `{ files, summary }`, a finding a line. */
export function writeJson({ files, summary }: Report, write: Write): void {
  write('{"files":[');
  files.forEach(({ file, zone, findings }, k) => {
    write(`${k === 0 ? '' : ','}\n{"file":${printableJson(file)},"zone":${printableJson(zone)},"findings":[`);
    findings.forEach((finding, n) => write(`${n === 0 ? '' : ','}\n ${printableJson(finding)}`));
    write(']}');
  });
  write(`\n],"summary":${printableJson(summary)}}\n`);
}
