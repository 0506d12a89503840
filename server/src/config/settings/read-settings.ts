import { folderOf } from '../paths/paths.ts';
import { PlacedText, type ConfigProblem } from '../reading/places.ts';
import { addressOctets, addressText } from '../../text/address.ts';
import { nearest } from '../../text/near-miss.ts';
import { covers } from './rule-codes.ts';
import { SettingsJson, type Member, type Node } from './settings-json.ts';
import {
  areColumns,
  columnModes,
  FARTHEST_COLUMN,
  ttlStyles,
  typeCases,
  whitespaceStyles,
  type FormatSettings,
} from './format-settings.ts';
import {
  noSettings,
  profiles,
  severities,
  type FilePattern,
  type MailHost,
  type RuleDescription,
  type RuleSeverity,
  type SettingsLayer,
  type ZoneMapping,
} from './settings.ts';
import { absoluteName } from '../zone-files/zone-name.ts';

export const settingsFileName = '.zonewright.json';

export const settingsKeys = ['profile', 'rules', 'zones', 'mail', 'ignore', 'format'] as const;
export const formatKeys = ['columns', 'whitespace', 'typeCase', 'ttl'] as const;
export const ruleKeys = ['severity', 'options'] as const;
export const zoneKeys = ['apex', 'internal', 'view'] as const;
export const mailHostKeys = ['banner', 'certificateNames', 'sending', 'asked'] as const;

export interface ReadSettings {
  readonly settings: SettingsLayer;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Reads `.zonewright.json`. What is wrong in it is reported at its place and has no effect; the rest counts. Never throws.
 * @param rules the rules that there are
 */
export function readSettings(path: string, text: string, rules: readonly RuleDescription[]): ReadSettings {
  const json = new SettingsJson(new PlacedText(path, text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text));
  const root = json.root();
  const settings = root === undefined ? noSettings : new SettingsReader(json, folderOf(path), rules).read(root, true);
  return { settings, problems: json.problems };
}

/**
 * Reads the editor's settings: the object under `zonewright`. Keys of other parts of the extension are passed over, and null is as good as nothing.
 * @param folder what file patterns are relative to
 */
export function readEditorSettings(value: unknown, folder: string, rules: readonly RuleDescription[]): ReadSettings {
  const json = new SettingsJson(new PlacedText(folder, withoutNull(value)));
  const root = json.root();
  const settings = root === undefined ? noSettings : new SettingsReader(json, folder, rules).read(root, false);
  return { settings, problems: json.problems };
}

class SettingsReader {
  private readonly json: SettingsJson;
  private readonly folder: string;
  private readonly rules: ReadonlyMap<string, RuleDescription>;

  constructor(json: SettingsJson, folder: string, rules: readonly RuleDescription[]) {
    this.json = json;
    this.folder = folder;
    this.rules = new Map(rules.map((rule) => [rule.code, rule]));
  }

  read(root: Node, strict: boolean): SettingsLayer {
    let settings = noSettings;
    for (const member of this.json.members(root, 'The settings')) {
      const { name, value } = member;
      if (name === 'profile') settings = { ...settings, profile: this.json.oneOf(value, 'profile', profiles) };
      else if (name === 'rules') settings = { ...settings, ...this.ruleSettings(value) };
      else if (name === 'zones') settings = { ...settings, zones: this.zones(value) };
      else if (name === 'mail') settings = { ...settings, mailHosts: this.mail(value, strict) };
      else if (name === 'ignore') settings = { ...settings, ignore: this.patterns(value) };
      else if (name === 'format') settings = { ...settings, format: this.format(value, strict) };
      else if (name === '$schema') this.json.text(value, '"$schema"');
      else if (strict) this.json.unknownKey(member, settingsKeys);
    }
    return settings;
  }

