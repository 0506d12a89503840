import { directiveRules } from './reader-rules/directives.ts';
import { generateRules } from './reader-rules/generate.ts';
import { headerRules } from './reader-rules/header.ts';
import { lexicalRules } from './reader-rules/lexical.ts';
import type { ReaderRules } from './reader-rules/table.ts';

/** What the lexer and the reader of entries report. */
export const readerRules: ReaderRules = { ...lexicalRules, ...headerRules, ...directiveRules, ...generateRules };
