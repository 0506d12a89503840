/** The library: zones as text in, findings and verdicts out. It reads and writes no files and asks no network. */

import { absoluteName } from './config/zone-files/zone-name.ts';
import { resolvePath } from './config/paths/paths.ts';
import { readSettings, settingsFileName } from './config/settings/read-settings.ts';
import type { FormatSettings } from './config/settings/format-settings.ts';
import { mergeSettings, ruleSettings, settableCodes, thisHour } from './config/settings/settings.ts';
import type { Profile, RuleSeverity } from './config/settings/settings.ts';
import type { Severity } from './findings/code.ts';
import { codeTable } from './findings/codes/index.ts';
import type { Edit, Fix } from './findings/fix.ts';
import { defaultSettings } from './findings/lint-settings.ts';
import { fillTemplate } from './findings/template.ts';
import { verifySignature } from './hosts/node/node-signatures.ts';
import { mailPathFacts } from './ide/mail-facts.ts';
import type { ShownFinding } from './lint/engine/finding.ts';
import { withoutSuppressed } from './lint/engine/suppressed-findings.ts';
import { allChecks } from './lint/rules/index.ts';
import { lookupName } from './mail/dns/resolver.ts';
import { mailPath as walkMailPath } from './mail/mail-path/mail-path.ts';
import type { MailPath, MailStep } from './mail/mail-path/mail-path.ts';
import { checkHost } from './mail/spf/check-host.ts';
import { parseAddress } from './mail/spf/syntax/address.ts';
import type { SpfRequest, SpfVerdict } from './mail/spf/verdict.ts';
import type { Position, TextRange } from './text/positions.ts';
import { encode } from './text/utf8.ts';
import { asksForValue } from './workspace/trials/proven-fix.ts';
import { GivenZones } from './workspace/given-zones.ts';
import type { LintedZone } from './workspace/linted-zone.ts';
import { printZone } from './zone/format/compiled-zone.ts';
import { placeOf } from './zone/model/span.ts';
import { ZoneResolver } from './zone/model/zone-resolver.ts';

export type { MailPath, MailStep, Position, Profile, RuleSeverity, Severity, SpfRequest, SpfVerdict, TextRange };

/** A zone file, or a file that zones include or are checked against, such as `mta-sts.txt`. */
export interface ZoneFile {
  /** What `$INCLUDE` and the file name's meaning go by, such as `zones/example.com.zone`. Nothing is read from it. */
  readonly path: string;
  readonly text: string;
  /** The zone's apex, such as `example.com`, if nothing in the text or the file name says it. */
  readonly origin?: string;
}

/** What a `.zonewright.json` may hold. */
export interface Settings {
  readonly profile?: Profile;
  /** By rule, such as `mx/no-address`, or area, such as `spf/*`. */
  readonly rules?: Readonly<
    Record<
      string,
      RuleSeverity | { readonly severity?: RuleSeverity; readonly options?: Readonly<Record<string, unknown>> }
    >
  >;
  /** By file pattern: the apex, or more about the zone. */
  readonly zones?: Readonly<
    Record<string, string | { readonly apex?: string; readonly internal?: boolean; readonly view?: string }>
  >;
  readonly mail?: {
    readonly hosts?: Readonly<
      Record<
        string,
        {
          readonly banner?: string;
          readonly certificateNames?: readonly string[];
          readonly sending?: boolean | readonly string[];
        }
      >
    >;
  };
  /** Patterns of files to leave alone. */
  readonly ignore?: readonly string[];
  readonly format?: FormatSettings;
}

export interface Options {
  readonly settings?: Settings;
  /** When signatures are judged to have expired. Default: now. */
  readonly now?: Date;
}

/** A record in canonical form, as `named-compilezone -s full` prints it. */
export interface ZoneRecord {
  /** Absolute, with the final dot. */
  readonly owner: string;
  /** Seconds. */
  readonly ttl: number;
  readonly class: string;
  readonly type: string;
  readonly data: string;
}

/** What is wrong with a text before any rule looks at its records. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  /** Lines and characters count from 0, characters in UTF-16 units. */
  readonly range: TextRange;
}

export interface ReadZone {
  /** Absolute, with the final dot; null if nothing says which zone this is. Then there are no records. */
  readonly apex: string | null;
  readonly records: readonly ZoneRecord[];
  readonly problems: readonly Problem[];
}

export interface TextEdit {
  readonly path: string;
  readonly range: TextRange;
  readonly newText: string;
}

export interface FindingFix {
  readonly title: string;
  /** Right without a decision by a person. */
  readonly safe: boolean;
  /** Edits of the files that were given. A file that a fix adds has a range at its start. */
  edits(): readonly TextEdit[];
}

export interface Finding extends Problem {
  readonly related: readonly { readonly path: string; readonly range: TextRange; readonly message: string }[];
  readonly fixes: readonly FindingFix[];
}

