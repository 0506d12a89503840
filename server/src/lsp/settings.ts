import type { LintSettings, MailHost } from '../zone/lint/context.ts';
import { defaultSettings } from '../zone/lint/context.ts';

/** What the section `zonewright` of an editor's settings says, as far as it can be read. */
export interface EditorSettings {
  readonly lint: LintSettings;
  /** Path or glob within the workspace folder → apex. */
  readonly zones: Readonly<Record<string, string>>;
  readonly inlayTtl: boolean;
}

export const noSettings: EditorSettings = { lint: defaultSettings, zones: {}, inlayTtl: false };

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isString = (value: unknown): value is string => typeof value === 'string';

const profiles = ['recommended', 'strict', 'all', 'bind'] as const;
const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;

/** Takes what has the right form; the rest is as if it were not there: the editor shows its own warnings about settings. */
export function readSettings(section: unknown): EditorSettings {
  if (!isObject(section)) return noSettings;
  const { lint } = noSettings, mail = isObject(section['mail']) ? section['mail'] : {}, inlay = isObject(section['inlayHints']) ? section['inlayHints'] : {};
  return {
    lint: {
      ...lint,
      profile: profiles.find((profile) => profile === section['profile']) ?? lint.profile,
      severities: Object.fromEntries(entries(section['rules']).flatMap(([code, said]) => {
        const severity = severities.find((one) => one === said);
        return severity === undefined ? [] : [[code, severity]];
      })),
      mailHosts: entries(mail['hosts']).flatMap(([host, facts]) => (isObject(facts) ? [mailHost(host, facts)] : [])),
    },
    zones: Object.fromEntries(entries(section['zones']).filter((entry): entry is [string, string] => isString(entry[1]))),
    inlayTtl: inlay['ttl'] === true,
  };
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

function mailHost(host: string, facts: Json): MailHost {
  const { banner, certificateNames, sendingAddresses } = facts;
  return {
    host,
    ...(isString(banner) ? { banner } : {}),
    ...(Array.isArray(certificateNames) ? { certificateNames: certificateNames.filter(isString) } : {}),
    ...(Array.isArray(sendingAddresses) ? { sendingAddresses: sendingAddresses.filter(isString) } : {}),
  };
}
