import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readEditorSettings, readSettings } from '../../../server/src/config/settings/read-settings.ts';
import {
  editorRulesSchema,
  settingsSchema,
  type JsonSchema,
} from '../../../server/src/config/settings/settings-schema.ts';
import {
  isIgnored,
  mappingOf,
  mergeSettings,
  noSettings,
  ruleSettings,
  type RuleDescription,
} from '../../../server/src/config/settings/settings.ts';
import { marked } from './files.ts';

const rules: readonly RuleDescription[] = [
  { code: 'mx/no-address', summary: 'An MX target without address.', severity: 'error' },
  { code: 'mx/cname', severity: 'error' },
  { code: 'spf/lookup-limit', severity: 'error' },
  {
    code: 'soa/refresh-low',
    severity: 'warning',
    options: {
      minimum: { type: 'number', description: 'Seconds.', default: 1200 },
      except: { type: 'array', description: 'Zones.', default: [] },
      exact: { type: 'boolean', description: 'Whether.', default: false },
      unit: { type: 'string', description: 'Unit.', default: 's' },
    },
  },
];

const path = '/work/.zonewright.json';
const read = (text: string): ReturnType<typeof readSettings> => readSettings(path, text, rules);
const told = (text: string): readonly string[] =>
  read(text).problems.map((problem) => `${problem.code} ${marked(problem, text)}`);

