/** check_host() of RFC 7208 §4, over any resolver. Never throws; recursion, look-ups and time are bounded. */

import { encode } from '../../text/utf8.ts';
import { lookupName } from '../dns/resolver.ts';
import type { Resolver } from '../dns/resolver.ts';
import { parseAddress, unmapped } from './syntax/address.ts';
import { explanationText } from './explanation.ts';
import { deepestInclude, longestCheck, mostLookups, mostVoidLookups } from './limits.ts';
import { matchMechanism, namesForeignLocalPart, targetName } from './mechanisms.ts';
import type { Matched } from './mechanisms.ts';
import { parseSpf } from './syntax/parse.ts';
import { spfTexts } from './spf-texts.ts';
import type { Mechanism, Modifier, Qualifier, SpfRecord, SpfTerm } from './syntax/spf-record.ts';
import { ask, beginStep, endStep, fromPlain, isStop, noTerm, spend, stopAt, walkOf } from './check-run.ts';
import type { CheckRun, Step, Stop } from './check-run.ts';
import type { SpfOptions, SpfRequest, SpfResult, SpfTrouble, SpfVerdict } from './verdict.ts';

const qualifierResults: Readonly<Record<Qualifier, SpfResult>> = {
  '+': 'pass',
  '-': 'fail',
  '~': 'softfail',
  '?': 'neutral',
};

export function checkHost(request: SpfRequest, resolver: Resolver, options: SpfOptions = {}): SpfVerdict {
  const ip = parseAddress(request.ip);
  if (ip === undefined) {
    const problem: SpfTrouble = {
      kind: 'ip',
      domain: '',
      message: `${request.ip} isn't an IP address, so there's nothing to check.`,
    };
    return { result: 'none', walk: [], lookups: 0, voidLookups: 0, problem };
  }
  const {
    receiver = 'unknown',
    lookupLimit = mostLookups,
    voidLimit = mostVoidLookups,
    timeLimit = longestCheck,
    clock = (): number => Date.now(),
  } = options;
  const identity = senderIdentity(request);
  const run: CheckRun = {
    resolver,
    ip: unmapped(ip),
    ...identity,
    options: { receiver, lookupLimit, voidLimit, timeLimit, clock },
    deadline: clock() + timeLimit,
    steps: [],
    lookups: 0,
    voidLookups: 0,
  };
  const evaluation = evaluate(run, stripDot(octets(request.domain ?? identity.senderDomain)), 0);
  const explanation =
    evaluation.result === 'fail' ? (explanationText(run, evaluation) ?? options.explanation) : undefined;
  return {
    result: evaluation.result,
    ...(explanation === undefined ? {} : { explanation }),
    ...(evaluation.matched === undefined ? {} : { matched: evaluation.matched }),
    walk: walkOf(run),
    lookups: run.lookups,
    voidLookups: run.voidLookups,
    ...(evaluation.problem === undefined ? {} : { problem: evaluation.problem }),
  };
}

/** UTF-8 as one character per octet. */
function octets(text: string): string {
  return Array.from(encode(text), (octet) => String.fromCharCode(octet)).join('');
}

function stripDot(name: string): string {
  return name.endsWith('.') ? name.slice(0, -1) : name;
}

/** Without a sender it is postmaster at the HELO name (§2.4); without a local part it is postmaster (§4.3). */
function senderIdentity(request: SpfRequest): Pick<CheckRun, 'sender' | 'localPart' | 'senderDomain' | 'helo'> {
  const helo = octets(request.helo);
  const sender = octets(request.sender);
  const at = sender.lastIndexOf('@');
  const localPart = at > 0 ? sender.slice(0, at) : 'postmaster';
  const senderDomain = stripDot(sender === '' ? helo : sender.slice(at + 1));
  return { sender: `${localPart}@${senderDomain}`, localPart, senderDomain, helo: stripDot(helo) };
}

interface Evaluation {
  readonly result: SpfResult;
  readonly problem?: SpfTrouble;
  readonly matched?: string;
  /** Where the record that decided was found, and its `exp`. */
  readonly domain: string;
  readonly depth: number;
  readonly exp?: Modifier;
}

function evaluate(run: CheckRun, domain: string, depth: number): Evaluation {
  const step = beginStep(run, { depth, domain, kind: 'record' }, noTerm);
  const found = findRecord(run, step);
  if ('result' in found) {
    endStep(run, step, found.result === 'none' ? 'result' : 'error', found.problem?.message ?? '', found.result);
    return found;
  }
  const evaluation = evaluateRecord(run, { ...found, depth, domain });
  endStep(
    run,
    step,
    isError(evaluation.result) ? 'error' : 'result',
    `The record of ${domain} says ${evaluation.result}.`,
    evaluation.result,
  );
  return evaluation;
}

function isError(result: SpfResult): boolean {
  return result === 'temperror' || result === 'permerror';
}

function stopped(step: Step, { stop, problem }: Stop): Evaluation {
  return { result: stop, problem, domain: step.domain, depth: step.depth };
}

