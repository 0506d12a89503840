import { nearest } from '../../text/near-miss.ts';
import type { MailFix, Report, Span } from '../grammar/problem.ts';
import { offered, removeTag, replaceWith, swallowedTags } from '../grammar/tag-fixes.ts';
import { dkimKey, publishedKey, readKey } from './dkim-key.ts';
import type { DkimKey } from './dkim-key.ts';
import { dkimTags, looksLikeKey } from './dkim-record.ts';
import type { DkimRecord } from './dkim-record.ts';
import type { CodeOf } from '../../findings/codes/index.ts';

type DkimReport = Report<CodeOf<'dkim'>>;
type RsaKey = Extract<DkimKey, { readonly kind: 'rsa' }>;

const knownTypes: readonly string[] = ['rsa', 'ed25519'];

/** What is wrong with `p=` and `k=`. */
export function keyProblems(record: DkimRecord, report: DkimReport): void {
  const { key: tag, keyTypeTag: typeTag, list, text } = record;
  if (tag === undefined) {
    const hidden = list.tags.some(
      (other) =>
        (other.equals < 0 && looksLikeKey(other.name)) ||
        other.name === 'P' ||
        swallowedTags(other, ['p'], /\s+/) !== undefined,
    );
    if (!hidden) report('dkim/p-missing', 'missing', { start: 0, end: text.length });
    return;
  }
  if (swallowedTags(tag, dkimTags, /\s+/) !== undefined) return;
  const typeKnown = knownTypes.includes(record.keyType);
  if (typeTag !== undefined && !typeKnown) typeProblem(record, report);
  const at = tag.valueSpan.start < tag.valueSpan.end ? tag.valueSpan : tag;
  const key = dkimKey(record);
  switch (key.kind) {
    case 'revoked':
      report('dkim/p-empty', 'revoked', at);
      break;
    case 'pem':
      pemProblem(record, key, at, report);
      break;
    case 'notBase64':
      base64Problem(record, key, at, report);
      break;
    case 'truncated':
      report('dkim/p-truncated', 'truncated', at, { expected: key.expected, actual: key.actual });
      break;
    case 'otherAlgorithm':
      report('dkim/p-der', 'algorithm', at, { algorithm: key.algorithm });
      break;
    case 'notDer':
      report('dkim/p-der', 'der', at, { octets: key.octets });
      break;
    case 'wrongLength':
      report('dkim/ed25519-length', 'length', at, { octets: key.octets });
      break;
    case 'ed25519':
      ed25519Problems(record, key, at, report);
      break;
    case 'rsa':
      rsaProblems(record, key, at, report);
      break;
    case 'missing':
      break;
  }
}

function typeProblem(record: DkimRecord, report: DkimReport): void {
  const tag = record.keyTypeTag;
  if (tag === undefined) return;
  const at = tag.value === '' ? tag : tag.valueSpan;
  const near = nearest(tag.value.replace(/[-_\s]/g, ''), knownTypes, 2);
  if (near === undefined) report('dkim/k-unknown', 'unknown', at, { value: tag.value });
  else
    report(
      'dkim/k-unknown',
      'near',
      at,
      { value: tag.value, expected: near },
      { fix: replaceWith(tag.valueSpan, near) },
    );
}

function pemProblem(
  record: DkimRecord,
  key: Extract<DkimKey, { readonly kind: 'pem' }>,
  at: Span,
  report: DkimReport,
): void {
  const start = at.start + record.text.slice(at.start, at.end).indexOf(key.header);
  const header = { start, end: start + key.header.length };
  if (key.privateKey) {
    report('dkim/p-headers', 'privateKey', header, { value: key.header });
    return;
  }
  const body = publishedKey(readKey(key.body, record.keyType)) ?? key.body;
  report(
    'dkim/p-headers',
    'header',
    header,
    { value: key.header },
    { fix: replaceWith(at, body, 'Keep only the key') },
  );
}

