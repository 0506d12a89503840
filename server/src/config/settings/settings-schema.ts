import type { formatKeys, mailHostKeys, ruleKeys, settingsKeys, zoneKeys } from './read-settings.ts';
import { columnModes, FARTHEST_COLUMN, ttlStyles, typeCases, whitespaceStyles } from './format-settings.ts';
import { profiles, severities, type RuleDescription } from './settings.ts';

/** A JSON schema, draft-07. */
export type JsonSchema = { readonly [key: string]: JsonSchemaValue };
export type JsonSchemaValue = string | number | boolean | null | readonly JsonSchemaValue[] | JsonSchema;

/** The schema of `.zonewright.json`, so that editors complete and check it. */
export function settingsSchema(rules: readonly RuleDescription[]): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Zonewright',
    description: 'How Zonewright checks the zone files in this folder and below.',
    type: 'object',
    properties: { $schema: { type: 'string' }, ...properties(rules) },
    additionalProperties: false,
    definitions: {
      rule: {
        anyOf: [reference, { type: 'object', properties: { severity: reference }, additionalProperties: false }],
      },
      severity: {
        type: 'string',
        enum: [...severities],
        enumDescriptions: severities.map((severity) => severityWords[severity]),
      },
    },
  };
}

/** What VS Code's own settings files are checked with besides the extension's manifest, which would grow too large with every rule in it: `zonewright.rules` with all codes and options. */
export function editorRulesSchema(rules: readonly RuleDescription[]): JsonSchema {
  const { definitions, $schema } = settingsSchema(rules);
  const settings: JsonSchema = { 'zonewright.rules': { $ref: '#/definitions/rules' } };
  return {
    $schema: $schema!,
    description: 'The Zonewright rules in settings.json, and under "settings" in a workspace file.',
    properties: { ...settings, settings: { properties: settings } },
    definitions: { ...(definitions as JsonSchema), rules: properties(rules).rules },
  };
}

const severityWords: Readonly<Record<(typeof severities)[number], string>> = {
  error: 'Shown as an error; fails a check on the command line.',
  warning: 'Shown as a warning.',
  information: 'Shown as information.',
  hint: 'Shown as a hint.',
  off: 'Never shown.',
};

const profileWords: Readonly<Record<(typeof profiles)[number], string>> = {
  recommended: 'The rules nearly every operator wants.',
  strict: 'Policy rules too.',
  all: 'Every rule.',
  bind: 'Only what named-checkzone would say.',
};

function properties(rules: readonly RuleDescription[]): Record<(typeof settingsKeys)[number], JsonSchema> {
  return {
    profile: {
      description: 'Which rules run.',
      type: 'string',
      enum: [...profiles],
      enumDescriptions: profiles.map((profile) => profileWords[profile]),
      default: 'recommended',
    },
    rules: {
      description:
        'The severity of a rule, or "off"; or an object with severity and options. "spf/*" is the whole area.',
      type: 'object',
      properties: Object.fromEntries(rules.map((rule) => [rule.code, ruleSchema(rule)])),
      patternProperties: Object.fromEntries(
        areasOf(rules).map((area) => [
          `^${area.replace(/[^a-z0-9]/gi, '\\$&')}/\\*$`,
          { description: `Every rule about ${area}.`, $ref: '#/definitions/rule' },
        ]),
      ),
      additionalProperties: false,
    },
    zones: {
      description:
        "Which zone a file holds, by file patterns relative to this file's folder. Each field comes from the first matching pattern that has it.",
      type: 'object',
      additionalProperties: {
        anyOf: [
          { type: 'string', description: 'The apex, such as example.com.' },
          { type: 'object', properties: zoneFields, additionalProperties: false },
        ],
      },
    },
    mail: {
      description: "What the zone files don't contain about mail.",
      type: 'object',
      properties: {
        hosts: {
          description: 'The mail hosts, by the name in the MX records.',
          type: 'object',
          additionalProperties: { type: 'object', properties: mailHostFields, additionalProperties: false },
        },
      },
      additionalProperties: false,
    },
    ignore: {
      description: "File patterns, relative to this file's folder, of files and folders that are never checked.",
      type: 'array',
      items: { type: 'string' },
    },
    format: {
      description: 'How "Format Document" and "zonewright format" lay out zone files.',
      type: 'object',
      properties: formatFields,
      additionalProperties: false,
    },
  };
}

const reference: JsonSchema = { $ref: '#/definitions/severity' };

const formatFields: Record<(typeof formatKeys)[number], JsonSchema> = {
  columns: {
    anyOf: [
      { type: 'string', enum: [...columnModes] },
      {
        type: 'array',
        items: { type: 'integer', minimum: 1, maximum: FARTHEST_COLUMN },
        minItems: 3,
        maxItems: 4,
      },
    ],
    description:
      '"keep": records go to the columns most of their paragraph has. "align": each paragraph gets columns that fit it. Or the columns of class, type, data and comments, such as [24, 32, 40].',
    default: 'keep',
  },
  whitespace: {
    type: 'string',
    enum: [...whitespaceStyles],
    description: 'What columns are filled with.',
    default: 'keep',
  },
  typeCase: {
    type: 'string',
    enum: [...typeCases],
    description: 'How types and classes are written, such as MX or mx.',
    default: 'keep',
  },
  ttl: {
    type: 'string',
    enum: [...ttlStyles],
    description: 'How TTLs are written, such as 3600 or 1h.',
    default: 'keep',
  },
};

const zoneFields: Record<(typeof zoneKeys)[number], JsonSchema> = {
  apex: { type: 'string', description: 'The apex of the zone, such as example.com.' },
  internal: {
    type: 'boolean',
    description: 'Whether only clients on your own networks see the zone, so that private addresses are fine in it.',
  },
  view: { type: 'string', description: 'The view the zone is served in. Zones of one view are checked together.' },
};

const mailHostFields: Record<(typeof mailHostKeys)[number], JsonSchema> = {
  banner: { type: 'string', description: 'The name in its SMTP banner and HELO.' },
  certificateNames: { type: 'array', items: { type: 'string' }, description: 'The names in its STARTTLS certificate.' },
  sending: {
    description: 'Whether it sends mail to the internet, from all of its addresses or from each one.',
    anyOf: [{ type: 'boolean' }, { type: 'object', additionalProperties: { type: 'boolean' } }],
  },
  asked: { type: 'string', description: 'The day on which the server was asked for this, such as 2026-01-31.' },
};

function ruleSchema({ summary, severity, options }: RuleDescription): JsonSchema {
  const words = {
    ...(summary === undefined ? {} : { description: summary }),
    ...(severity === undefined ? {} : { default: severity }),
  };
  // VS Code shows what stands beside a reference.
  if (options === undefined) return { ...words, $ref: '#/definitions/rule' };
  const fields: Record<(typeof ruleKeys)[number], JsonSchema> = {
    severity: reference,
    options: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(options).map(([name, option]) => [name, optionSchema(option)])),
      additionalProperties: false,
    },
  };
  return { ...words, anyOf: [reference, { type: 'object', properties: fields, additionalProperties: false }] };
}

function optionSchema({
  type,
  description,
  default: initial,
}: NonNullable<RuleDescription['options']>[string]): JsonSchema {
  return { type, description, default: initial, ...(type === 'array' ? { items: { type: 'string' } } : {}) };
}

function areasOf(rules: readonly RuleDescription[]): readonly string[] {
  return [...new Set(rules.map(({ code }) => code.split('/')[0]!))].toSorted();
}
