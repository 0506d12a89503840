// Writes the JSON schemas of .zonewright.json and of the rules in VS Code's settings. With --check, only says by its exit status whether they are up to date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { editorRulesSchema, settingsSchema, type JsonSchema } from '../server/src/config/settings/settings-schema.ts';
import { allRules } from '../server/src/lint/rules/index.ts';
import type { RuleMeta } from '../server/src/findings/rule-meta.ts';
import { root } from './paths.ts';

/** Every code once, in order: rules that look at different records may share one. */
const metas = [...new Map(allRules.map(({ meta }) => [meta.code as string, meta])).values()].toSorted((a: RuleMeta, b: RuleMeta) => (a.code < b.code ? -1 : 1));
const schemas: Readonly<Record<string, JsonSchema>> = {
  'schemas/zonewright.schema.json': settingsSchema(metas),
  'schemas/editor-settings.schema.json': editorRulesSchema(metas),
};

for (const [file, schema] of Object.entries(schemas)) {
  const target = path.join(root, file), fresh = `${JSON.stringify(schema, null, 1)}\n`;
  if (!process.argv.includes('--check')) {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, fresh);
  } else if (!existsSync(target) || readFileSync(target, 'utf8') !== fresh) {
    console.error(`${file} is stale: run npm run docs`);
    process.exitCode = 1;
  }
}
