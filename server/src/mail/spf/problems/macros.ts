/** Percent signs that begin no good macro (RFC 7208 §7.1). */

import { parseMacroString } from '../syntax/macro-syntax.ts';
import { readable } from '../syntax/readable.ts';
import type { Fault } from '../syntax/spf-record.ts';
import { fixOf, replace } from './spf-edits.ts';
import type { SpfReport } from './spf-edits.ts';

/** `after` is what stands in the term from the fault on. */
export function macroProblem(fault: Fault, after: string, report: SpfReport): void {
  const found = readable(fault.text);
  const [part] = parseMacroString(fault.text, fault.start).parts;
  switch (part?.kind === 'bad' ? part.reason : undefined) {
    case 'stray-percent':
      strayProblem(fault, after, report);
      break;
    case 'unclosed':
      report('spf/macro-syntax', 'unclosed', fault, { found });
      break;
    case 'letter':
      report('spf/macro-syntax', 'letter', fault, { found });
      break;
    case 'zero':
      report('spf/macro-syntax', 'zero', fault, { found });
      break;
    case 'exp-only':
      report('spf/macro-syntax', 'expOnly', fault, { found });
      break;
    default:
      report('spf/macro-syntax', 'transformer', fault, { found }, reorderFix(fault));
      break;
  }
}

function strayProblem(fault: Fault, after: string, report: SpfReport): void {
  const parentheses = /^%\(([slodipvh]\d*r?[-.+,/_=]*)\)/i.exec(after);
  if (parentheses !== null) {
    const at = { start: fault.start, end: fault.start + parentheses[0].length };
    const expected = `%{${parentheses[1] ?? ''}}`;
    report(
      'spf/macro-syntax',
      'parentheses',
      at,
      { found: parentheses[0], expected },
      fixOf(`Replace with ${expected}`, true, replace(at, expected)),
    );
    return;
  }
  const at = { start: fault.start, end: fault.start + Math.min(2, after.length) };
  report(
    'spf/macro-syntax',
    'stray',
    at,
    { found: readable(after.slice(0, 2)) },
    fixOf('Write %% for a literal percent sign', false, replace(fault, '%%')),
  );
}

/** `%{dr2}` for `%{d2r}`. */
function reorderFix(fault: Fault): ReturnType<typeof fixOf> | Record<string, never> {
  const match = /^%\{([slodipvh])r([1-9]\d*)([-.+,/_=]*)\}$/i.exec(fault.text);
  if (match === null) return {};
  const expected = `%{${match[1] ?? ''}${match[2] ?? ''}r${match[3] ?? ''}}`;
  return fixOf(`Replace with ${expected}`, true, replace(fault, expected));
}
