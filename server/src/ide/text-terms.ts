import { explainBimi, isBimi, parseBimi } from '../mail/bimi/bimi.ts';
import { explainDkim, isDkim, parseDkim } from '../mail/dkim/dkim.ts';
import { explainDmarc, isDmarc, parseDmarc } from '../mail/dmarc/dmarc.ts';
import { explainMtaSts, isMtaSts, parseMtaSts } from '../mail/mta-sts/mta-sts.ts';
import type { Explanation } from '../mail/grammar/problem.ts';
import { explainSpf, isSpf, parseSpf } from '../mail/spf/spf.ts';
import { explainTlsRpt, isTlsRpt, parseTlsRpt } from '../mail/tls-rpt/tls-rpt.ts';
import type { RecordView } from '../zone/model/record-view.ts';
import type { TextValue } from '../zone/model/text-value.ts';
import { SPF, TXT } from '../zone/rrtypes/codes.ts';

export interface ExplainedTerm {
  /** Bytes from the entry's start. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Whether a record's text may be one of those that mail is about. */
export const hasTerms = (record: RecordView): boolean => record.type === TXT || record.type === SPF;

/** A text of mail in plain words, piece by piece; none for other texts. Offsets are octets of the joined strings. */
export function explanationsOf(joined: string, ownerLabels: readonly string[]): readonly Explanation[] {
  if (isSpf(joined)) return explainSpf(parseSpf(joined));
  if (isDmarc(joined)) return explainDmarc(parseDmarc(joined));
  if (isMtaSts(joined)) return explainMtaSts(parseMtaSts(joined));
  if (isTlsRpt(joined)) return explainTlsRpt(parseTlsRpt(joined));
  if (isBimi(joined)) return explainBimi(parseBimi(joined));
  return isDkim(joined) || ownerLabels[1] === '_domainkey' ? explainDkim(parseDkim(joined)) : [];
}

/** What a place in a TXT record says, where it is one of the texts of mail. `offset`: bytes from the entry's start. */
export function explainedTerm(record: RecordView, offset: number): ExplainedTerm | undefined {
  if (!hasTerms(record)) return undefined;
  const { text } = record,
    octet = octetAt(text, offset);
  if (octet < 0) return undefined;
  const owner = record.zone.names.text(record.owner).split('.');
  // Of pieces inside one another the innermost is meant.
  const around = explanationsOf(text.joined, owner)
    .filter(({ start, end }) => start <= octet && octet < end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (around === undefined) return undefined;
  const { start, end } = text.span(around.start, around.end);
  return { start, end, text: around.text };
}

/** The octet of the joined strings that is written at a byte from the entry's start; -1 between the strings. */
export function octetAt(text: TextValue, offset: number): number {
  for (const { from, to, start, end } of text.strings) {
    if (offset < start || offset >= end) continue;
    let low = from,
      high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (text.span(middle, middle + 1).end <= offset) low = middle + 1;
      else high = middle;
    }
    return low < to && text.span(low, low + 1).start <= offset ? low : -1;
  }
  return -1;
}
