import { directiveRules } from './rules/directives.ts';
import { generateRules } from './rules/generate.ts';
import { headerRules } from './rules/header.ts';
import { lexicalRules } from './rules/lexical.ts';
import type { ReaderRules } from './rules/table.ts';

/** What the lexer and the reader of entries report. */
export const readerRules: ReaderRules = { ...lexicalRules, ...headerRules, ...directiveRules, ...generateRules };
