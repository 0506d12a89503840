import { describeKey, dkimKey, dkimProblems, isDkim, parseDkim } from '../dkim/dkim.ts';
import type { DkimRecord } from '../dkim/dkim.ts';
import { problemText, severityOf } from '../grammar/problem.ts';
import { providerOfDkimTarget } from '../providers/providers.ts';
import { counted, shown, worstState } from './step.ts';
import type { MailStep, StepRecord, StepState, Walk } from './step.ts';

/** The keys below `_domainkey`. Which of them signs, and whether another domain's does, only the mail shows. */
export function dkimStep(walk: Walk): MailStep {
  const {
      domain,
      facts: { selectors },
    } = walk,
    name = shown(domain);
  if (selectors === undefined)
    return {
      kind: 'dkim',
      state: 'unknown',
      title: 'DKIM',
      reason: `No zone here contains _domainkey.${name}.`,
      steps: [],
    };
  if (selectors.length === 0)
    return {
      kind: 'dkim',
      state: 'unknown',
      title: 'No DKIM key',
      reason: `${name} has no DKIM key here, and forwarded mail passes DMARC by its signature only.`,
      steps: [],
    };
  const found = selectors.map((selector) => selectorStep(walk, selector)),
    steps = found.map(({ step }) => step),
    [first] = steps,
    state = worstState(steps.map((step) => step.state));
  const tell = (how: StepState, title: string, reason: string): MailStep => ({
    kind: 'dkim',
    state: how,
    title,
    reason,
    steps,
    ...(first?.record === undefined ? {} : { record: first.record }),
  });
  if (found.every(({ revoked }) => revoked))
    return tell(
      'unknown',
      'No DKIM key',
      `${found.length === 1 ? 'The only selector' : 'Every selector'} of ${name} is revoked, and forwarded mail passes DMARC by its signature only.`,
    );
  return tell(
    state,
    `DKIM, ${counted(selectors.length, 'selector')}`,
    state === 'bad'
      ? 'Signatures with a broken selector fail.'
      : `Receivers find ${counted(selectors.length, 'selector')} of ${name}.`,
  );
}

interface Selector {
  readonly step: MailStep;
  readonly revoked: boolean;
}

function selectorStep({ domain, resolver }: Walk, selector: string): Selector {
  const name = `${selector}._domainkey.${domain}`,
    [alias] = resolver.lookup(name, 'CNAME').records,
    { status, records } = resolver.lookup(name, 'TXT');
  const texts = records.map((strings) => strings.join('')),
    meant = texts.filter(isDkim),
    text = meant[0] ?? texts[0];
  const record: StepRecord = { name, type: alias === undefined ? 'TXT' : 'CNAME' };
  const tell = (state: StepState, reason: string, revoked = false): Selector => ({
    step: { kind: 'selector', state, title: `Selector ${selector}`, reason, record, steps: [] },
    revoked,
  });
  if (status === 'unknown' && alias !== undefined) {
    const provider = providerOfDkimTarget(alias);
    return tell(
      'unknown',
      `It's an alias of ${shown(alias)}${provider === undefined ? '' : `, where ${provider.name} keeps the key`}, which no zone here contains.`,
    );
  }
  if (text === undefined)
    return tell(
      status === 'unknown' ? 'unknown' : 'bad',
      status === 'unknown'
        ? 'No zone here contains it.'
        : alias === undefined
          ? 'It has no TXT record, so its signatures fail.'
          : `It's an alias of ${shown(alias)}, which has no key, so its signatures fail.`,
    );
  if (meant.length > 1) return tell('bad', `It has ${meant.length} keys, and receivers pick any of them.`);
  const parsed = parseDkim(text),
    key = dkimKey(parsed),
    worst = worstProblem(parsed);
  if (key.kind === 'revoked') return tell('good', `${describeKey(key)}.`, true);
  return worst === undefined ? tell('good', `${describeKey(key)}.`) : tell(worst.state, worst.text);
}

function worstProblem(record: DkimRecord): { readonly state: StepState; readonly text: string } | undefined {
  const problems = dkimProblems(record);
  for (const [severity, state] of [
    ['error', 'bad'],
    ['warning', 'doubtful'],
  ] as const) {
    const problem = problems.find((one) => severityOf(one) === severity);
    if (problem !== undefined) return { state, text: problemText(problem) };
  }
  return undefined;
}
