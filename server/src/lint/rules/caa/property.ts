import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Span } from '../../../zone/model/span.ts';
import { CAA_TAGS } from '../../../zone/rrtypes/kinds/caa-tag.ts';
import { nearest } from '../../../text/near-miss.ts';
import { replaceSpan, replacement } from '../../kit/edits.ts';
import type { Fix } from '../../../findings/fix.ts';
import { isOwnDomain, issueValue, issuerMeant, ordinaryTag } from '../../kit/caa-value.ts';
import type { IssueProblem } from '../../kit/caa-value.ts';
import { check, eachRecord } from '../../engine/check.ts';
import type { Relayed, Report } from '../../engine/check.ts';

type Said = Report<
  | 'caa/flags-odd'
  | 'caa/tag-unknown'
  | 'caa/critical-unknown'
  | 'caa/issue-syntax'
  | 'caa/issue-unknown-ca'
  | 'caa/issue-own-domain'
  | 'caa/issue-parameter'
  | 'caa/iodef-url'
  | 'caa/contact-syntax'
>;

const CRITICAL = 128;
/** What one CAA record says: RFC 8659 §4. */
export default check({
  on: eachRecord(['CAA'], { when: (zone, record) => ordinaryTag(zone, record) === undefined }),
  reports: [
    'caa/flags-odd',
    'caa/tag-unknown',
    'caa/critical-unknown',
    'caa/issue-syntax',
    'caa/issue-unknown-ca',
    'caa/issue-own-domain',
    'caa/issue-parameter',
    'caa/iodef-url',
    'caa/contact-syntax',
  ],
  *run(record) {
    if (record.broken) return;
    const flags = record.number('flags'),
      tag = record.print('tag'),
      lower = tag.toLowerCase(),
      known = lower in CAA_TAGS;
    if (flags !== 0 && flags !== CRITICAL) {
      const at = record.span('flags');
      yield {
        code: 'caa/flags-odd',
        message: 'odd',
        at,
        args: { flags },
        ...fixes(
          record,
          [0, CRITICAL].map((value) => replacement(record.zone, at, String(value), `Write ${value}`, false)),
        ),
      };
    }
    if (!known) yield unknownTag(record, tag, flags);
    if (lower === 'issue' || lower === 'issuewild' || lower === 'issuemail' || lower === 'issuevmc')
      yield* issue(record, lower);
    else if (lower === 'iodef') yield* iodef(record);
    else if (lower === 'contactemail' || lower === 'contactphone') yield* contact(record, lower);
  },
});

const fixes = (record: RecordView, list: readonly Fix[]): Pick<Said, 'fixes'> =>
  record.generated ? {} : { fixes: list };

function unknownTag(record: RecordView, tag: string, flags: number): Said {
  const at = record.span('tag'),
    near = nearest(tag, Object.keys(CAA_TAGS), 2);
  const fix = near === undefined ? {} : fixes(record, [replacement(record.zone, at, near, `Write ${near}`, false)]);
  if ((flags & CRITICAL) !== 0) return { code: 'caa/critical-unknown', message: 'blocked', at, args: { tag }, ...fix };
  return near === undefined
    ? { code: 'caa/tag-unknown', message: 'unknown', at, args: { tag }, severity: 'information' }
    : { code: 'caa/tag-unknown', message: 'near', at, args: { tag, near }, ...fix };
}

/** The value, and the place of a part of it: all of it where escapes make the parts hard to find. */
function valueIn(record: RecordView): { readonly text: string; at(from: number, to: number): Span } {
  const view = record.field('value'),
    text = String.fromCharCode(...(view?.octets ?? [])),
    span = view?.span ?? record.rdataSpan,
    source = record.source(span);
  const quoted = source.startsWith('"') ? 1 : 0,
    plain = source.length === text.length + 2 * quoted;
  return {
    text,
    at: (from, to) =>
      plain && to > from ? { ...span, start: span.start + quoted + from, end: span.start + quoted + to } : span,
  };
}

function* issue(record: RecordView, tag: string): Iterable<Said | Relayed> {
  const value = valueIn(record),
    found = issueValue(value.text);
  for (const problem of found.problems) yield problemDraft(record, value.at(problem.start, problem.end), problem, tag);
  if (found.problems.length > 0 || found.domain === undefined) return;
  const domain = found.domain.text.toLowerCase();
  if (isOwnDomain(record.zone, domain)) {
    yield {
      code: 'caa/issue-own-domain',
      message: 'own',
      at: value.at(found.domain.start, found.domain.end),
      args: { domain, tag },
    };
    return;
  }
  const near = issuerMeant(domain),
    at = value.at(found.domain.start, found.domain.end);
  if (near !== undefined)
    yield {
      code: 'caa/issue-unknown-ca',
      message: 'near',
      at,
      args: { domain: found.domain.text, near },
      ...fixes(record, [replacement(record.zone, at, near, `Write ${near}`, false)]),
    };
}

function problemDraft(
  record: RecordView,
  at: Span,
  { code, message, args, instead }: IssueProblem,
  tag: string,
): Relayed {
  return {
    said: { code, message, args: { tag, ...args } },
    at,
    ...(instead === undefined
      ? {}
      : fixes(record, [
          { title: `Write ${instead}`, safe: false, edits: () => [replaceSpan(record.zone, at, instead)] },
        ])),
  };
}

function* iodef(record: RecordView): Iterable<Said> {
  const { text, at } = valueIn(record),
    place = at(0, text.length);
  if (/^(?:mailto:[^@\s]+@[^@\s]+|https?:\/\/[^\s/]+)/i.test(text)) return;
  if (/^[^@\s:]+@[^@\s:]+$/.test(text))
    yield {
      code: 'caa/iodef-url',
      message: 'mail',
      at: place,
      args: { value: text },
      ...fixes(record, [
        {
          title: 'Add mailto: in front',
          safe: true,
          edits: () => [replaceSpan(record.zone, { ...place, end: place.start }, 'mailto:')],
        },
      ]),
    };
  else yield { code: 'caa/iodef-url', message: 'scheme', at: record.span('value'), args: { value: text } };
}

function* contact(record: RecordView, tag: 'contactemail' | 'contactphone'): Iterable<Said> {
  const { text, at } = valueIn(record),
    place = at(0, text.length);
  if (tag === 'contactphone') {
    if (!/^\+?[\d\s().;a-z=-]{5,}$/i.test(text) || !/\d{3}/.test(text))
      yield { code: 'caa/contact-syntax', message: 'phone', at: place, args: { value: text } };
    return;
  }
  if (/^mailto:/i.test(text))
    yield {
      code: 'caa/contact-syntax',
      message: 'url',
      at: place,
      args: { value: text },
      ...fixes(record, [
        { title: 'Remove mailto:', safe: true, edits: () => [replaceSpan(record.zone, at(0, 'mailto:'.length), '')] },
      ]),
    };
  else if (!/^[^@\s]+@[^@\s]+$/.test(text))
    yield { code: 'caa/contact-syntax', message: 'mail', at: place, args: { value: text } };
}
