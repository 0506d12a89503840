import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Span } from '../../../zone/model/span.ts';
import { CAA_TAGS } from '../../../zone/rrtypes/kinds/caa-tag.ts';
import { nearest } from '../../../text/near-miss.ts';
import { replaceSpan, replacement } from '../../kit/edits.ts';
import type { Fix } from '../../../findings/fix.ts';
import { isOwnDomain, issueValue, issuerMeant, ordinaryTag } from '../../kit/caa-value.ts';
import type { IssueProblem } from '../../kit/caa-value.ts';
import { defineFamily, eachRecord } from '../../engine/rule.ts';
import type { Draft } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const CRITICAL = 128;

const metas: readonly RuleMeta[] = [
  {
    code: 'caa/flags-odd', severity: 'warning', source: 'RFC 8659 §4.1', fix: 'unsafe', summary: 'CAA flags other than 0 and 128',
    messages: { odd: 'CAA flags of {flags} are meaningless: only 128 ("critical") is defined.' },
  },
  {
    code: 'caa/tag-unknown', severity: 'warning', source: 'RFC 8659 §4.1', fix: 'unsafe', summary: 'Unknown CAA tag',
    messages: {
      near: `{tag} isn't a known tag, so certificate authorities ignore this record; did you mean {near}?`,
      unknown: `{tag} isn't a known tag, so certificate authorities ignore this record.`,
    },
    severities: { unknown: 'information' },
  },
  {
    code: 'caa/critical-unknown', severity: 'warning', source: 'RFC 8659 §4.1', fix: 'unsafe', summary: 'Unknown CAA tag marked as critical',
    messages: { blocked: 'Flag 128 makes certificate authorities refuse to issue, since none knows the tag {tag}.' },
  },
  {
    code: 'caa/issue-syntax', severity: 'warning', source: 'RFC 8659 §4.2', fix: 'unsafe', summary: `CAA issuer that isn't a certificate authority's domain`,
    messages: {
      url: `"{value}" is a URL, not a certificate authority's domain, so all of them refuse to issue.`,
      several: '"{value}" lists several certificate authorities in one record, so all of them refuse to issue.',
      wildcard: `"{value}" isn't a certificate authority's domain; to allow wildcard certificates, use the tag issuewild.`,
      domain: `"{value}" isn't a certificate authority's domain, so all of them refuse to issue.`,
      parameter: `"{parameter}" isn't a name=value parameter, so certificate authorities refuse to issue.`,
    },
  },
  {
    code: 'caa/issue-unknown-ca', severity: 'warning', source: 'RFC 8659 §4.2', fix: 'unsafe', summary: 'CAA issuer that resembles a known certificate authority',
    messages: { near: `{domain} isn't a known certificate authority's domain, so the intended one refuses to issue; did you mean {near}?` },
  },
  {
    code: 'caa/issue-own-domain', severity: 'warning', source: 'RFC 8659 §4.2', summary: `Zone's own domain as a CAA issuer`,
    messages: { own: '{domain} is this zone itself, not a certificate authority, so all of them refuse to issue.' },
  },
  {
    code: 'caa/issue-parameter', severity: 'warning', source: 'RFC 8657 §3', fix: 'unsafe', summary: 'Invalid parameter of a CAA issue property',
    messages: {
      name: `{name} isn't a known parameter, so it has no effect or issuance is refused; did you mean {near}?`,
      account: `"{value}" isn't an account's URL, so no account matches and issuance is refused.`,
      twice: 'accounturi occurs twice; no account satisfies both, so issuance is refused.',
      method: `"{method}" isn't a validation method, so no method matches; did you mean {near}?`,
    },
  },
  {
    code: 'caa/iodef-url', severity: 'warning', source: 'RFC 8659 §4.4', fix: 'safe', summary: `CAA iodef that isn't a mailto: or http: URL`,
    messages: {
      mail: `"{value}" isn't a URL, so reports of refused requests are lost; write mailto:{value}.`,
      scheme: `"{value}" isn't a mailto:, http: or https: URL, so reports of refused requests are lost.`,
    },
  },
  {
    code: 'caa/contact-syntax', severity: 'warning', source: 'CA/Browser Forum BR §B.1', fix: 'safe', summary: `CAA contact that isn't a mail address or phone number`,
    messages: {
      url: `contactemail takes an address without "mailto:", so certificate authorities can't use it for validation.`,
      mail: `"{value}" isn't a mail address, so certificate authorities can't use it for validation.`,
      phone: `"{value}" isn't a phone number in global form (like +15555551234), so certificate authorities can't use it for validation.`,
    },
  },
];

