import { nearest } from '../../text/near-miss.ts';
import { collect } from '../grammar/problem.ts';
import type { MailFix, MailProblem, Report, Span } from '../grammar/problem.ts';
import { isHostName } from '../grammar/report-uri.ts';
import { replaceWith } from '../grammar/tag-fixes.ts';
import { maxMaxAge, mtaStsMatches } from './mta-sts-policy.ts';
import type { MtaStsPolicy, PolicyField } from './mta-sts-policy.ts';
import type { CodeOf } from '../../findings/codes/index.ts';

type PolicyReport = Report<CodeOf<'mtasts'>>;

const knownFields = ['version', 'mode', 'max_age', 'mx'] as const;
const isKnown = (name: string): boolean => knownFields.some((known) => known === name);

/**
 * What is wrong with a policy file, in the order of its text.
 *
 * @param mxHosts the exchange names of the domain's MX records, where they are known. Hosts that the policy lacks are told by `uncoveredHosts`.
 */
export function mtaStsPolicyProblems(policy: MtaStsPolicy, mxHosts?: readonly string[]): readonly MailProblem[] {
  const { report, problems } = collect<CodeOf<'mtasts'>>(),
    html = /^\s*<[^>\n]*>?/.exec(policy.text);
  if (html !== null || policy.text.trim() === '') {
    report(
      'mtasts/policy-version',
      html === null ? 'empty' : 'html',
      html === null ? { start: 0, end: 0 } : { start: html[0].search(/\S/), end: html[0].length },
    );
    return problems();
  }
  if (policy.text.startsWith('\ufeff')) {
    report(
      'mtasts/policy-line',
      'bom',
      { start: 0, end: 1 },
      {},
      { fix: replaceWith({ start: 0, end: 1 }, '', 'Remove the byte order mark') },
    );
    return problems();
  }
  for (const field of policy.fields) lineProblems(policy, field, report);
  versionProblem(policy, report);
  modeProblem(policy, report);
  maxAgeProblem(policy, report);
  mxProblems(policy, report);
  if (mxHosts !== undefined && mxHosts.length > 0 && isInForce(policy))
    for (const field of policy.mx) unmatched(policy, field, mxHosts, report);
  if (policy.lineEnding === 'lf' || policy.lineEnding === 'mixed') {
    const at = policy.text.search(/(?<!\r)\n/);
    report('mtasts/policy-line-ending', 'lf', { start: at, end: at + 1 });
  }
  return problems();
}

function removeLine(policy: MtaStsPolicy, field: PolicyField, safe: boolean): MailFix {
  const ending = /^\r?\n/.exec(policy.text.slice(field.end))?.[0].length ?? 0;
  return { title: 'Remove the line', safe, edits: [{ start: field.start, end: field.end + ending, text: '' }] };
}

function lineProblems(policy: MtaStsPolicy, field: PolicyField, report: PolicyReport): void {
  const { text } = policy;
  const { name, nameSpan, colon } = field;
  if (colon < 0) {
    report(
      'mtasts/policy-line',
      'noColon',
      field,
      { value: text.slice(field.start, field.end).slice(0, 40) },
      { fix: removeLine(policy, field, false) },
    );
    return;
  }
  if (text[colon] === '=') {
    report(
      'mtasts/policy-line',
      'equals',
      { start: colon, end: colon + 1 },
      { name },
      { fix: replaceWith({ start: colon, end: colon + 1 }, ': ', 'Write a colon') },
    );
    return;
  }
  if (nameSpan.start > field.start || nameSpan.end < colon) {
    const edits = [
      { start: field.start, end: nameSpan.start, text: '' },
      { start: nameSpan.end, end: colon, text: '' },
    ].filter((edit) => edit.start < edit.end);
    report(
      'mtasts/policy-line',
      'space',
      edits[0] ?? field,
      {},
      { fix: { title: 'Remove the white space', safe: true, edits } },
    );
  }
  if (field.duplicateOf >= 0)
    report('mtasts/duplicate', 'policy', nameSpan, { name }, { fix: removeLine(policy, field, true) });
  else if (!isKnown(name)) unknownField(policy, field, report);
}

function unknownField(policy: MtaStsPolicy, field: PolicyField, report: PolicyReport): void {
  const { name, nameSpan } = field;
  const free = knownFields.filter((known) => known === 'mx' || policy.fields.every((other) => other.name !== known));
  const lower = name.toLowerCase().replace(/-/g, '_');
  const near =
    free.find((known) => known === lower) ??
    nearest(
      lower,
      free.filter((known) => known.length > 2),
      2,
    );
  if (near === undefined)
    report('mtasts/policy-unknown', 'ignored', nameSpan, { name }, { fix: removeLine(policy, field, false) });
  else report('mtasts/policy-line', 'name', nameSpan, { name, expected: near }, { fix: replaceWith(nameSpan, near) });
}

