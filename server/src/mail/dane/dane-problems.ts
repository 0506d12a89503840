import * as asn1js from 'asn1js';

import { collect } from '../grammar/problem.ts';
import type { MailProblem, Report, SetProblem, Span } from '../grammar/problem.ts';
import { replaceWith } from '../grammar/tag-fixes.ts';
import { matchingNames, parseTlsa, selectorNames, tlsaOctets, usageNames } from './tlsa.ts';
import type { TlsaField, TlsaRecord } from './tlsa.ts';
import type { CodeOf } from '../../findings/codes/index.ts';

/** Where the record stands: what its owner name says. */
export interface TlsaPlace {
  readonly port?: number | undefined;
}

type DaneReport = Report<CodeOf<'tlsa'> | 'syn/missing-rdata'>;

const smtpPort = 25;

/** What is wrong with one TLSA record, in the order of the text. */
export function tlsaProblems(record: TlsaRecord, place: TlsaPlace = {}): readonly MailProblem[] {
  const { report, problems } = collect<CodeOf<'tlsa'> | 'syn/missing-rdata'>();
  const { usage, selector, matching } = record;
  fieldProblem(record, usage, 'usage', usageNames, report);
  fieldProblem(record, selector, 'selector', selectorNames, report);
  fieldProblem(record, matching, 'matching', matchingNames, report);
  dataProblems(record, report);
  if (usage?.value !== undefined && usage.value <= 1 && place.port === smtpPort) {
    const fix = { ...replaceWith(usage, usage.value === 0 ? '2' : '3'), safe: false };
    report('tlsa/usage-pkix-smtp', 'pkix', usage, { usage: usage.value, name: usageNames[usage.value] ?? '' }, { fix });
  }
  if (selector !== undefined && matching?.value !== 0) {
    if (usage?.value === 3 && selector.value === 0) report('tlsa/selector-advice', 'endEntity', selector);
    if (usage?.value === 2 && selector.value === 1) report('tlsa/selector-advice', 'trustAnchor', selector);
  }
  return problems();
}

function fieldProblem(
  record: TlsaRecord,
  field: TlsaField | undefined,
  name: 'usage' | 'selector' | 'matching',
  words: readonly string[],
  report: DaneReport,
): void {
  if (field === undefined) {
    report('syn/missing-rdata', 'field', wholeOf(record), {
      type: 'TLSA',
      label: 'a number from 0 to 255',
      field: name === 'matching' ? 'matching-type' : name,
    });
    return;
  }
  const { value, text } = field;
  if (value === undefined) {
    const meant = words.findIndex((word) => word.toLowerCase() === text.toLowerCase());
    report(
      `tlsa/${name}`,
      'number',
      field,
      { value: text },
      meant < 0 ? {} : { fix: replaceWith(field, String(meant)) },
    );
  } else if (value >= words.length && value !== 255) {
    // 255 is reserved for private use (RFC 7218 §2).
    report(`tlsa/${name}`, 'unassigned', field, { value }, { severity: 'warning' });
  }
}

const wholeOf = (record: TlsaRecord): Span => ({ start: 0, end: record.text.length });

function dataProblems(record: TlsaRecord, report: DaneReport): void {
  const { data, matching } = record;
  if (matching === undefined) return;
  if (data === undefined) {
    report('syn/missing-rdata', 'field', wholeOf(record), {
      type: 'TLSA',
      label: 'data in hexadecimal',
      field: 'data',
    });
    return;
  }
  const octets = tlsaOctets(record);
  if (octets === undefined) hexProblem(record, data, report);
  else lengthProblems(record, matching, data, octets, report);
}

function hexProblem(record: TlsaRecord, data: Span, report: DaneReport): void {
  const written = record.text.slice(data.start, data.end);
  if (/^(?:[0-9a-f]{2}:)+[0-9a-f]{2}$/i.test(written)) {
    report('tlsa/hex', 'colons', data, {}, { fix: replaceWith(data, written.replace(/:/g, ''), 'Remove the colons') });
    return;
  }
  const bad = /[^0-9a-f\s()]/i.exec(written);
  if (bad === null) report('tlsa/hex', 'odd', data, { count: written.replace(/[\s()]/g, '').length });
  else
    report('tlsa/hex', 'digit', { start: data.start + bad.index, end: data.start + bad.index + 1 }, { value: bad[0] });
}

const digestOctets = [undefined, 32, 64];

function lengthProblems(
  record: TlsaRecord,
  matching: TlsaField,
  data: Span,
  octets: Uint8Array,
  report: DaneReport,
): void {
  const type = matching.value;
  if (type === undefined || type > 2) return;
  const name = matchingNames[type] ?? '';
  const expected = digestOctets[type];
  const actual = octets.length;
  if (expected === actual) return;
  // A digest of the other length tells which matching type was meant.
  if (actual === 32)
    report('tlsa/digest-length', 'sha256', data, { name }, { fix: { ...replaceWith(matching, '1'), safe: true } });
  else if (actual === 64)
    report('tlsa/digest-length', 'sha512', data, { name }, { fix: { ...replaceWith(matching, '2'), safe: true } });
  else if (expected !== undefined)
    report('tlsa/digest-length', 'length', data, { matching: type, name, expected, actual });
  else {
    const what = record.selector?.value === 1 ? 'public key' : 'certificate';
    if (isDer(octets, record.selector?.value)) report('tlsa/matching-0', 'full', matching, { what, octets: actual });
    else report('tlsa/digest-length', 'notDer', data, { what, actual });
  }
}

/** A certificate is a SEQUENCE of three, a SubjectPublicKeyInfo one of two (RFC 5280 §4.1). */
function isDer(octets: Uint8Array, selector: number | undefined): boolean {
  const { offset, result } = asn1js.fromBER(octets);
  if (offset !== octets.length || !(result instanceof asn1js.Sequence)) return false;
  return selector === undefined || selector > 1 || result.valueBlock.value.length === (selector === 1 ? 2 : 3);
}

/** What the TLSA records at one name show together. */
export function tlsaSetProblems(texts: readonly string[]): readonly SetProblem[] {
  const records = texts.map(parseTlsa);
  const [first] = records;
  if (first === undefined) return [];
  const at = { start: 0, end: first.text.length, record: 0 };
  const problems: SetProblem[] = [];
  if (records.every((record) => record.matching?.value === 2))
    problems.push({ code: 'tlsa/sha512-only', message: 'only', args: {}, ...at });
  if (records.length === 1) problems.push({ code: 'tlsa/rollover-single', message: 'single', args: {}, ...at });
  return problems;
}
