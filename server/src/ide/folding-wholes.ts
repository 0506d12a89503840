import type { Fold } from './folding.ts';

/** The lines of an entry in its chunk, from 0. */
export interface EntryLines {
  readonly first: number;
  readonly last: number;
  /** As written, in lower case; empty where it is inherited, undefined for directives. */
  readonly owner: string | undefined;
  readonly isOrigin: boolean;
}

/** A heading: words after a rule of signs, as `; --- Mail ---` or `;; ==== Hosts`. */
const HEADING = /^;+\s*([-=*#~_+])\1+\s*[\p{L}\p{N}]/u;

/** Puts together what reaches over several entries, and perhaps chunks: the text after an `$ORIGIN`, an owner's records, sections with a heading. Lines from 0. */
export class WholesFinder {
  private readonly found: Fold[] = [];
  private origin = -1;
  private section = -1;
  private owner: { readonly first: number; last: number; readonly name: string } | undefined;
  /** The last line that holds anything: a fold leaves the blank lines after it open. */
  private lastFilled = -1;
  /** The last line of an entry. */
  private lastEntry = -1;

  /** @param lines the beginning of each line that a comment fills, and nothing for every other one */
  chunk(firstLine: number, entries: readonly EntryLines[], lines: readonly string[]): void {
    let next = 0;
    const commentsBefore = (line: number): void => {
      for (; next < line; next++) {
        const text = lines[next];
        if (text !== undefined && text !== '') this.comment(firstLine + next, text);
      }
    };
    for (const { first, last, owner, isOrigin } of entries) {
      commentsBefore(first);
      next = last + 1;
      this.entry(firstLine + first, firstLine + last, owner, isOrigin);
    }
    commentsBefore(lines.length);
  }

  /** What was found, at the end of the text. */
  folds(): readonly Fold[] {
    this.endOwner();
    this.close(this.origin, this.lastFilled);
    this.close(this.section, this.lastFilled);
    return this.found;
  }

  private close(first: number, last: number): void {
    if (first >= 0 && last > first) this.found.push({ first, last, kind: 'whole' });
  }

  private endOwner(): void {
    if (this.owner !== undefined) this.close(this.owner.first, this.owner.last);
    this.owner = undefined;
  }

  private comment(line: number, text: string): void {
    if (HEADING.test(text)) {
      this.close(this.section, this.lastEntry > this.section ? this.lastEntry : this.lastFilled);
      this.section = line;
    }
    this.lastFilled = line;
  }

  private entry(first: number, last: number, owner: string | undefined, isOrigin: boolean): void {
    if (owner !== undefined && (owner === '' || owner === this.owner?.name)) {
      if (this.owner !== undefined) this.owner.last = last;
    } else {
      this.endOwner();
      if (owner !== undefined) this.owner = { first, last, name: owner };
    }
    if (isOrigin) {
      this.close(this.origin, this.lastEntry);
      this.origin = first;
    }
    this.lastEntry = this.lastFilled = last;
  }
}