/** Initial processing, look-up, selection and syntax (§4.3 to §4.6). */
function findRecord(run: CheckRun, step: Step): Evaluation | { readonly record: SpfRecord } {
  const { domain, depth } = step;
  const none = (kind: SpfTrouble['kind'], message: string): Evaluation => ({
    result: 'none',
    problem: { kind, domain, message },
    domain,
    depth,
  });
  if (lookupName(domain) === undefined || !domain.includes('.'))
    return none('domain', `${domain === '' ? 'An empty name' : domain} isn't a domain name with two or more labels.`);
  if (depth > deepestInclude)
    return stopped(step, stopAt(step, 'permerror', 'depth', 'Records include each other in an endless loop.'));
  // The first look-up decides between a record and none; only what terms ask for is void (§4.6.4).
  const answer = ask(run, step, fromPlain(domain), 'TXT', { countVoid: depth > 0 });
  if (isStop(answer)) return stopped(step, answer);
  const { texts, parsed } = spfTexts(answer.records);
  const [text] = texts;
  if (text === undefined) return none('no-record', `${domain} has no SPF record.`);
  if (texts.length > 1)
    return stopped(
      step,
      stopAt(
        step,
        'permerror',
        'several-records',
        `${domain} has ${texts.length} SPF records, so receivers use none of them.`,
      ),
    );
  const record = parsed ?? parseSpf(text);
  step.term = { start: 0, end: text.length, text };
  const [fault] = record.faults;
  if (fault === undefined) return { record };
  const term = record.terms.find((candidate) => candidate.faults.includes(fault));
  const at = term === undefined ? {} : { term: term.text };
  const message = `${term?.text ?? fault.text} in the record of ${domain} is invalid, so receivers reject the whole record.`;
  return {
    result: 'permerror',
    problem: { kind: 'syntax', domain, ...at, start: fault.start, end: fault.end, message },
    domain,
    depth,
  };
}

interface Place {
  readonly record: SpfRecord;
  readonly domain: string;
  readonly depth: number;
}

/** Mechanisms from left to right, then `redirect`, then neutral (§4.6.2, §4.6.3, §4.7). */
function evaluateRecord(run: CheckRun, place: Place): Evaluation {
  const { record, domain, depth } = place;
  const exp = record.exp === undefined ? {} : { exp: record.exp };
  for (const mechanism of record.mechanisms) {
    const step = beginStep(run, { depth, domain, kind: 'mechanism' }, mechanism);
    const matched =
      mechanism.known === 'include' ? include(run, step, mechanism) : matchMechanism(run, step, mechanism);
    if (isStop(matched)) {
      endStep(run, step, 'error', matched.problem.message, matched.stop);
      return stopped(step, matched);
    }
    const result = matched.matches ? qualifierResults[mechanism.qualifier] : undefined;
    endStep(run, step, matched.matches ? 'match' : 'no-match', matched.detail, result);
    if (result !== undefined) return { result, matched: mechanism.text, domain, depth, ...exp };
  }
  if (record.redirect !== undefined) return redirect(run, place, record.redirect);
  const step = beginStep(run, { depth, domain, kind: 'default' }, noTerm);
  endStep(run, step, 'result', 'No mechanism matches, and there is no redirect.', 'neutral');
  return { result: 'neutral', domain, depth, ...exp };
}

/** The table of §5.2. */
function include(run: CheckRun, step: Step, mechanism: Mechanism): Matched | Stop {
  const target = countedTarget(run, step, mechanism);
  if (target === undefined)
    return { matches: false, detail: `The local part isn't ASCII, so it can't be part of a name.` };
  if (typeof target !== 'string') return target;
  const inner = evaluate(run, target, step.depth + 1);
  if (inner.result === 'none') {
    return stopAt(step, 'permerror', 'include-none', `${target} has no SPF record to include.`, target);
  }
  if (inner.result === 'temperror' || inner.result === 'permerror') return innerStop(step, inner.result, inner);
  return { matches: inner.result === 'pass', detail: `The record of ${target} says ${inner.result}.` };
}

function innerStop(step: Step, result: Stop['stop'], inner: Evaluation): Stop {
  return { stop: result, problem: inner.problem ?? { kind: 'syntax', domain: step.domain, message: '' } };
}

/** Counts the term's look-ups; undefined where the local part forbids the name. */
function countedTarget(run: CheckRun, step: Step, term: SpfTerm): string | Stop | undefined {
  const limit = spend(run, step, term);
  if (limit !== undefined) return limit;
  return namesForeignLocalPart(run, term.domain) ? undefined : targetName(run, step, term.domain);
}

/** The other record decides alone, `exp` and all; to have none is an error (§6.1, §6.2). */
function redirect(run: CheckRun, place: Place, modifier: Modifier): Evaluation {
  const step = beginStep(run, { depth: place.depth, domain: place.domain, kind: 'redirect' }, modifier);
  const target = countedTarget(run, step, modifier) ?? '';
  const evaluation = typeof target === 'string' ? evaluate(run, target, place.depth + 1) : stopped(step, target);
  const outcome =
    evaluation.result === 'none'
      ? stopped(
          step,
          stopAt(
            step,
            'permerror',
            'redirect-none',
            `${typeof target === 'string' ? target : ''} has no SPF record to continue with.`,
          ),
        )
      : evaluation;
  endStep(
    run,
    step,
    isError(outcome.result) ? 'error' : 'result',
    outcome.problem?.message ?? `The record of ${String(target)} says ${outcome.result}.`,
    outcome.result,
  );
  return outcome;
}
