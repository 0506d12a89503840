import path from 'node:path';
import type { ConfigProblem } from '../../config/reading/places.ts';
import { mergeSettings, noSettings, ruleSettings, thisHour } from '../../config/settings/settings.ts';
import { readSettings } from '../../config/settings/read-settings.ts';
import type { LintSettings, RuleDescription, SettingsLayer } from '../../config/settings/settings.ts';
import type { LintSettings as RuleSettings } from '../../findings/lint-settings.ts';
import { verifySignature } from '../../hosts/node/node-signatures.ts';
import { Bounds } from '../../hosts/node/bounds.ts';
import { Failure } from '../process/failure.ts';
import { LARGEST_SETTINGS, readText } from './read-bytes.ts';
import type { InputTrouble } from './zone-input.ts';

const FILE_NAME = '.zonewright.json';

/** What the nearest `.zonewright.json` at or above a file says, and the command line on top of it. */
export class SettingsFiles {
  /** What is wrong in the settings files. */
  readonly problems: ConfigProblem[] = [];
  /** Settings files that can't be read. */
  readonly troubles: InputTrouble[] = [];
  /** Where links of settings files may lead, beside the folder that they are in. */
  bounds = new Bounds([]);
  private readonly onTop: SettingsLayer;
  private readonly forAll: LintSettings | undefined;
  private readonly rules: readonly RuleDescription[];
  private readonly byFolder = new Map<string, LintSettings>();
  private readonly forRules = new Map<LintSettings, RuleSettings[]>();

  /**
   * @param onTop what the command line says
   * @param file a settings file that counts for every zone, instead of the nearest one
   */
  constructor(rules: readonly RuleDescription[], onTop: Partial<SettingsLayer> = {}, file?: string) {
    this.rules = rules;
    this.onTop = { ...noSettings, ...onTop };
    this.forAll = file === undefined ? undefined : mergeSettings(this.given(file), this.onTop);
  }

  async of(file: string): Promise<LintSettings> {
    return this.forAll ?? this.ofFolder(path.dirname(file));
  }

  /** The settings as rules take them: the same object for the same settings. */
  ruleSettings(settings: LintSettings, internal: boolean): RuleSettings {
    let both = this.forRules.get(settings);
    const host = { now: thisHour(), verify: verifySignature };
    if (both === undefined)
      this.forRules.set(settings, (both = [ruleSettings(settings, false, host), ruleSettings(settings, true, host)]));
    return both[internal ? 1 : 0]!;
  }

  private async ofFolder(folder: string): Promise<LintSettings> {
    const known = this.byFolder.get(folder);
    if (known !== undefined) return known;
    const file = path.join(folder, FILE_NAME),
      parent = path.dirname(folder);
    const read = this.read(file);
    const settings =
      read !== undefined
        ? mergeSettings(read, this.onTop)
        : parent === folder
          ? mergeSettings(this.onTop)
          : await this.ofFolder(parent);
    this.byFolder.set(folder, settings);
    return settings;
  }

  /** A file that somebody named: without it the run isn't what was asked for. */
  private given(file: string): SettingsLayer {
    const found = readText(file, new Bounds([path.dirname(file)]), LARGEST_SETTINGS);
    if ('refused' in found) throw new Failure(`${path.relative(process.cwd(), file)} ${found.why}.`);
    return this.layerOf(file, found.text);
  }

  private layerOf(file: string, text: string): SettingsLayer {
    const { settings, problems } = readSettings(file, text, this.rules);
    this.problems.push(...problems);
    return settings;
  }

  /** Undefined for a file that isn't there, or that can't be read, which is reported: then the settings above it count. */
  private read(file: string): SettingsLayer | undefined {
    const found = readText(file, new Bounds([path.dirname(file), ...this.bounds.folders]), LARGEST_SETTINGS);
    if ('refused' in found && found.refused === 'missing') return undefined;
    const why =
      'refused' in found
        ? found.why
        : found.linked && !/^\s*(?:\{|\/[/*])/.test(found.text)
          ? "doesn't read like JSON, so it isn't used"
          : undefined;
    if (why !== undefined || 'refused' in found) {
      this.troubles.push({
        path: file,
        code: 'file/unreadable',
        message: `${path.relative(process.cwd(), file)} ${why}.`,
      });
      return undefined;
    }
    return this.layerOf(file, found.text);
  }
}
