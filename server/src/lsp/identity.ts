import { baseName } from '../config/paths.ts';
import { absoluteName } from '../config/zone-name.ts';
import type { EditorSettings } from './settings.ts';
import type { LintSettings } from '../zone/lint/context.ts';

/** Which zone a file holds, and how it is judged. */
export interface Identity {
  /** Absolute name of the apex; undefined where nothing tells it. */
  readonly apex: string | undefined;
  readonly view: string | undefined;
  readonly settings: LintSettings;
}

export const sameIdentity = (a: Identity, b: Identity): boolean => a.apex === b.apex && a.view === b.view && a.settings === b.settings;

export function identify(uri: string, head: string, settings: EditorSettings): Identity {
  return { apex: apexOf(baseName(uri), head), view: undefined, settings: settings.lint };
}

function apexOf(name: string, head: string): string | undefined {
  const soa = /^(?:\$ORIGIN[ \t]+(\S+\.)[^\n]*$)|^(\S+\.)[ \t]+(?:\d\w*[ \t]+)?(?:IN[ \t]+)?(?:\d\w*[ \t]+)?SOA[ \t]/im.exec(head);
  const said = soa?.[1] ?? soa?.[2];
  if (said !== undefined) return absoluteName(said);
  const stem = /^db\.(.+)$/.exec(name)?.[1] ?? /^(.+)\.(?:zone|dns|rev|signed)$/.exec(name)?.[1] ?? (/\.arpa$/.test(name) ? name : undefined);
  return stem === undefined || !stem.includes('.') ? undefined : absoluteName(stem);
}
