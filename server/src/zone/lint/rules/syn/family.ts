import { readerFixes } from '../../reader-fixes.ts';
import { rdataMetas } from '../../reader-metas.ts';
import { defineRule, reported } from '../../rule.ts';

/** What field kinds report, one rule a code. */
export default rdataMetas.map(meta => defineRule({ meta, on: reported(), ...(readerFixes[meta.code] === undefined ? {} : { fixes: readerFixes[meta.code] }) }));