describe('.zonewright.json', () => {
  it('sets profile, rules, zones, mail hosts and ignored files, with comments and trailing commas', () => {
    const { settings, problems } = read(`{
  "$schema": "./zonewright.schema.json",
  "profile": "strict", // what we agreed on
  "rules": {
    "mx/cname": "off",
    "soa/refresh-low": { "severity": "hint", "options": { "minimum": 900, "except": ["example.net"], "exact": true, "unit": "m" } },
  },
  "zones": {
    "zones/*.db": "Example.com",
    "internal/**": { "internal": true, "view": "inside" },
    "internal/db.corp": { "apex": "corp.example.com." },
  },
  "mail": { "hosts": {
    "Mail.example.com": { "banner": "mx1.example.com", "certificateNames": ["*.example.com", "mail.example.com"], "sending": { "192.0.2.25": true, "2001:DB8:0::25": true, "192.0.2.26": false } },
    "mx.example.com.": { "sending": false },
  } },
  "ignore": ["old/", "*.bak"],
}`);
    assert.deepEqual(problems, []);
    assert.equal(settings.profile, 'strict');
    assert.deepEqual(settings.severities, { 'mx/cname': 'off', 'soa/refresh-low': 'hint' });
    assert.deepEqual(settings.options, {
      'soa/refresh-low': { minimum: 900, except: ['example.net'], exact: true, unit: 'm' },
    });
    assert.deepEqual(settings.mailHosts, [
      {
        host: 'mail.example.com',
        banner: 'mx1.example.com',
        certificateNames: ['*.example.com', 'mail.example.com'],
        sendingAddresses: ['192.0.2.25', '2001:db8::25'],
      },
      { host: 'mx.example.com', sendingAddresses: [] },
    ]);
    assert.deepEqual(mappingOf(settings.zones, '/work/zones/a.db'), {
      apex: 'example.com.',
      internal: undefined,
      view: undefined,
    });
    assert.deepEqual(mappingOf(settings.zones, 'file:///work/internal/db.corp'), {
      apex: 'corp.example.com.',
      internal: true,
      view: 'inside',
    });
    assert.deepEqual(mappingOf(settings.zones, '/elsewhere/zones/a.db'), {
      apex: undefined,
      internal: undefined,
      view: undefined,
    });
    assert.equal(isIgnored(settings, '/work/old/2019/db.example.com'), true);
    assert.equal(isIgnored(settings, '/work/zones/x.bak'), true);
    assert.equal(isIgnored(settings, '/work/zones/x'), false);
  });

  it('may be empty', () => {
    for (const text of ['', '  \n', '// nothing yet', '{}'])
      assert.deepEqual(read(text), { settings: noSettings, problems: [] }, text);
  });

  it('sets a whole area at once, and single rules of it otherwise', () => {
    assert.deepEqual(read('{ "rules": { "mx/cname": "warning", "mx/*": "off" } }').settings.severities, {
      'mx/no-address': 'off',
      'mx/cname': 'warning',
    });
  });

  it('is told of unknown keys and codes with what was meant', () => {
    assert.deepEqual(told('{ "profil": "all" }'), ['settings/unknown-key "profil"']);
    assert.match(read('{ "profil": "all" }').problems[0]!.message, /Did you mean "profile"\?/);
    assert.deepEqual(told('{ "rules": { "mx/no-adress": "off" } }'), ['settings/unknown-code "mx/no-adress"']);
    assert.match(
      read('{ "rules": { "mx/no-adress": "off" } }').problems[0]!.message,
      /Did you mean "mx\/no-address"\?/,
    );
    assert.deepEqual(told('{ "rules": { "nothing/*": "off" } }'), ['settings/unknown-code "nothing/*"']);
    assert.deepEqual(told('{ "rules": { "soa/refresh-low": { "sevrity": "off" } } }'), [
      'settings/unknown-key "sevrity"',
    ]);
    assert.deepEqual(
      told(
        '{ "rules": { "soa/refresh-low": { "options": { "minimun": 1 } }, "mx/cname": { "options": { "x": 1 } } } }',
      ),
      ['settings/unknown-key "minimun"', 'settings/unknown-key "x"'],
    );
    assert.deepEqual(
      told(
        '{ "zones": { "a": { "apx": "b.example" } }, "mail": { "host": {}, "hosts": { "m.example": { "baner": "x.example" } } } }',
      ),
      ['settings/unknown-key "apx"', 'settings/unknown-key "host"', 'settings/unknown-key "baner"'],
    );
    assert.deepEqual(told('{ "rules": { "__proto__": "off", "constructor": "off" } }'), [
      'settings/unknown-code "__proto__"',
      'settings/unknown-code "constructor"',
    ]);
  });

  it('is told of wrong values, with what they are and what they must be', () => {
    assert.deepEqual(told('[]'), ['settings/wrong-type []']);
    assert.deepEqual(told('{ "profile": 3, "rules": [], "zones": "x", "mail": true, "ignore": "x" }'), [
      'settings/wrong-type 3',
      'settings/wrong-type []',
      'settings/wrong-type "x"',
      'settings/wrong-type true',
      'settings/wrong-type "x"',
    ]);
    assert.deepEqual(told('{ "profile": "stric" }'), ['settings/bad-value "stric"']);
    assert.deepEqual(told('{ "rules": { "mx/cname": "warn", "mx/no-address": false } }'), [
      'settings/bad-value "warn"',
      'settings/wrong-type false',
    ]);
    assert.match(read('{ "rules": { "mx/cname": "warn" } }').problems[0]!.message, /Did you mean "warning"\?/);
    assert.match(read('{ "profile": 3 }').problems[0]!.message, /must be a string, not 3/);
    assert.deepEqual(
      told(
        '{ "rules": { "soa/refresh-low": { "options": { "minimum": "1", "except": "x", "exact": 1, "unit": ["m"] } } } }',
      ),
      ['settings/wrong-type "1"', 'settings/wrong-type "x"', 'settings/wrong-type 1', 'settings/wrong-type ["m"]'],
    );
    assert.deepEqual(told('{ "zones": { "a": "b..example", "b": 3, "c": { "internal": "yes", "view": 1 } } }'), [
      'settings/bad-value "b..example"',
      'settings/wrong-type 3',
      'settings/wrong-type "yes"',
      'settings/wrong-type 1',
    ]);
    assert.deepEqual(
      told(
        '{ "mail": { "hosts": { "a b": {}, "m.example": { "sending": "yes", "certificateNames": "x", "banner": "-- ." } } } }',
      ),
      ['settings/bad-value "a b"', 'settings/wrong-type "yes"', 'settings/wrong-type "x"', 'settings/bad-value "-- ."'],
    );
    assert.deepEqual(
      told(
        '{ "mail": { "hosts": { "m.example": { "sending": { "192.0.2": true, "fe80::1%eth0": true, "192.0.2.1": 1 } } } } }',
      ),
      ['settings/bad-value "192.0.2"', 'settings/bad-value "fe80::1%eth0"', 'settings/wrong-type 1'],
    );
    assert.deepEqual(told('{ "profile": "all", "profile": "strict" }'), ['settings/duplicate-key "profile"']);
  });

  it('that is no JSON is told where, and what can be read counts', () => {
    const text = '{ "profile": "all" "ignore": ["x"] }';
    assert.deepEqual(told(text), ['settings/syntax "ignore"']);
    assert.equal(read(text).settings.profile, 'all');
    assert.deepEqual(read(text).problems[0]!.at.start, { line: 0, character: 19, offset: 19 });
    assert.deepEqual(
      read('['.repeat(100_000)).problems.map(({ code }) => code),
      ['settings/syntax'],
    );
  });

  it('never makes the reader throw', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"rules"',
      '"zones"',
      '"mail"',
      '"hosts"',
      '"mx/*"',
      '"soa/refresh-low"',
      '"options"',
      '"__proto__"',
      '"a',
      '\\u12',
      '//',
      '/*',
      'null',
      'true',
      '1e999',
      '\n',
      '🦉',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const {
          at: { start, end },
        } of read(text).problems)
          assert.ok(start.offset <= end.offset && end.offset <= text.length);
      }),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        read(text);
        readEditorSettings(JSON.parse(text), '/work', rules);
      }),
    );
  });
});

