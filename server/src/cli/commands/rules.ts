import { allCodes, codeTable } from '../../findings/codes/index.ts';
import { GOOD } from '../reports/exit-status.ts';
import { Output } from '../reports/output.ts';

export interface RulesOptions {
  readonly format: 'text' | 'json';
}

/** Lists every rule with its code, severity, profile, source, summary and kind of fix. */
export function rules({ format }: RulesOptions): number {
  const output = new Output();
  const rows = allCodes.map((code) => {
    const { severity, profile, source, summary, fix, bind, options } = codeTable[code];
    return {
      code,
      severity,
      profile: profile ?? 'recommended',
      source,
      summary,
      fix: fix ?? 'none',
      bind: bind ?? null,
      options: options ?? {},
    };
  });
  if (format === 'json') output.write(`${JSON.stringify(rows, undefined, 1)}\n`);
  else
    for (const line of table(
      rows.map(({ code, severity, profile, fix, source, summary }) => [
        code,
        severity,
        profile,
        fix === 'none' ? '' : `${fix} fix`,
        source,
        summary,
      ]),
    ))
      output.write(`${line}\n`);
  output.flush();
  return GOOD;
}

/** Rows with their columns under each other. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<readonly number[]>(
    (widest, row) => row.map((cell, k) => Math.max(widest[k] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, k) => cell.padEnd(widths[k] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
