import type { MailFix } from '../grammar/problem.ts';
import { isHostName } from '../grammar/report-uri.ts';
import type { ReportUri } from '../grammar/report-uri.ts';
import { offered, removeItem, removeTag, replaceWith } from '../grammar/tag-fixes.ts';
import type { Swallowed } from '../grammar/tag-fixes.ts';
import { findTag } from '../grammar/tag-list.ts';
import type { Tag } from '../grammar/tag-list.ts';
import type { DmarcReport } from './dmarc-problems.ts';
import type { DmarcRecord } from './dmarc-record.ts';

/** What is wrong with the addresses in `rua=` and `ruf=` (RFC 9989 §4.6 and §4.8). */
export function uriProblems(record: DmarcRecord, swallowed: ReadonlyMap<Tag, Swallowed>, report: DmarcReport): void {
  for (const name of ['rua', 'ruf'] as const) {
    const tag = findTag(record.list, name);
    if (tag === undefined || swallowed.has(tag)) continue;
    const list = record[name];
    list.forEach((uri, index) => {
      uriProblem(record, tag, uri, report);
      // RFC 7489 §6.2 promised two; RFC 9989 leaves the limit to the receiver.
      if (index === 2) report('dmarc/uri-count', 'many', uri, { count: list.length, name });
    });
  }
}

function uriProblem(record: DmarcRecord, tag: Tag, uri: ReportUri, report: DmarcReport): void {
  const { text } = record;
  const removal = (safe: boolean): MailFix =>
    record[tag.name === 'rua' ? 'rua' : 'ruf'].length === 1
      ? removeTag(record.list, tag, safe)
      : removeItem(text, tag.valueSpan, uri, ',', safe);
  if (uri.size !== undefined && (uri.kind === 'mailto' || uri.kind === 'https' || uri.kind === 'other')) {
    const value = text.slice(uri.size.start, uri.size.end);
    report(
      'dmarc/uri-size-suffix',
      'size',
      uri.size,
      { value },
      { fix: offered(replaceWith(uri.size, '', `Remove "${value}"`)) },
    );
  }
  switch (uri.kind) {
    case 'empty':
      report('dmarc/uri-syntax', 'empty', uri.start === uri.end ? tag : uri, {}, { fix: removal(true) });
      return;
    case 'address':
      report(
        'dmarc/uri-bare-address',
        'bare',
        uri,
        { value: uri.address },
        { fix: { title: 'Add mailto:', safe: true, edits: [{ start: uri.start, end: uri.start, text: 'mailto:' }] } },
      );
      return;
    case 'text':
      textProblem(uri, report, removal(false));
      return;
    case 'https':
    case 'other':
      report('dmarc/uri-scheme', 'scheme', uri, { value: uri.text });
      return;
    case 'mailto':
      mailtoProblem(record, uri, report);
  }
}

const isWholeAddress = (written: string): boolean =>
  /^(?:mailto:)?[^@]+@[^@]+$/i.test(written) && isHostName(written.slice(written.indexOf('@') + 1));

/** Whether white space parts an address, so that what was meant to be before it, and after it, is a guess. */
const isSplit = (written: string, addresses: number): boolean =>
  (addresses === 1 ? /[^\s:]\s+\S*@|@\S*\s+\S/ : /@\S*\s+[^\s@]+(?:\s|$)|^[^\s@]*[^\s:]\s/).test(written);

function textProblem(uri: ReportUri, report: DmarcReport, fix: MailFix): void {
  report('dmarc/uri-syntax', 'text', uri, { value: uri.text }, { fix });
}

function mailtoProblem(record: DmarcRecord, uri: ReportUri, report: DmarcReport): void {
  const written = record.text.slice(uri.start, uri.size?.start ?? uri.end);
  const space = /\s+/.exec(written);
  if (space !== null) {
    const at = { start: uri.start + space.index, end: uri.start + space.index + space[0].length };
    const whole = { start: uri.start, end: uri.start + written.length };
    const addresses = written.split(/\s+/).filter((part) => part.includes('@'));
    const fix =
      addresses.length > 1
        ? replaceWith(
            whole,
            addresses.map((part) => (/^mailto:/i.test(part) ? part : `mailto:${part}`)).join(','),
            'Separate the addresses with a comma',
          )
        : replaceWith(whole, written.replace(/\s+/g, ''), 'Remove the white space');
    report(
      'dmarc/uri-encoding',
      'space',
      at,
      {},
      { fix: { ...fix, safe: addresses.every(isWholeAddress) && !isSplit(written, addresses.length) } },
    );
    return;
  }
  const slashes = /^mailto:(\/+)/i.exec(written);
  if (slashes !== null) {
    const start = uri.start + 'mailto:'.length;
    const at = { start, end: start + (slashes[1]?.length ?? 0) };
    report('dmarc/uri-syntax', 'slashes', at, {}, { fix: replaceWith(at, '', 'Remove "//"') });
    return;
  }
  const mark = written.indexOf('!');
  if (mark >= 0) {
    const at = { start: uri.start + mark, end: uri.start + mark + 1 };
    report('dmarc/uri-encoding', 'exclamation', at, {}, { fix: replaceWith(at, '%21') });
    return;
  }
  if (!isHostName(uri.host)) report('dmarc/uri-syntax', 'host', uri, { value: uri.text });
}