  /** A whole area, as `spf/*`, is spelt out into its rules; what is said about a single rule wins over it. */
  private ruleSettings(node: Node): Pick<SettingsLayer, 'severities' | 'options'> {
    const bySeverity: Record<string, RuleSeverity> = {},
      options: Record<string, Record<string, unknown>> = {};
    const members = this.json.members(node, '"rules"');
    const isArea = ({ name }: Member): boolean => name.endsWith('/*');
    for (const member of [...members.filter(isArea), ...members.filter((one) => !isArea(one))]) {
      const codes = this.codesOf(member),
        { severity, options: given } = this.rule(member);
      for (const code of codes) {
        if (severity !== undefined) bySeverity[code] = severity;
        if (given !== undefined)
          options[code] = { ...options[code], ...this.ruleOptions(given, this.rules.get(code)!) };
      }
    }
    return { severities: bySeverity, options };
  }

  private codesOf({ name, key }: Member): readonly string[] {
    const known = [...this.rules.keys()],
      codes = known.filter((code) => covers(name, code));
    if (codes.length > 0) return codes;
    const meant = nearest(name, known);
    this.json.report('settings/unknown-code', meant === undefined ? 'unknown' : 'didYouMean', key, {
      code: name,
      meant: meant ?? '',
    });
    return [];
  }

  private rule({ name, value }: Member): {
    readonly severity: RuleSeverity | undefined;
    readonly options: Node | undefined;
  } {
    if (value.type !== 'object') {
      if (value.type === 'string')
        return { severity: this.json.oneOf(value, 'severity', severities), options: undefined };
      this.json.wrongType(value, `The setting of "${name}"`, 'a severity, or an object with "severity" and "options"');
      return { severity: undefined, options: undefined };
    }
    let severity: RuleSeverity | undefined, options: Node | undefined;
    for (const member of this.json.members(value, `"${name}"`)) {
      if (member.name === 'severity') severity = this.json.oneOf(member.value, 'severity', severities);
      else if (member.name === 'options') options = member.value;
      else this.json.unknownKey(member, ruleKeys);
    }
    return { severity, options };
  }

  private ruleOptions(node: Node, rule: RuleDescription): Readonly<Record<string, unknown>> {
    const schemas = rule.options ?? {},
      values: Record<string, unknown> = {};
    for (const member of this.json.members(node, `The options of "${rule.code}"`)) {
      const { name, value } = member;
      if (!Object.hasOwn(schemas, name)) {
        if (Object.keys(schemas).length > 0) this.json.unknownKey(member, Object.keys(schemas));
        else this.json.report('settings/unknown-key', 'noOptions', member.key, { rule: rule.code, name });
        continue;
      }
      const { type } = schemas[name]!;
      if (type !== 'array' && value.type === type) values[name] = value.value as unknown;
      else if (type === 'array' && value.type === 'array') values[name] = this.texts(value, `"${name}"`);
      else
        this.json.wrongType(
          value,
          `"${name}" of ${rule.code}`,
          type === 'array' ? 'a list of strings' : type === 'boolean' ? 'true or false' : `a ${type}`,
        );
    }
    return values;
  }

  private zones(node: Node): readonly ZoneMapping[] {
    return this.json.members(node, '"zones"').map((member) => {
      const pattern = { folder: this.folder, glob: member.name };
      if (member.value.type === 'string')
        return { ...pattern, apex: this.name(member.value, 'The apex'), internal: undefined, view: undefined };
      if (member.value.type !== 'object') {
        this.json.wrongType(
          member.value,
          `The zone of "${member.name}"`,
          'an apex such as "example.com", or an object with "apex", "internal" and "view"',
        );
        return { ...pattern, apex: undefined, internal: undefined, view: undefined };
      }
      let apex: string | undefined, internal: boolean | undefined, view: string | undefined;
      for (const field of this.json.members(member.value, `"${member.name}"`)) {
        if (field.name === 'apex') apex = this.name(field.value, '"apex"');
        else if (field.name === 'internal') internal = this.json.flag(field.value, '"internal"');
        else if (field.name === 'view') view = this.json.text(field.value, '"view"');
        else this.json.unknownKey(field, zoneKeys);
      }
      return { ...pattern, apex, internal, view };
    });
  }

  private mail(node: Node, strict: boolean): readonly MailHost[] {
    return this.json.members(node, '"mail"').flatMap((member) => {
      if (member.name === 'hosts')
        return this.json.members(member.value, '"hosts"').flatMap((host) => this.mailHost(host));
      if (strict) this.json.unknownKey(member, ['hosts']);
      return [];
    });
  }

