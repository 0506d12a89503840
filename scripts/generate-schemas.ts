// Writes the JSON schemas of .zonewright.json and of the rules in VS Code's settings. With --check, only says by its exit status whether they are up to date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { editorRulesSchema, settingsSchema, type JsonSchema } from '../server/src/config/settings/settings-schema.ts';
import { settableCodes } from '../server/src/config/settings/settings.ts';
import { root } from './paths.ts';

const schemas: Readonly<Record<string, JsonSchema>> = {
  'schemas/zonewright.schema.json': settingsSchema(settableCodes),
  'schemas/editor-settings.schema.json': editorRulesSchema(settableCodes),
};

for (const [file, schema] of Object.entries(schemas)) {
  const target = path.join(root, file),
    fresh = `${JSON.stringify(schema, null, 1)}\n`;
  if (!process.argv.includes('--check')) {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, fresh);
  } else if (!existsSync(target) || readFileSync(target, 'utf8') !== fresh) {
    console.error(`${file} is stale: run npm run docs`);
    process.exitCode = 1;
  }
}
