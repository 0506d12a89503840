import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ConfigProblem } from '../../config/reading/places.ts';
import { mergeSettings, noSettings, ruleSettings, thisHour } from '../../config/settings/settings.ts';
import type { LintSettings, Profile, RuleDescription, SettingsLayer } from '../../config/settings/settings.ts';
import type { LintSettings as RuleSettings } from '../../findings/lint-settings.ts';
import { Failure, reasonOf } from '../process/failure.ts';
import { verifySignature } from '../../hosts/node/node-signatures.ts';

const FILE_NAME = '.zonewright.json';

/** What the nearest `.zonewright.json` at or above a file says, and the command line on top of it. */
export class SettingsFiles {
  /** What is wrong in the settings files. */
  readonly problems: ConfigProblem[] = [];
  private readonly onTop: SettingsLayer;
  private readonly rules: readonly RuleDescription[];
  private readonly byFolder = new Map<string, LintSettings>();
  private readonly forRules = new Map<LintSettings, RuleSettings[]>();

  constructor(rules: readonly RuleDescription[], profile: Profile | undefined) {
    this.rules = rules;
    this.onTop = { ...noSettings, profile };
  }

  async of(file: string): Promise<LintSettings> { return this.ofFolder(path.dirname(file)); }

  /** The settings as rules take them: the same object for the same settings. */
  ruleSettings(settings: LintSettings, internal: boolean): RuleSettings {
    let both = this.forRules.get(settings);
    const host = { now: thisHour(), verify: verifySignature };
    if (both === undefined) this.forRules.set(settings, both = [ruleSettings(settings, false, host), ruleSettings(settings, true, host)]);
    return both[internal ? 1 : 0]!;
  }

  private async ofFolder(folder: string): Promise<LintSettings> {
    const known = this.byFolder.get(folder);
    if (known !== undefined) return known;
    const file = path.join(folder, FILE_NAME), parent = path.dirname(folder);
    const settings = existsSync(file) ? mergeSettings(await this.read(file), this.onTop) : parent === folder ? mergeSettings(this.onTop) : await this.ofFolder(parent);
    this.byFolder.set(folder, settings);
    return settings;
  }

  private async read(file: string): Promise<SettingsLayer> {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      throw new Failure(`${file} can't be read: ${reasonOf(error)}.`);
    }
    const { readSettings } = await import('../../config/settings/read-settings.ts');
    const { settings, problems } = readSettings(file, text, this.rules);
    this.problems.push(...problems);
    return settings;
  }
}
