import type { ListFolder } from '../../config/paths/glob.ts';
import { baseName, folderOf, relativePath } from '../../config/paths/paths.ts';
import type { ConfigProblem } from '../../config/reading/places.ts';
import { readServerConfig, serverKindOf } from '../../config/servers/read-server-config.ts';
import { readEditorSettings, readSettings, settingsFileName } from '../../config/settings/read-settings.ts';
import type { ServerConfig } from '../../config/reading/server-config.ts';
import type { FormatSettings } from '../../config/settings/format-settings.ts';
import type { LintSettings, RuleDescription, SettingsLayer } from '../../config/settings/settings.ts';
import { isIgnored, mergeSettings, ruleSettings, thisHour } from '../../config/settings/settings.ts';
import { zonesOfFile } from '../../config/servers/zones-of-file.ts';
import type { LintSettings as RuleSettings } from '../../findings/lint-settings.ts';
import type { EditorFeatures } from '../../config/settings/editor-features.ts';
import { readEditorFeatures, usualFeatures } from '../../config/settings/editor-features.ts';
import { identifyZone } from '../../workspace/zone-identity.ts';
import type { VerifySignature } from '../../findings/lint-settings.ts';

/** Which zone a file holds, and how it is judged. */
export interface Identity {
  /** Absolute name of the apex; undefined where nothing tells it. */
  readonly apex: string | undefined;
  /** Only the file's name tells the apex. */
  readonly isGuess: boolean;
  readonly view: string | undefined;
  readonly settings: RuleSettings;
}

export function sameIdentity(a: Identity, b: Identity): boolean {
  return (
    a.apex === b.apex &&
    a.isGuess === b.isGuess &&
    a.view === b.view &&
    (a.settings === b.settings || JSON.stringify(a.settings) === JSON.stringify(b.settings))
  );
}

interface FolderSettings {
  readonly merged: LintSettings;
  readonly forPublic: RuleSettings;
  readonly forInternal: RuleSettings;
}

export interface ConfigFiles {
  /** Files that may hold configuration. */
  configKeys(): Iterable<string>;
  configText(path: string): string | undefined;
  readonly listFolder: ListFolder;
  /** The workspace folder that a file lies in. */
  folderOf(key: string): string | undefined;
}

/** What name servers' configurations, `.zonewright.json` files and the editor's settings say about the zones of the workspace. */
export class Configuration {
  private readonly rules: readonly RuleDescription[];
  private readonly files: ConfigFiles;
  private readonly verify: VerifySignature;
  /** By workspace folder; undefined for files that are in none. */
  private readonly editor = new Map<
    string | undefined,
    {
      readonly said: string;
      readonly layer: SettingsLayer;
      readonly problems: readonly ConfigProblem[];
      readonly features: EditorFeatures;
    }
  >();
  private settingsFiles: readonly { readonly folder: string; readonly layer: SettingsLayer }[] = [];
  private configs: readonly ServerConfig[] = [];
  private found: readonly ConfigProblem[] = [];
  private readonly byFolder = new Map<string, FolderSettings>();

  constructor(rules: readonly RuleDescription[], files: ConfigFiles, verify: VerifySignature) {
    this.rules = rules;
    this.files = files;
    this.verify = verify;
  }

  /** Takes the editor's section for a workspace folder. Returns whether it says something else than before. */
  setEditor(folder: string | undefined, section: unknown): boolean {
    const said = JSON.stringify(section ?? null),
      known = this.editor.get(folder);
    if (known?.said === said) return false;
    const { settings, problems } = readEditorSettings(section ?? {}, folder ?? '/', this.rules);
    this.editor.set(folder, { said, layer: settings, problems, features: readEditorFeatures(section) });
    this.byFolder.clear();
    return true;
  }

  /** Reads all configuration files anew. Returns the files that they name and that were not at hand. */
  reload(): readonly string[] {
    const keys = [...this.files.configKeys()],
      settingsFiles: { folder: string; layer: SettingsLayer }[] = [],
      problems: ConfigProblem[] = [];
    for (const key of keys) {
      if (baseName(key) !== settingsFileName) continue;
      const read = readSettings(key, this.files.configText(key) ?? '', this.rules);
      settingsFiles.push({ folder: folderOf(key), layer: read.settings });
      problems.push(...read.problems);
    }
    this.settingsFiles = settingsFiles.toSorted((a, b) => a.folder.length - b.folder.length);
    this.configs = this.readConfigs(
      keys.filter(
        (key) =>
          baseName(key) !== settingsFileName && serverKindOf(key, this.files.configText(key) ?? '') !== undefined,
      ),
    );
    this.found = [...problems, ...this.configs.flatMap((config) => config.problems)];
    this.byFolder.clear();
    return this.configs.flatMap((config) => config.wanted);
  }

  /** A file that another one includes is read with that, and not for itself. */
  private readConfigs(keys: readonly string[]): readonly ServerConfig[] {
    const read = keys.flatMap(
      (key) => readServerConfig(key, (path) => this.files.configText(path), this.files.listFolder) ?? [],
    );
    const included = new Set(read.flatMap(({ path, files }) => files.filter((file) => file !== path)));
    return read.filter(({ path }) => !included.has(path));
  }

  identify(key: string, head: string): Identity {
    const { merged, forInternal, forPublic } = this.settingsOf(key);
    const { apex, isGuess, view, internal, content } = identifyZone(key, head, {
      configs: this.configs,
      mappings: merged.zones,
    });
    // Root hints name the servers of the root zone and are not that zone: what is not in them may well exist.
    return { apex: content === 'hint' ? undefined : apex, isGuess, view, settings: internal ? forInternal : forPublic };
  }

  /** Whether a configuration says that a server loads this file. */
  isServed(key: string): boolean {
    return this.configs.length > 0 && zonesOfFile(this.configs, key).length > 0;
  }

  isIgnored(key: string): boolean {
    return isIgnored(this.settingsOf(key).merged, key);
  }

  /** What the editor's settings want to see in and around a file's text. */
  features(key: string): EditorFeatures {
    return (this.editor.get(this.files.folderOf(key)) ?? this.editor.get(undefined))?.features ?? usualFeatures;
  }

  /** How the file is laid out. */
  formatOptions(key: string): FormatSettings {
    return this.settingsOf(key).merged.format;
  }

  problems(): readonly ConfigProblem[] {
    return this.found;
  }

  /** What is wrong with the editor's settings, each thing once: they are in no file that a finding could be shown in. */
  editorProblems(): readonly string[] {
    return [...new Set([...this.editor.values()].flatMap(({ problems }) => problems.map(({ message }) => message)))];
  }

  private settingsOf(key: string): FolderSettings {
    const folder = folderOf(key),
      known = this.byFolder.get(folder);
    if (known !== undefined) return known;
    const layers = this.settingsFiles
      .filter((one) => one.folder === folder || relativePath(one.folder, key) !== undefined)
      .map(({ layer }) => layer);
    const editor = (this.editor.get(this.files.folderOf(key)) ?? this.editor.get(undefined))?.layer;
    const merged = mergeSettings(...layers, ...(editor === undefined ? [] : [editor]));
    const host = { now: thisHour(), verify: this.verify },
      fresh = { merged, forPublic: ruleSettings(merged, false, host), forInternal: ruleSettings(merged, true, host) };
    this.byFolder.set(folder, fresh);
    return fresh;
  }
}