export interface CheckedZone {
  /** The zone's own file. */
  readonly path: string;
  /** Absolute, with the final dot; null if nothing says it. */
  readonly apex: string | null;
  /** In all of the zone's files. */
  readonly findings: readonly Finding[];
}

export interface Fixed {
  /** All files that were given, with what was fixed. */
  readonly files: readonly ZoneFile[];
  /** How many fixes were applied. */
  readonly count: number;
}

type Files = ZoneFile | readonly ZoneFile[];

/**
 * Reads one zone.
 * @param file the zone's own file, or several, of which the first is that and the others are what it includes
 * @throws TypeError for an origin or settings that aren't valid
 */
export function readZone(file: Files, options: Options = {}): ReadZone {
  const set = new ZoneTexts(file, options),
    zone = set.first();
  if (zone === undefined) return { apex: null, records: [], problems: [] };
  const problems = zone.blocks.flatMap((block) =>
    (block?.problems ?? []).map(({ code, message, args, start, end }): Problem => {
      const row = codeTable[code],
        place = placeOf(zone, { block: block!, start, end });
      return {
        code,
        severity: row.severities?.[message] ?? row.severity,
        message: fillTemplate(row.messages[message] ?? row.summary, args),
        path: set.pathOf(place.uri),
        range: place.range,
      };
    }),
  );
  if (!zone.apexKnown) return { apex: null, records: [], problems };
  const records: ZoneRecord[] = [];
  printZone(zone, (lines) => {
    for (const [, owner = '', ttl = '', recordClass = '', type = '', data = ''] of lines.matchAll(
      /^(\S+)\s+(\d+)\s+(\S+)\s+(\S+)[\t ]*(.*)$/gm,
    ))
      records.push({ owner, ttl: Number(ttl), class: recordClass, type, data });
  });
  return { apex: zone.names.text(zone.apex), records, problems };
}

/** Runs the rules over zones, which see one another. */
export function check(files: Files, options: Options = {}): readonly CheckedZone[] {
  const set = new ZoneTexts(files, options);
  return set.zones.judge(allChecks).map((linted) => ({
    path: set.pathOf(linted.uri),
    apex: linted.zone.apexKnown ? linted.zone.names.text(linted.zone.apex) : null,
    findings: shownFindings(linted).map((finding) => set.finding(finding)),
  }));
}

/** Applies all safe fixes until there are none left. Changes nothing outside the files that were given, and stops before a change that brings up an error or a warning. */
export function fix(files: Files, options: Options = {}): Fixed {
  let current = listed(files),
    count = 0;
  let checked = check(current, options);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { next, applied } = withSafeFixes(current, checked);
    if (applied === 0) break;
    const after = check(next, options);
    if (graveOf(after) > graveOf(checked)) break;
    current = next;
    checked = after;
    count += applied;
  }
  return { files: current, count };
}

/**
 * Evaluates SPF (RFC 7208) with these zones as the whole DNS: a name outside them doesn't exist.
 * @throws TypeError for an address that isn't valid
 */
export function evaluateSpf(files: Files, request: SpfRequest, options: Options = {}): SpfVerdict {
  if (parseAddress(request.ip) === undefined) throw new TypeError(`"${request.ip}" isn't an IP address.`);
  const { zones } = new ZoneTexts(files, options);
  return checkHost(request, new ZoneResolver({ zoneOf: (name) => zones.zoneOf(name), outside: 'nxdomain' }));
}

/**
 * Walks the mail path to and from a domain. What is outside the zones is unknown.
 * @throws TypeError for a domain that isn't a domain name
 */
export function mailPath(domain: string, files: Files, options: Options = {}): MailPath {
  const name = lookupName(domain),
    { zones } = new ZoneTexts(files, options);
  if (name === undefined) throw new TypeError(`"${domain}" isn't a domain name.`);
  const others = {
    zoneOf: (asked: string) => zones.zoneOf(asked),
    files: (fileName: string) => zones.named(fileName),
    isOnlyDomain: (apex: string) => zones.isOnlyDomain(apex),
  };
  return walkMailPath(
    name,
    new ZoneResolver({ zoneOf: others.zoneOf, outside: 'unknown' }),
    mailPathFacts(name, others, zones.settingsOf(name) ?? defaultSettings),
  );
}

/** A fix may make room for another one; more rounds than this mean that two undo each other. */
const MOST_ROUNDS = 10;

const listed = (files: Files): readonly ZoneFile[] => ('path' in files ? [files] : files);

/** The files of a call as zones. */
class ZoneTexts {
  readonly zones: GivenZones;
  private readonly paths: ReadonlyMap<string, string>;