describe("the editor's settings", () => {
  it('win over those of the file, by code, by option and by mail host', () => {
    const file = read(`{ "profile": "strict",
      "rules": { "mx/cname": "off", "soa/refresh-low": { "severity": "hint", "options": { "minimum": 900, "exact": true } } },
      "zones": { "a.db": "file.example" },
      "mail": { "hosts": { "m.example": { "banner": "file.example", "sending": false } } }, "ignore": ["x"] }`).settings;
    const { settings: editor, problems } = readEditorSettings(
      {
        profile: null,
        trace: { server: 'verbose' },
        rules: { 'mx/cname': 'error', 'soa/refresh-low': { options: { minimum: 60 } } },
        zones: { 'a.db': 'editor.example' },
        mail: { hosts: { 'm.example': { banner: 'editor.example', sending: true } }, other: 1 },
        ignore: ['y'],
      },
      '/work',
      rules,
    );
    assert.deepEqual(problems, []);
    const settings = mergeSettings(file, editor);
    assert.equal(settings.profile, 'strict');
    assert.deepEqual(settings.severities, { 'mx/cname': 'error', 'soa/refresh-low': 'hint' });
    assert.deepEqual(settings.options, { 'soa/refresh-low': { minimum: 60, exact: true } });
    assert.equal(mappingOf(settings.zones, '/work/a.db').apex, 'editor.example.');
    assert.deepEqual(settings.mailHosts, [
      { host: 'm.example', banner: 'editor.example', sendingAddresses: undefined },
    ]);
    assert.deepEqual(
      settings.ignore.map(({ glob }) => glob),
      ['x', 'y'],
    );
    assert.deepEqual(ruleSettings(settings, true), {
      profile: 'strict',
      severities: settings.severities,
      options: settings.options,
      mailHosts: settings.mailHosts,
      internal: true,
    });
  });

  it('may be missing', () => {
    assert.deepEqual(readEditorSettings(undefined, '/work', rules), { settings: noSettings, problems: [] });
    assert.deepEqual(readEditorSettings(null, '/work', rules), { settings: noSettings, problems: [] });
    assert.equal(mergeSettings().profile, 'recommended');
  });
});

describe('the JSON schema of the settings', () => {
  const schema = settingsSchema(rules);
  const at = (value: JsonSchema, ...keys: readonly string[]): JsonSchema =>
    keys.reduce((inner, key) => inner[key] as JsonSchema, value);

  it('is draft-07 and names every rule with its summary and options', () => {
    assert.equal(schema['$schema'], 'http://json-schema.org/draft-07/schema#');
    assert.deepEqual(
      Object.keys(at(schema, 'properties', 'rules', 'properties')),
      rules.map(({ code }) => code),
    );
    assert.equal(
      at(schema, 'properties', 'rules', 'properties', 'mx/no-address')['description'],
      'An MX target without address.',
    );
    const [, full] = at(schema, 'properties', 'rules', 'properties', 'soa/refresh-low')[
      'anyOf'
    ] as readonly JsonSchema[];
    assert.deepEqual(at(full!, 'properties', 'options', 'properties', 'except'), {
      type: 'array',
      description: 'Zones.',
      default: [],
      items: { type: 'string' },
    });
    assert.deepEqual(Object.keys(at(schema, 'properties', 'rules', 'patternProperties')), [
      '^mx/\\*$',
      '^soa/\\*$',
      '^spf/\\*$',
    ]);
    assert.deepEqual(JSON.parse(JSON.stringify(schema)), schema);
  });

  it('is there for the settings files of VS Code, too', () => {
    const editor = editorRulesSchema(rules);
    assert.deepEqual(at(editor, 'definitions', 'rules'), at(schema, 'properties', 'rules'));
    assert.deepEqual(at(editor, 'properties', 'settings', 'properties'), {
      'zonewright.rules': { $ref: '#/definitions/rules' },
    });
    assert.deepEqual(at(editor, 'definitions', 'rule'), at(schema, 'definitions', 'rule'));
  });
});
