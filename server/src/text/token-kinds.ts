/**
 * Token kinds. A token is two numbers in the token buffer: its start, and `end << 3 | kind`. Offsets are bytes in the block.
 */
export const WORD = 1;
/** A quoted string; start and end include the quotation marks. */
export const QUOTED = 2;
/** The end of an entry: its start is where the entry begins (an opening parenthesis counts), its end the offset after its line ending. */
export const ENTRY_END = 3;
/** White space at the start of an entry's first line: the owner name is inherited (RFC 1035 §5.1). */
export const BLANK_OWNER = 4;
