import { readerFixes } from '../../reader/reader-fixes.ts';
import { readerMetas } from '../../reader/reader-metas.ts';
import { defineRule, reported } from '../../engine/rule.ts';

/** What the lexer and the reader of entries report, one rule a code. */
export default readerMetas.map(meta => defineRule({ meta, on: reported(), ...(readerFixes[meta.code] === undefined ? {} : { fixes: readerFixes[meta.code] }) }));