function base64Problem(
  record: DkimRecord,
  key: Extract<DkimKey, { readonly kind: 'notBase64' }>,
  at: Span,
  report: DkimReport,
): void {
  if (key.badAt < 0) {
    report('dkim/p-base64', 'padding', { start: at.end - 1, end: at.end }, { missing: key.missing });
    return;
  }
  const start = at.start + key.badAt;
  const value = record.text[start] ?? '';
  const cleaned = publishedKey(readKey(record.text.slice(at.start, at.end).replace(/["'\\]|\s/g, ''), record.keyType));
  const fix: { fix?: MailFix } =
    cleaned === undefined ? {} : { fix: replaceWith(at, cleaned, 'Remove what is not part of the key') };
  report('dkim/p-base64', 'character', { start, end: start + 1 }, { value }, fix);
}

function spaceProblem(record: DkimRecord, key: DkimKey, report: DkimReport): void {
  const tag = record.key;
  const space = tag === undefined ? null : /\s+/.exec(tag.value);
  if (tag === undefined || space === null) return;
  const start = tag.valueSpan.start + space.index;
  const published = publishedKey(key) ?? tag.value.replace(/\s+/g, '');
  report(
    'dkim/p-whitespace',
    'space',
    { start, end: start + space[0].length },
    {},
    { fix: offered(replaceWith(tag.valueSpan, published, 'Remove the white space')) },
  );
}

function ed25519Problems(
  record: DkimRecord,
  key: Extract<DkimKey, { readonly kind: 'ed25519' }>,
  at: Span,
  report: DkimReport,
): void {
  const { keyType, keyTypeTag: typeTag } = record;
  if (keyType === 'rsa') {
    const fix: MailFix =
      typeTag === undefined
        ? {
            title: 'Insert k=ed25519',
            safe: true,
            edits: [{ start: record.key?.start ?? at.start, end: record.key?.start ?? at.start, text: 'k=ed25519; ' }],
          }
        : replaceWith(typeTag.valueSpan, 'ed25519');
    report('dkim/k-mismatch', 'ed25519InRsa', at, {}, { fix });
  }
  if (key.form === 'raw') spaceProblem(record, key, report);
  else {
    const fix = replaceWith(at, publishedKey(key) ?? '', 'Keep the 32 octets of the key only');
    report('dkim/ed25519-length', 'spki', at, { octets: 12 + key.octets.length }, { fix });
  }
}

function rsaProblems(record: DkimRecord, key: RsaKey, at: Span, report: DkimReport): void {
  const published = publishedKey(key) ?? '';
  if (record.keyType === 'ed25519' && record.keyTypeTag !== undefined) {
    report(
      'dkim/k-mismatch',
      'rsaInEd25519',
      at,
      { bits: key.bits },
      { fix: removeTag(record.list, record.keyTypeTag) },
    );
  }
  if (key.bits < 1024) report('dkim/rsa-short', 'refused', at, { bits: key.bits }, { severity: 'error' });
  else if (key.bits < 2048) report('dkim/rsa-short', 'weak', at, { bits: key.bits });
  else if (key.bits > 4096) report('dkim/rsa-long', 'long', at, { bits: key.bits });
  if (/^[01]$|[02468]$/.test(key.exponent)) report('dkim/rsa-exponent', 'invalid', at, { exponent: key.exponent });
  else if (key.exponent === '3') report('dkim/rsa-exponent', 'small', at, {}, { severity: 'information' });
  if (key.form === 'pkcs1') {
    report(
      'dkim/rsa-pkcs1-not-spki',
      'pkcs1',
      at,
      {},
      { fix: replaceWith(at, published, 'Write the key as SubjectPublicKeyInfo') },
    );
  }
  if (key.trailing > 0) {
    report(
      'dkim/p-trailing-data',
      'trailing',
      at,
      { octets: key.trailing },
      { fix: replaceWith(at, published, 'Remove what follows the key') },
    );
  } else if (key.form === 'spki') spaceProblem(record, key, report);
}
