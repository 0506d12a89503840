import { baseName } from '../../config/paths/paths.ts';
import type { CodeRow } from '../../findings/code.ts';
import { codeTable } from '../../findings/codes/index.ts';
import { fillTemplate } from '../../findings/template.ts';
import type { ShownFinding } from './finding.ts';

/** So many that say the same word for word are shown one by one. */
const MOST_ALIKE = 3;
/** How many of the other places a joined finding leads to. */
const MOST_PLACES = 5;
const TEMPLATE_CODE = 'syn/template-left';

/** Endings by which the programs that fill templates in know them: Jinja, ERB, Go, autoconf, EJS, Mustache, EPP. */
const templateNames = /\.(?:j2|jinja2?|erb|epp|tmpl|tpl|gotmpl|template|in|ejs|mustache|hbs)$/i;
/** What only a program that fills templates in reads: loops and conditions of Jinja, ERB, Go and Mustache. */
const control = /^\{%|^<%|^\{\{-?\s*(?:#|range\b|if\b|end\b|with\b)/;

/**
 * What is shown of a file's findings: those that say the same word for word, or the same of one target, are one at the first place, with a count, since they have one cause;
 * and a template is one finding and no others, since only what fills it in makes a zone.
 * @param uri the file
 * @param findings all findings of the file that are left when its comments are heard
 * @param isWhole whether there are no more than these
 */
export function joinedFindings(
  uri: string,
  findings: readonly ShownFinding[],
  isWhole = true,
): readonly ShownFinding[] {
  const template = templateOf(uri, findings);
  return template === undefined ? joined(findings, isWhole) : [template];
}

function templateOf(uri: string, findings: readonly ShownFinding[]): ShownFinding | undefined {
  const variables = findings.filter(({ code }) => code === TEMPLATE_CODE).toSorted(inTextOrder),
    [first] = variables;
  if (first === undefined) return undefined;
  const isNamed = templateNames.test(baseName(uri)),
    variable = /^"(.*?)" /s.exec(first.message)?.[1] ?? '';
  if (
    !isNamed &&
    variables.length < 2 &&
    !control.test(variable) &&
    !findings.some(({ code }) => code === 'zone/no-soa')
  )
    return undefined;
  const whole = withOthers(first, variables.slice(1));
  if (!isNamed) return whole;
  const row: CodeRow = codeTable[TEMPLATE_CODE];
  return {
    ...whole,
    severity: row.severities?.['template'] ?? row.severity,
    message: fillTemplate(row.messages['template'] ?? row.summary, { text: variable }),
    related: first.related,
  };
}

function joined(findings: readonly ShownFinding[], isWhole: boolean): readonly ShownFinding[] {
  const groups = new Map<string, ShownFinding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.code} ${finding.cause ?? finding.message}`,
      group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  if (groups.size === findings.length) return findings;
  const shown = new Map<ShownFinding, ShownFinding>(),
    hidden = new Set<ShownFinding>();
  for (const group of groups.values()) {
    if (group.length <= MOST_ALIKE) continue;
    const [first, ...others] = group.toSorted(inTextOrder);
    shown.set(first!, withOthers(first!, others, isWhole));
    for (const other of others) hidden.add(other);
  }
  return hidden.size === 0
    ? findings
    : findings.filter((finding) => !hidden.has(finding)).map((finding) => shown.get(finding) ?? finding);
}

function withOthers(first: ShownFinding, others: readonly ShownFinding[], isWhole = true): ShownFinding {
  if (others.length === 0) return first;
  return {
    ...first,
    message: `${first.message} (and ${isWhole ? '' : 'at least '}${others.length} more like it)`,
    related: [
      ...first.related,
      ...others.slice(0, MOST_PLACES).map(({ place }) => ({ place, message: 'The same again' })),
    ],
  };
}

function inTextOrder(
  {
    place: {
      range: { start: a },
    },
  }: ShownFinding,
  {
    place: {
      range: { start: b },
    },
  }: ShownFinding,
): number {
  return a.line - b.line || a.character - b.character;
}
