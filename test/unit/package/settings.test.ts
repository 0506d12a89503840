import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { profiles, severities } from '../../../server/src/config/settings/settings.ts';

const root = path.join(import.meta.dirname, '../../..');
interface Schema {
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly anyOf?: readonly Schema[];
}
interface Manifest {
  readonly contributes: {
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Schema>> };
  };
}

const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;

describe('the settings in the manifest', () => {
  it('are checked with schemas that are there', () => {
    assert.deepEqual(
      contributes.jsonValidation.map(({ url }) => url),
      ['./schemas/zonewright.schema.json', './schemas/editor-settings.schema.json'],
    );
    for (const { url } of contributes.jsonValidation) assert.ok(existsSync(path.join(root, url)), url);
  });

  it('have the profiles and severities that there are', () => {
    const { 'zonewright.profile': profile, 'zonewright.rules': rules } = contributes.configuration.properties;
    assert.deepEqual(profile?.enum, profiles);
    assert.deepEqual(rules?.additionalProperties?.anyOf?.[0]?.enum?.toSorted(), [...severities].toSorted());
  });
});
