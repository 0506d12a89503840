import { fileURLToPath } from 'node:url';
import { fillTemplate } from '../../findings/template.ts';
import type { Severity } from '../../findings/code.ts';
import { codeTable } from '../../findings/codes/index.ts';
import { placeOf } from '../../zone/model/span.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { RdataProblem } from '../../zone/rrtypes/fields/rdata.ts';

export interface ReadingProblem {
  readonly severity: Severity;
  readonly code: string;
  /** `file:line:column`, from 1. */
  readonly place: string;
  readonly message: string;
}

/** What was wrong with a zone's text when it was read, before any rule judges its records. */
export function readingProblems(zone: Zone): readonly ReadingProblem[] {
  return zone.blocks.flatMap((block) =>
    block === undefined
      ? []
      : block.problems.map((problem) => {
          const {
            uri,
            range: { start },
          } = placeOf(zone, { block, start: problem.start, end: problem.end });
          return {
            severity: severityOf(problem),
            code: problem.code,
            place: `${fileURLToPath(uri)}:${start.line + 1}:${start.character + 1}`,
            message: words(problem),
          };
        }),
  );
}

function severityOf({ code, message }: RdataProblem): Severity {
  const row = codeTable[code];
  return row.severities?.[message] ?? row.severity;
}

const words = ({ code, message, args }: RdataProblem): string =>
  fillTemplate(codeTable[code].messages[message] ?? code, args);