  constructor(files: Files, { settings = {}, now }: Options) {
    const given = listed(files);
    this.paths = new Map(given.map(({ path }) => [uriOf(path), path]));
    if (this.paths.size < given.length) throw new TypeError('Two files have the same path.');
    const {
      settings: layer,
      problems: [problem],
    } = readSettings(uriOf(settingsFileName), JSON.stringify(settings), settableCodes);
    if (problem !== undefined) throw new TypeError(problem.message);
    const merged = mergeSettings(layer),
      host = { now: now === undefined ? thisHour() : Math.floor(now.getTime() / 1000), verify: verifySignature };
    const rules = [ruleSettings(merged, false, host), ruleSettings(merged, true, host)] as const;
    this.zones = new GivenZones(
      given.map(({ path, text, origin }) => ({ uri: uriOf(path), octets: encode(text), apex: originOf(origin) })),
      merged,
      (internal) => rules[internal ? 1 : 0],
    );
  }

  /** The zone of the file that was given first. */
  first(): ReturnType<GivenZones['zones'][number]['open']> | undefined {
    const [uri] = this.paths.keys();
    return this.zones.zones.find((zone) => zone.uri === uri)?.open();
  }

  pathOf(uri: string): string {
    return this.paths.get(uri) ?? decodeURIComponent(uri.slice(uriOf('').length));
  }

  finding({ code, severity, message, place, related, fixes }: ShownFinding): Finding {
    return {
      code,
      severity,
      message,
      path: this.pathOf(place.uri),
      range: place.range,
      related: related.map((other) => ({
        path: this.pathOf(other.place.uri),
        range: other.place.range,
        message: other.message,
      })),
      fixes: [...fixes.filter((one) => one.preferred === true), ...fixes.filter((one) => one.preferred !== true)]
        // What a person must supply can't be asked for here.
        .filter((one) => !one.edits().some(asksForValue))
        .map((one) => ({
          title: one.title,
          safe: one.safe && this.isPlain(one),
          edits: () => one.edits().map((edit) => this.edit(edit)),
        })),
    };
  }

  /** Whether a fix changes only text that was given. */
  private isPlain(one: Fix): boolean {
    return one.edits().every((edit) => !('createFile' in edit) && this.paths.has(edit.uri));
  }

  private edit(edit: Edit): TextEdit {
    const start = { line: 0, character: 0 };
    if ('createFile' in edit)
      return { path: this.pathOf(edit.createFile), range: { start, end: start }, newText: edit.text };
    return {
      path: this.pathOf(edit.uri),
      range: edit.range,
      newText: edit.text,
    };
  }
}

const uriOf = (path: string): string => resolvePath('file:///', path);

function originOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const name = absoluteName(written);
  if (name === undefined)
    throw new TypeError(`"${written}" isn't a valid domain name; origin is the zone's apex, such as example.com.`);
  return name;
}

/** A zone's findings in all its files, and in those that it is held against. */
function shownFindings(linted: LintedZone): readonly ShownFinding[] {
  const shown = [...linted.shown()],
    texts = new Map(
      [...[...linted.files()].map(({ text }) => text), ...linted.besides()].map((text) => [text.uri, text]),
    );
  return [...texts.values()].flatMap((text) =>
    withoutSuppressed(
      text,
      shown.filter(({ place }) => place.uri === text.uri),
      linted.settings,
    ).toSorted((a, b) => compare(a.place.range.start, b.place.range.start)),
  );
}

const graveOf = (checked: readonly CheckedZone[]): number =>
  checked.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error' || severity === 'warning')
    .length;

/** One round: of each finding the safe fix, as a whole or not at all; what comes too near to another one waits for the next round. */
function withSafeFixes(
  files: readonly ZoneFile[],
  checked: readonly CheckedZone[],
): { readonly next: readonly ZoneFile[]; readonly applied: number } {
  const taken = new Map<string, TextEdit[]>();
  let applied = 0;
  for (const { fixes } of checked.flatMap(({ findings }) => findings)) {
    const edits = fixes.find(({ safe }) => safe)?.edits() ?? [];
    if (
      edits.length === 0 ||
      edits.some((edit) => taken.get(edit.path)?.some((other) => touches(edit.range, other.range)) === true)
    )
      continue;
    for (const edit of edits) taken.set(edit.path, [...(taken.get(edit.path) ?? []), edit]);
    applied++;
  }
  return { next: files.map((file) => ({ ...file, text: edited(file.text, taken.get(file.path) ?? []) })), applied };
}

const compare = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;

/** Two insertions at one place have no order, so they touch too. */
const touches = (a: TextRange, b: TextRange): boolean => compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;

function edited(text: string, edits: readonly TextEdit[]): string {
  if (edits.length === 0) return text;
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)],
    at = ({ line, character }: Position): number => Math.min((starts[line] ?? text.length) + character, text.length);
  return edits
    .toSorted((a, b) => compare(b.range.start, a.range.start))
    .reduce(
      (whole, { range, newText }) => whole.slice(0, at(range.start)) + newText + whole.slice(at(range.end)),
      text,
    );
}
