import { readerFixes } from '../../reader/reader-fixes.ts';
import type { Repairs } from '../../engine/check.ts';

/** What the lexer, the reader of entries and the field kinds report by themselves; only their fixes are made here. */
const repairs: Repairs = { kind: 'repairs', of: readerFixes };

export default repairs;
