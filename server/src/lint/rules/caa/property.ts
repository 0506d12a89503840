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
    code: 'caa/flags-odd', severity: 'warning', source: 'RFC 8659 §4.1', fix: 'unsafe', summary: 'CAA flags other than 0 and 128.',
    messages: { odd: 'Flags of {flags} mean nothing: only 128 has a meaning, "critical", and the rest is 0. Write 0, or 128 if certificate authorities that do not know the tag must refuse.' },
  },
  {
    code: 'caa/tag-unknown', severity: 'warning', source: 'RFC 8659 §4.1', fix: 'unsafe', summary: 'A CAA tag that certificate authorities do not know.',
    messages: {
      near: 'The tag {tag} is not known; did you mean {near}? As it is, certificate authorities ignore this record.',
      unknown: 'The tag {tag} is not known, so certificate authorities ignore this record.',
    },
    severities: { unknown: 'information' },
  },
  {
    code: 'caa/critical-unknown', severity: 'warning', source: 'RFC 8659 §4.1', fix: 'unsafe', summary: 'A CAA record with an unknown tag is marked as critical.',
    messages: { blocked: 'The flag 128 says that a certificate authority which does not know the tag {tag} must not issue, and none knows it: nobody gets a certificate for this name. Write the right tag, or flags of 0.' },
  },
  {
    code: 'caa/issue-syntax', severity: 'warning', source: 'RFC 8659 §4.2', fix: 'unsafe', summary: 'The value of a CAA issue property is no domain of a certificate authority.',
    messages: {
      url: '"{value}" is a URL, but {tag} takes the domain of a certificate authority, such as letsencrypt.org: none recognises itself in this, and nobody may issue.',
      several: '"{value}" names more than one certificate authority, but {tag} takes one: none recognises itself in this. Write a record for each.',
      wildcard: '"{value}" is not the domain of a certificate authority. To allow wildcard certificates, use the tag issuewild.',
      domain: '"{value}" is not the domain of a certificate authority, such as letsencrypt.org: none recognises itself in this, and nobody may issue.',
      parameter: '"{parameter}" is no parameter of the form name=value; behind the domain, parameters are separated by ";". Certificate authorities refuse what they cannot read.',
    },
  },
  {
    code: 'caa/issue-unknown-ca', severity: 'warning', source: 'RFC 8659 §4.2', fix: 'unsafe', summary: 'The domain in a CAA record resembles that of a certificate authority but is not it.',
    messages: { near: 'No certificate authority is known to answer to {domain}; did you mean {near}? As it is, the one that you mean must refuse.' },
  },
  {
    code: 'caa/issue-own-domain', severity: 'warning', source: 'RFC 8659 §4.2', summary: 'A CAA record allows the zone itself to issue certificates, which is hardly a certificate authority.',
    messages: { own: '{domain} is this zone itself, but {tag} takes the domain of the certificate authority that may issue, such as letsencrypt.org: unless you are one, nobody may.' },
  },
  {
    code: 'caa/issue-parameter', severity: 'warning', source: 'RFC 8657 §3', fix: 'unsafe', summary: 'A parameter of a CAA issue property that certificate authorities cannot use.',
    messages: {
      name: 'The parameter {name} is not known; did you mean {near}? As it is, it restricts nothing, or the certificate authority refuses.',
      account: 'accounturi is "{value}", but it is the URL of an account, as the certificate authority shows it. As it is, no account matches, and nobody may issue.',
      twice: 'accounturi stands here twice: no account satisfies both, and nobody may issue. Write a record for each account.',
      method: '"{method}" is no validation method; did you mean {near}? As it is, no method matches.',
    },
  },
  {
    code: 'caa/iodef-url', severity: 'warning', source: 'RFC 8659 §4.4', fix: 'safe', summary: 'The value of a CAA iodef property is no mailto: or http: URL.',
    messages: {
      mail: '"{value}" is a mail address, but iodef takes a URL: write mailto:{value}, or reports go nowhere.',
      scheme: '"{value}" is no mailto:, http: or https: URL, so reports of refused requests go nowhere.',
    },
  },
  {
    code: 'caa/contact-syntax', severity: 'warning', source: 'CA/Browser Forum BR §B.1', fix: 'safe', summary: 'A CAA contact property that is no mail address or phone number.',
    messages: {
      url: 'contactemail takes a bare mail address, without "mailto:". As it is, the address cannot be used for validation.',
      mail: '"{value}" is no mail address, so it cannot be used for validation.',
      phone: '"{value}" is no phone number in the global form, such as +15555551234, so it cannot be used for validation.',
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
  if (/^[^@\s:]+@[^@\s:]+$/.test(text)) yield { code: 'caa/iodef-url', message: 'mail', at: place, args: { value: text }, ...fixes(record, [{ title: 'Put mailto: in front', safe: true, edits: () => [replaceSpan(record.zone, { ...place, end: place.start }, 'mailto:')] }]) };
  else yield { code: 'caa/iodef-url', message: 'scheme', at: record.span('value'), args: { value: text } };
}

function* contact(record: RecordView, tag: 'contactemail' | 'contactphone'): Iterable<Draft> {
  const { text, at } = valueOf(record), place = at(0, text.length);
  if (tag === 'contactphone') { if (!/^\+?[\d\s().;a-z=-]{5,}$/i.test(text) || !/\d{3}/.test(text)) yield { code: 'caa/contact-syntax', message: 'phone', at: place, args: { value: text } }; return; }
  if (/^mailto:/i.test(text)) yield { code: 'caa/contact-syntax', message: 'url', at: place, args: { value: text }, ...fixes(record, [{ title: 'Remove mailto:', safe: true, edits: () => [replaceSpan(record.zone, at(0, 'mailto:'.length), '')] }]) };
  else if (!/^[^@\s]+@[^@\s]+$/.test(text)) yield { code: 'caa/contact-syntax', message: 'mail', at: place, args: { value: text } };
}