/** What one CAA record says: RFC 8659 §4. */
export default defineFamily(metas, eachRecord(['CAA'], { when: (zone, record) => ordinaryTag(zone, record) === undefined }), function* (record) {
  if (record.broken) return;
  const flags = record.number('flags'), tag = record.print('tag'), lower = tag.toLowerCase(), known = lower in CAA_TAGS;
  if (flags !== 0 && flags !== CRITICAL) {
    const at = record.span('flags');
    yield { code: 'caa/flags-odd', message: 'odd', at, args: { flags }, ...fixes(record, [0, CRITICAL].map(value => replacement(record.zone, at, String(value), `Write ${value}`, false))) };
  }
  if (!known) yield unknownTag(record, tag, flags);
  if (lower === 'issue' || lower === 'issuewild' || lower === 'issuemail' || lower === 'issuevmc') yield* issue(record, lower);
  else if (lower === 'iodef') yield* iodef(record);
  else if (lower === 'contactemail' || lower === 'contactphone') yield* contact(record, lower);
});

const fixes = (record: RecordView, list: readonly Fix[]): Pick<Draft, 'fixes'> => record.generated ? {} : { fixes: list };

function unknownTag(record: RecordView, tag: string, flags: number): Draft {
  const at = record.span('tag'), near = nearest(tag, Object.keys(CAA_TAGS), 2);
  const fix = near === undefined ? {} : fixes(record, [replacement(record.zone, at, near, `Write ${near}`, false)]);
  if ((flags & CRITICAL) !== 0) return { code: 'caa/critical-unknown', message: 'blocked', at, args: { tag }, ...fix };
  return near === undefined ? { code: 'caa/tag-unknown', message: 'unknown', at, args: { tag }, severity: 'information' } : { code: 'caa/tag-unknown', message: 'near', at, args: { tag, near }, ...fix };
}

/** The value, and the place of a part of it: all of it where escapes make the parts hard to find. */
function valueOf(record: RecordView): { readonly text: string; at(from: number, to: number): Span } {
  const view = record.field('value'), text = String.fromCharCode(...view?.octets ?? []), span = view?.span ?? record.rdataSpan, source = record.source(span);
  const quoted = source.startsWith('"') ? 1 : 0, plain = source.length === text.length + 2 * quoted;
  return { text, at: (from, to) => plain && to > from ? { ...span, start: span.start + quoted + from, end: span.start + quoted + to } : span };
}

function* issue(record: RecordView, tag: string): Iterable<Draft> {
  const value = valueOf(record), found = issueValue(value.text);
  for (const problem of found.problems) yield problemDraft(record, value.at(problem.start, problem.end), problem, tag);
  if (found.problems.length > 0 || found.domain === undefined) return;
  const domain = found.domain.text.toLowerCase();
  if (isOwnDomain(record.zone, domain)) { yield { code: 'caa/issue-own-domain', message: 'own', at: value.at(found.domain.start, found.domain.end), args: { domain, tag } }; return; }
  const near = issuerMeant(domain), at = value.at(found.domain.start, found.domain.end);
  if (near !== undefined) yield { code: 'caa/issue-unknown-ca', message: 'near', at, args: { domain: found.domain.text, near }, ...fixes(record, [replacement(record.zone, at, near, `Write ${near}`, false)]) };
}

function problemDraft(record: RecordView, at: Span, { code, message, args, instead }: IssueProblem, tag: string): Draft {
  return { code, message, at, args: { tag, ...args }, ...(instead === undefined ? {} : fixes(record, [{ title: `Write ${instead}`, safe: false, edits: () => [replaceSpan(record.zone, at, instead)] }])) };
}

function* iodef(record: RecordView): Iterable<Draft> {
  const { text, at } = valueOf(record), place = at(0, text.length);
  if (/^(?:mailto:[^@\s]+@[^@\s]+|https?:\/\/[^\s/]+)/i.test(text)) return;
  if (/^[^@\s:]+@[^@\s:]+$/.test(text)) yield { code: 'caa/iodef-url', message: 'mail', at: place, args: { value: text }, ...fixes(record, [{ title: 'Add mailto: in front', safe: true, edits: () => [replaceSpan(record.zone, { ...place, end: place.start }, 'mailto:')] }]) };
  else yield { code: 'caa/iodef-url', message: 'scheme', at: record.span('value'), args: { value: text } };
}

function* contact(record: RecordView, tag: 'contactemail' | 'contactphone'): Iterable<Draft> {
  const { text, at } = valueOf(record), place = at(0, text.length);
  if (tag === 'contactphone') { if (!/^\+?[\d\s().;a-z=-]{5,}$/i.test(text) || !/\d{3}/.test(text)) yield { code: 'caa/contact-syntax', message: 'phone', at: place, args: { value: text } }; return; }
  if (/^mailto:/i.test(text)) yield { code: 'caa/contact-syntax', message: 'url', at: place, args: { value: text }, ...fixes(record, [{ title: 'Remove mailto:', safe: true, edits: () => [replaceSpan(record.zone, at(0, 'mailto:'.length), '')] }]) };
  else if (!/^[^@\s]+@[^@\s]+$/.test(text)) yield { code: 'caa/contact-syntax', message: 'mail', at: place, args: { value: text } };
}
