import { readerFixes } from '../../reader/reader-fixes.ts';
import { rdataMetas } from '../../reader/reader-metas.ts';
import { defineRule, reported } from '../../engine/rule.ts';

/** What field kinds report, one rule a code. */
export default rdataMetas.map(meta => defineRule({ meta, on: reported(), ...(readerFixes[meta.code] === undefined ? {} : { fixes: readerFixes[meta.code] }) }));
