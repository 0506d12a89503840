import { isSpf, parseSpf } from './syntax/parse.ts';
import type { SpfRecord } from './syntax/spf-record.ts';

/** What the TXT records of an answer say about SPF. */
export interface SpfTexts {
  /** The SPF texts: with more than one, receivers use none. */
  readonly texts: readonly string[];
  /** The record, where there is just one. */
  readonly parsed: SpfRecord | undefined;
}

/** By the records of an answer, which a resolver may give again: one record may be included by thousands of others. */
const known = new WeakMap<readonly (readonly string[])[], SpfTexts>();

export function spfTexts(records: readonly (readonly string[])[]): SpfTexts {
  const before = known.get(records);
  if (before !== undefined) return before;
  const texts = records.map((strings) => strings.join('')).filter(isSpf);
  const [text] = texts;
  const found = { texts, parsed: texts.length === 1 && text !== undefined ? parseSpf(text) : undefined };
  known.set(records, found);
  return found;
}