  private mailHost(member: Member): readonly MailHost[] {
    const name = absoluteName(member.name);
    if (name === undefined) {
      this.json.report('settings/bad-value', 'host', member.key, { value: member.name });
      return [];
    }
    let host: MailHost = { host: name.slice(0, -1) };
    for (const field of this.json.members(member.value, `"${member.name}"`)) {
      if (field.name === 'banner') {
        const banner = this.name(field.value, '"banner"');
        if (banner !== undefined) host = { ...host, banner: banner.slice(0, -1) };
      } else if (field.name === 'certificateNames') {
        host = {
          ...host,
          certificateNames: this.json
            .items(field.value, '"certificateNames"')
            .flatMap((item) => this.name(item, 'A certificate name')?.slice(0, -1) ?? []),
        };
      } else if (field.name === 'sending') {
        host = { ...host, ...this.sending(field.value) };
      } else if (field.name === 'asked') {
        const asked = this.json.text(field.value, '"asked"');
        if (asked !== undefined) host = { ...host, asked };
      } else this.json.unknownKey(field, mailHostKeys);
    }
    return [host];
  }

  /** The addresses that send. Where only true is said, all that the host has do, and there is no list. */
  private sending(node: Node): Pick<MailHost, 'sendingAddresses'> {
    if (node.type === 'boolean') return { sendingAddresses: node.value === true ? undefined : [] };
    if (node.type !== 'object') {
      this.json.wrongType(node, '"sending"', 'true, false, or an object with one of them for each address');
      return {};
    }
    const sendingAddresses = this.json.members(node, '"sending"').flatMap((member) => this.sendingAddress(member));
    return { sendingAddresses };
  }

  private sendingAddress({ name, key, value }: Member): readonly string[] {
    const sends = this.json.flag(value, `"${name}"`);
    const octets = addressOctets(name);
    if (octets === undefined) this.json.report('settings/bad-value', 'address', key, { value: name });
    return octets === undefined || sends !== true ? [] : [addressText(octets)];
  }

  private format(node: Node, strict: boolean): FormatSettings {
    const format: { -readonly [Key in keyof FormatSettings]: FormatSettings[Key] } = {};
    const set = <Key extends keyof FormatSettings>(key: Key, value: FormatSettings[Key] | undefined): void => {
      if (value !== undefined) format[key] = value;
    };
    for (const member of this.json.members(node, '"format"')) {
      const { name, value } = member;
      if (name === 'columns') set('columns', this.columns(value));
      else if (name === 'whitespace') set(name, this.json.oneOf(value, name, whitespaceStyles));
      else if (name === 'typeCase') set(name, this.json.oneOf(value, name, typeCases));
      else if (name === 'ttl') set(name, this.json.oneOf(value, name, ttlStyles));
      else if (strict) this.json.unknownKey(member, formatKeys);
    }
    return format;
  }

  private columns(node: Node): FormatSettings['columns'] {
    if (node.type !== 'array') return this.json.oneOf(node, 'columns', columnModes);
    const given = this.json.items(node, '"columns"').map(({ value }) => value);
    if (given.every((one) => typeof one === 'number') && areColumns(given)) return given;
    this.json.report('settings/bad-value', 'columns', node, { most: FARTHEST_COLUMN });
    return undefined;
  }

  private patterns(node: Node): readonly FilePattern[] {
    return this.texts(node, '"ignore"').map((glob) => ({ folder: this.folder, glob }));
  }

  private texts(node: Node, what: string): readonly string[] {
    return this.json.items(node, what).flatMap((item) => this.json.text(item, `An entry of ${what}`) ?? []);
  }

  private name(node: Node, what: string): string | undefined {
    const text = this.json.text(node, what);
    if (text === undefined) return undefined;
    const name = absoluteName(text);
    if (name === undefined) this.json.report('settings/bad-value', 'domain', node, { value: text });
    return name;
  }
}

function withoutNull(value: unknown): string {
  try {
    return JSON.stringify(value, (_, member: unknown) => (member === null ? undefined : member)) ?? '';
  } catch {
    // Only a value that holds itself or a BigInt has no JSON form; no editor sends one.
    return '';
  }
}