/** Where a missing field is told: the first line, or the empty file. */
const top = (policy: MtaStsPolicy): Span => {
  const [first] = policy.fields;
  return first === undefined ? { start: 0, end: policy.text.length } : { start: first.start, end: first.end };
};

/** A field that somebody tried to write has a finding of its own. */
const attempted = (policy: MtaStsPolicy, name: string): boolean =>
  policy.fields.some(
    (field) => nearest(field.name.toLowerCase().replace(/-/g, '_'), [name], name.length > 2 ? 2 : 0) !== undefined,
  );

const valueOrLine = (field: PolicyField): Span => (field.value === '' ? field : field.valueSpan);

function versionProblem(policy: MtaStsPolicy, report: PolicyReport): void {
  const { version } = policy;
  if (version === undefined) {
    if (attempted(policy, 'version')) return;
    const fix: MailFix = {
      title: 'Add "version: STSv1"',
      safe: true,
      edits: [{ start: 0, end: 0, text: 'version: STSv1\r\n' }],
    };
    report('mtasts/policy-version', 'missing', top(policy), {}, { fix });
  } else if (version.value !== 'STSv1') {
    report(
      'mtasts/policy-version',
      'bad',
      valueOrLine(version),
      { value: version.value },
      { fix: replaceWith(version.valueSpan, 'STSv1') },
    );
  }
}

function modeProblem(policy: MtaStsPolicy, report: PolicyReport): void {
  const { modeField, mode } = policy;
  if (modeField === undefined) {
    if (!attempted(policy, 'mode')) report('mtasts/policy-mode', 'missing', top(policy));
  } else if (mode === undefined) {
    const { value } = modeField;
    const meant =
      value.toLowerCase() === 'report'
        ? 'testing'
        : nearest(value, ['enforce', 'testing', 'none'], Math.min(2, Math.floor(value.length / 3)));
    const extras = meant === undefined ? {} : { fix: replaceWith(modeField.valueSpan, meant) };
    report('mtasts/policy-mode', 'bad', valueOrLine(modeField), { value }, extras);
  }
}

function maxAgeProblem(policy: MtaStsPolicy, report: PolicyReport): void {
  const { maxAgeField: field, maxAge } = policy;
  if (field === undefined) {
    if (!attempted(policy, 'max_age')) report('mtasts/policy-max-age', 'missing', top(policy));
    return;
  }
  const at = valueOrLine(field);
  const { value } = field;
  if (maxAge === undefined) report('mtasts/policy-max-age', 'bad', at, { value });
  else if (maxAge > maxMaxAge)
    report('mtasts/policy-max-age', 'large', at, { value }, { fix: replaceWith(at, String(maxMaxAge)) });
  // While a policy is withdrawn (mode none), a short life is what RFC 8461 §8.3 asks for.
  else if (maxAge < 86_400 && policy.mode === 'enforce')
    report(
      'mtasts/policy-max-age',
      'small',
      at,
      { value },
      { severity: 'warning', fix: { ...replaceWith(at, '604800'), safe: false } },
    );
}

function mxProblems(policy: MtaStsPolicy, report: PolicyReport): void {
  const { mode, mx } = policy;
  if (mx.length === 0 && mode !== undefined && mode !== 'none' && !attempted(policy, 'mx')) {
    const equals = policy.fields.some((field) => /^mx\b/i.test(field.name));
    if (!equals) report('mtasts/policy-mx', 'missing', top(policy), { mode });
  }
  for (const field of mx) mxProblem(policy, field, report);
}

function mxProblem(policy: MtaStsPolicy, field: PolicyField, report: PolicyReport): void {
  const { value, valueSpan } = field,
    at = valueOrLine(field);
  switch (mxFault(value)) {
    case 'list': {
      const lines = mxParts(value)
        .map((part) => `mx: ${part}`)
        .join(lineEndingAfter(policy, field));
      report(
        'mtasts/policy-mx',
        'list',
        at,
        { value },
        { fix: replaceWith({ start: field.start, end: field.end }, lines, 'One line for each host') },
      );
      break;
    }
    case 'ip':
      report('mtasts/policy-mx', 'ip', at, { value });
      break;
    case 'syntax': {
      // A dot in front, as in cookies, was the pattern of early drafts.
      const extras =
        value.startsWith('.') && isHostName(value.slice(1)) ? { fix: replaceWith(valueSpan, `*${value}`) } : {};
      report('mtasts/policy-mx', 'syntax', at, { value }, extras);
      break;
    }
    case undefined:
      if (value.endsWith('.'))
        report(
          'mtasts/policy-mx',
          'dot',
          at,
          { value },
          { severity: 'warning', fix: replaceWith(valueSpan, value.slice(0, -1)) },
        );
  }
}

