/** The domain's own words about a `fail` (RFC 7208 §6.2). Whatever goes wrong here, the result stands. */

import { expandDomain, expandMacros } from './expand.ts';
import type { MacroValues } from './expand.ts';
import { macroFaults, parseMacroString } from './syntax/macro-syntax.ts';
import { macroValues, namesForeignLocalPart, validatedName } from './mechanisms.ts';
import type { Modifier } from './syntax/record.ts';
import { ask, beginStep, endStep, fromPlain, isStop } from './spf-session.ts';
import type { Session, Step } from './spf-session.ts';

/** Look-ups for an explanation come after the check and count towards no limit (§4.6.4). */
const uncounted = { countVoid: false, tolerant: true };

/** `exp` is that of the record that decided; undefined where it has none, or none that can be used. */
export function explanationText(
  session: Session,
  decided: { readonly domain: string; readonly depth: number; readonly exp?: Modifier },
): string | undefined {
  const { exp, domain, depth } = decided;
  if (exp?.domain === undefined) return undefined;
  const step = beginStep(session, { depth, domain, kind: 'exp' }, exp);
  const values = macroValues(session, domain, () => {
    const name = validatedName(session, step, uncounted);
    return typeof name === 'string' ? name : 'unknown';
  });
  const foreign = namesForeignLocalPart(session, exp.domain);
  const text = foreign ? undefined : fetchExplanation(session, step, expandDomain(exp.domain, values), values);
  endStep(session, step, 'result', text ?? 'There is no usable explanation.');
  return text;
}

/** Exactly one TXT record, and its grammar kept. */
function fetchExplanation(session: Session, step: Step, target: string, values: MacroValues): string | undefined {
  const answer = ask(session, step, fromPlain(target), 'TXT', uncounted);
  if (isStop(answer) || answer.records.length !== 1) return undefined;
  const macros = parseMacroString(answer.records[0]?.join('') ?? '', 0, 'exp-text');
  return macroFaults(macros, ' ').length > 0 ? undefined : expandMacros(macros, values);
}
