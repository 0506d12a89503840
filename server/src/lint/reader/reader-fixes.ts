import type { Code } from '../../findings/codes/index.ts';
import { directiveFixes } from './fixes/directive-fixes.ts';
import type { ReaderFix } from './fixes/reader-edits.ts';
import { headerFixes } from './fixes/header.ts';
import { lexicalFixes } from './fixes/lexical.ts';
import { rdataFixes } from './fixes/rdata-fixes.ts';

/** Fixes for what the lexer, the reader of entries and the field kinds report, by code. */
export const readerFixes: Readonly<Partial<Record<Code, ReaderFix>>> = {
  ...lexicalFixes,
  ...headerFixes,
  ...directiveFixes,
  ...Object.fromEntries(Object.entries(rdataFixes).map(([code, { fixes }]) => [code, fixes])),
};
