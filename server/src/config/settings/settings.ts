import { allCodes, codeTable } from '../../findings/codes/index.ts';
import type { LintSettings as RuleSettings, MailHost } from '../../findings/lint-settings.ts';
import type { OptionSchema } from '../../findings/code.ts';
import type { FormatSettings } from './format-settings.ts';
import { matchesGlob } from '../paths/glob.ts';
import { relativePath } from '../paths/paths.ts';

export type { MailHost };
export type Profile = RuleSettings['profile'];
export type RuleSeverity = RuleSettings['severities'][string];

export const profiles: readonly Profile[] = ['recommended', 'strict', 'all', 'bind'];
export const severities: readonly RuleSeverity[] = ['error', 'warning', 'information', 'hint', 'off'];

/** What the reader has to know of a rule. The `meta` of a rule is one. */
export interface RuleDescription {
  /** Area and name, such as `mx/no-address`. */
  readonly code: string;
  readonly summary?: string;
  readonly severity?: Exclude<RuleSeverity, 'off'>;
  readonly options?: Readonly<Record<string, OptionSchema>>;
}

/** A pattern for files, and the folder that it is relative to: that of the settings file, or of the workspace. */
export interface FilePattern {
  readonly folder: string;
  readonly glob: string;
}

/** What the settings say about the files that fit a pattern. */
export interface ZoneMapping extends FilePattern {
  /** Absolute, with the final dot. */
  readonly apex: string | undefined;
  readonly internal: boolean | undefined;
  readonly view: string | undefined;
}

/** One source of settings: a file, or the editor. What it doesn't say is left to the others. */
export interface SettingsLayer {
  readonly profile: Profile | undefined;
  readonly severities: Readonly<Record<string, RuleSeverity>>;
  readonly options: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly zones: readonly ZoneMapping[];
  readonly mailHosts: readonly MailHost[];
  readonly ignore: readonly FilePattern[];
  readonly format: FormatSettings;
}

/** Every setting, for all files of a workspace. */
export interface LintSettings extends SettingsLayer {
  readonly profile: Profile;
}

/** The codes of zones and mail, whose severities settings may set; those of configurations and settings have no other. */
export const settableCodes: readonly RuleDescription[] = allCodes
  .filter((code) => !/^(?:config|settings|suppression)\//.test(code))
  .map((code) => ({ code, ...codeTable[code] }));

export const noSettings: SettingsLayer = {
  profile: undefined,
  severities: {},
  options: {},
  zones: [],
  mailHosts: [],
  ignore: [],
  format: {},
};

/** Puts layers on top of each other, such as the editor's settings over the file's. What a later one says wins: by code, by option, by field of a mail host; its mappings are asked first. */
export function mergeSettings(...layers: readonly SettingsLayer[]): LintSettings {
  const options: Record<string, Readonly<Record<string, unknown>>> = {};
  const hosts = new Map<string, MailHost>();
  for (const layer of layers) {
    for (const [code, values] of Object.entries(layer.options)) options[code] = { ...options[code], ...values };
    for (const host of layer.mailHosts) hosts.set(host.host, { ...hosts.get(host.host), ...host });
  }
  return {
    profile: layers.findLast((layer) => layer.profile !== undefined)?.profile ?? 'recommended',
    severities: Object.assign({}, ...layers.map((layer) => layer.severities)) as Record<string, RuleSeverity>,
    options,
    zones: layers.toReversed().flatMap((layer) => layer.zones),
    mailHosts: [...hosts.values()],
    ignore: layers.flatMap((layer) => layer.ignore),
    format: Object.assign({}, ...layers.map((layer) => layer.format)) as FormatSettings,
  };
}

/** The settings as the rules take them, for a zone that is internal or not, with what the host gives them. */
export function ruleSettings(
  { profile, severities: bySeverity, options, mailHosts }: LintSettings,
  internal: boolean,
  host: Pick<RuleSettings, 'now' | 'verify'> = {},
): RuleSettings {
  return { profile, severities: bySeverity, options, mailHosts, internal, ...host };
}

const HOUR = 3600;

/** The hour that has begun, in seconds since 1970: settings that were read again soon after are the same. */
export const thisHour = (): number => Math.floor(Date.now() / 1000 / HOUR) * HOUR;

function fits({ folder, glob }: FilePattern, path: string): boolean {
  const below = relativePath(folder, path);
  return below !== undefined && matchesGlob(glob, below);
}

/** Whether a file is left alone. A pattern that fits a folder ignores all in it. */
export function isIgnored({ ignore }: Pick<SettingsLayer, 'ignore'>, path: string): boolean {
  return ignore.some(({ folder, glob }) => {
    const segments = relativePath(folder, path)?.split('/') ?? [];
    return segments.some((_, i) => matchesGlob(glob, segments.slice(0, i + 1).join('/')));
  });
}

/** What the mappings say about a file. Each field comes from the first mapping that fits and has it. */
export function mappingOf(
  mappings: readonly ZoneMapping[],
  path: string,
): Pick<ZoneMapping, 'apex' | 'internal' | 'view'> {
  const fitting = mappings.filter((mapping) => fits(mapping, path));
  return {
    apex: fitting.find(({ apex }) => apex !== undefined)?.apex,
    internal: fitting.find(({ internal }) => internal !== undefined)?.internal,
    view: fitting.find(({ view }) => view !== undefined)?.view,
  };
}