const mxParts = (value: string): readonly string[] => value.split(/[\s,;]+/).filter((part) => part !== '');

/** Why no host can match a pattern. */
function mxFault(value: string): 'list' | 'ip' | 'syntax' | undefined {
  if (mxParts(value).length > 1) return 'list';
  if (/^\[?[\d.]+\]?$|^\[?[0-9a-f:]*:[0-9a-f:.]*\]?$/i.test(value)) return 'ip';
  return isHostName(value.replace(/^\*\./, '')) ? undefined : 'syntax';
}

const lineEndingAfter = (policy: MtaStsPolicy, field: PolicyField): string =>
  policy.text.slice(field.end).startsWith('\n') ? '\n' : '\r\n';

/** Whether senders hold MX hosts against the policy. */
const isInForce = ({ mode }: MtaStsPolicy): boolean => mode !== undefined && mode !== 'none';

function unmatched(policy: MtaStsPolicy, field: PolicyField, mxHosts: readonly string[], report: PolicyReport): void {
  const { value } = field;
  if (mxFault(value) !== undefined || mxHosts.some((host) => mtaStsMatches(value, host))) return;
  report(
    'mtasts/policy-mx-unmatched',
    'pattern',
    valueOrLine(field),
    { value },
    { severity: 'information', fix: removeLine(policy, field, false) },
  );
}

/**
 * The MX hosts that no mx line of a policy in force names. None where a line is broken, which has a finding of its own.
 * `fix` edits the policy's text: whether host or policy is wrong, a person has to say.
 */
export function uncoveredHosts(
  policy: MtaStsPolicy,
  mxHosts: readonly string[],
): readonly { readonly host: string; readonly fix: MailFix }[] {
  const { mx } = policy,
    last = mx.at(-1);
  if (last === undefined || !isInForce(policy) || mx.some(({ value }) => mxFault(value) !== undefined)) return [];
  return mxHosts
    .filter((host) => !mx.some((field) => mtaStsMatches(field.value, host)))
    .map((host) => {
      const line = `mx: ${host.toLowerCase().replace(/\.$/, '')}`;
      return {
        host,
        fix: {
          title: `Add "${line}" to the policy`,
          safe: false,
          edits: [{ start: last.end, end: last.end, text: `${lineEndingAfter(policy, last)}${line}` }],
        },
      };
    });
}

/** What stands and is missing around a domain's MTA-STS. */
export interface MtaStsFacts {
  readonly domain: string;
  readonly hasRecord: boolean;
  /** Whether `mta-sts.DOMAIN` has an address or an alias; undefined where it is not known. */
  readonly hasHost: boolean | undefined;
  readonly hasMx: boolean;
  readonly hasTlsRpt: boolean;
}

export type MtaStsDomainFinding = {
  readonly code: 'mtasts/no-host' | 'mtasts/no-mx' | 'mtasts/no-tlsrpt';
  readonly message: string;
  readonly args: Readonly<Record<string, string>>;
};

/** What the names around a domain show together. A host `mta-sts` without the record may be anything, so it is only a hint for a mail domain. */
export function mtaStsDomainFindings(facts: MtaStsFacts): readonly MtaStsDomainFinding[] {
  const { domain } = facts;
  const host = `mta-sts.${domain}`;
  const owner = `_mta-sts.${domain}`;
  const findings: MtaStsDomainFinding[] = [];
  if (facts.hasRecord && facts.hasHost === false)
    findings.push({ code: 'mtasts/no-host', message: 'host', args: { host } });
  if (!facts.hasRecord && facts.hasHost === true && facts.hasMx)
    findings.push({ code: 'mtasts/no-host', message: 'record', args: { host, owner } });
  if (facts.hasRecord && !facts.hasMx) findings.push({ code: 'mtasts/no-mx', message: 'noMx', args: { domain } });
  if (facts.hasRecord && !facts.hasTlsRpt)
    findings.push({ code: 'mtasts/no-tlsrpt', message: 'noReports', args: { domain } });
  return findings;
}
