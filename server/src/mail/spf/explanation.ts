/** The domain's own words about a `fail` (RFC 7208 §6.2). Whatever goes wrong here, the result stands. */

import { expandDomain, expandMacros } from './expand.ts';
import type { MacroValues } from './expand.ts';
import { macroFaults, parseMacroString } from './syntax/macro-syntax.ts';
import { macroValues, namesForeignLocalPart, validatedName } from './mechanisms.ts';
import type { Modifier } from './syntax/spf-record.ts';
import { ask, beginStep, endStep, fromPlain, isStop } from './check-run.ts';
import type { CheckRun, Step } from './check-run.ts';

/** Look-ups for an explanation come after the check and count towards no limit (§4.6.4). */
const uncounted = { countVoid: false, tolerant: true };

/** `exp` is that of the record that decided; undefined where it has none, or none that can be used. */
export function explanationText(
  run: CheckRun,
  decided: { readonly domain: string; readonly depth: number; readonly exp?: Modifier },
): string | undefined {
  const { exp, domain, depth } = decided;
  if (exp?.domain === undefined) return undefined;
  const step = beginStep(run, { depth, domain, kind: 'exp' }, exp);
  const values = macroValues(run, domain, () => {
    const name = validatedName(run, step, uncounted);
    return typeof name === 'string' ? name : 'unknown';
  });
  const foreign = namesForeignLocalPart(run, exp.domain);
  const text = foreign ? undefined : fetchExplanation(run, step, expandDomain(exp.domain, values), values);
  endStep(run, step, 'result', text ?? 'There is no usable explanation.');
  return text;
}

/** Exactly one TXT record, and its grammar kept. */
function fetchExplanation(run: CheckRun, step: Step, target: string, values: MacroValues): string | undefined {
  const answer = ask(run, step, fromPlain(target), 'TXT', uncounted);
  if (isStop(answer) || answer.records.length !== 1) return undefined;
  const macros = parseMacroString(answer.records[0]?.join('') ?? '', 0, 'exp-text');
  return macroFaults(macros, ' ').length > 0 ? undefined : expandMacros(macros, values);
}
