import { joinedFindings } from '../../lint/engine/joined-findings.ts';
import {
  CancellationToken,
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type {
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  FullDocumentDiagnosticReport,
  Range,
  UnchangedDocumentDiagnosticReport,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { ConfigProblem, ConfigSpan } from '../../config/reading/places.ts';
import type { ShownFinding } from '../../lint/engine/finding.ts';
import type { Severity } from '../../findings/code.ts';
import type { LintedZone } from '../../workspace/workspace.ts';
import { isBesideZones } from '../server/file-claims.ts';
import { MOST, findingsOf } from '../server/findings.ts';
import type { HeldText } from '../server/held-text.ts';
import { rulePage } from '../server/rule-page.ts';
import type { Session } from '../server/lsp-session.ts';

export const SOURCE = 'zonewright';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(
  { code, severity, message, place, related, fix }: ShownFinding,
  withRelated: boolean,
): Diagnostic {
  const href = rulePage(code);
  return {
    range: place.range,
    severity: SEVERITIES[severity],
    code,
    source: SOURCE,
    message,
    data: { fix },
    ...(href === undefined ? {} : { codeDescription: { href } }),
    ...(withRelated && related.length > 0
      ? { relatedInformation: related.map((other) => ({ location: other.place, message: other.message })) }
      : {}),
  };
}

/** Milliseconds for which a request for all files waits for news, rather than say that there are none and be asked again. */
const WORKSPACE_PATIENCE = 4000;

function configDiagnostic({ code, severity, message, at, related }: ConfigProblem): Diagnostic {
  return {
    range: placeOfConfig(at).range,
    severity: SEVERITIES[severity],
    code,
    source: SOURCE,
    message,
    ...(related === undefined
      ? {}
      : {
          relatedInformation: related.map((other) => ({ location: placeOfConfig(other.at), message: other.message })),
        }),
  };
}

function placeOfConfig({ path, start, end }: ConfigSpan): { readonly uri: string; readonly range: Range } {
  return {
    uri: path,
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
  };
}

interface Answer {
  readonly id: string;
  readonly items: readonly Diagnostic[];
}

/** Diagnostics on request, for one document and for all files, and unasked for editors that don't ask. */
export class Diagnostics {
  private readonly session: Session;
  /** The last answer of a file, and the state of the zones that it was made in. */
  private readonly answers = new Map<string, Answer & { readonly state: string }>();
  private readonly published = new Map<string, string>();
  private readonly pushing = new Set<LintedZone>();
  private readonly publishedConfig = new Map<string, string>();
  private lastId = 0;

  constructor(session: Session) {
    this.session = session;
  }

  listen(connection: Connection): void {
    connection.languages.diagnostics.on((params, token) => this.ofDocument(params, token));
    connection.languages.diagnostics.onWorkspace((params, token) => this.ofWorkspace(params, token));
  }

  private async ofDocument(
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    token.onCancellationRequested(() => this.session.tell());
    const held = await this.session.settled(uri, token);
    if (token.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was canceled.');
    if (held === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const report = this.report(held, previousResultId);
    const related = this.session.abilities.relatedDocuments ? this.relatedReports(held) : {};
    return Object.keys(related).length === 0 ? report : { ...report, relatedDocuments: related };
  }

  /** The files that a zone includes, or is held against, are judged with it. */
  private relatedReports(held: HeldText): Readonly<Record<string, FullDocumentDiagnosticReport>> {
    const zone = this.session.zones.root(held.key),
      related: Record<string, FullDocumentDiagnosticReport> = {};
    if (zone === undefined) return related;
    for (const { uri } of [...zone.files(), ...zone.besides()]) {
      const other = this.session.texts.get(uri);
      if (other === undefined || other === held || other.isOpen || !this.session.zones.isJudged(other)) continue;
      const { id, items } = this.answer(other);
      related[other.uri] = { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...items] };
    }
    return related;
  }

  private report(
    held: HeldText,
    previous: string | undefined,
  ): FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport {
    const { id, items } = this.answer(held);
    if (previous === id) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...items] };
  }

  /** A file's diagnostics; the same answer with the same id as long as nothing in it changes. */
  private answer(held: HeldText): Answer {
    const zones = this.session.zones.judging(held),
      state = `${stateOf(zones)}${this.session.typing.isTyping(held) ? ' typing' : ''}`,
      known = this.answers.get(held.key);
    if (known?.state === state) return known;
    const findings = this.shownOf(held, zones, known),
      items = joinedFindings(held.uri, findings, findings.length < MOST).map((finding) =>
        toDiagnostic(finding, this.session.abilities.relatedInformation),
      );
    const same = known !== undefined && sameDiagnostics(known.items, items);
    const answer = { id: same ? known.id : String(++this.lastId), items, state };
    this.answers.set(held.key, answer);
    return answer;
  }

  /** A file's findings; those about an entry that is being typed wait until it is finished. */
  private shownOf(held: HeldText, zones: readonly LintedZone[], known: Answer | undefined): readonly ShownFinding[] {
    const all = findingsOf(held, this.session),
      [linted] = zones,
      { typing } = this.session;
    if (linted === undefined || !typing.isTyping(held)) return all;
    const shown = typing.withoutUnfinished(
      held,
      linted.zone,
      all,
      new Set(known?.items.map(({ code }) => String(code))),
    );
    if (shown.length < all.length) typing.whenFinished(held, () => this.session.entryFinished(held));
    return shown;
  }

  private async ofWorkspace(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    token.onCancellationRequested(() => this.session.tell());
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value])),
      end = performance.now() + WORKSPACE_PATIENCE;
    for (;;) {
      if (!(await this.session.allSettled(token))) return { items: [] };
      const items = this.workspaceReports(previous);
      if (items.length > 0 || performance.now() >= end) return { items };
      await this.session.progress(end - performance.now());
    }
  }

  /** Reports of the files whose findings differ from what the editor has; files that are gone get none. */
  private workspaceReports(previous: ReadonlyMap<string, string>): WorkspaceDocumentDiagnosticReport[] {
    const reports: WorkspaceDocumentDiagnosticReport[] = [],
      known = new Set<string>();
    for (const held of this.session.texts.all()) {
      if (this.session.zones.judging(held).length === 0) continue;
      known.add(held.uri);
      const { id, items } = this.answer(held),
        before = previous.get(held.uri);
      if (before === id || (before === undefined && items.length === 0)) continue;
      reports.push({
        kind: DocumentDiagnosticReportKind.Full,
        uri: held.uri,
        version: held.version ?? null,
        resultId: id,
        items: [...items],
      });
    }
    for (const [uri, { id, items }] of this.configAnswers()) {
      known.add(uri);
      if (previous.get(uri) !== id)
        reports.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId: id, items: [...items] });
    }
    for (const uri of previous.keys())
      if (!known.has(uri)) reports.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
    return reports;
  }

  /** What is wrong in the configuration files of name servers and in `.zonewright.json`, by file. */
  private configAnswers(): ReadonlyMap<string, Answer> {
    const byUri = new Map<string, Diagnostic[]>(),
      answers = new Map<string, Answer>();
    for (const problem of this.session.configuration.problems()) {
      const { path } = problem.at,
        list = byUri.get(path);
      if (list === undefined) byUri.set(path, [configDiagnostic(problem)]);
      else list.push(configDiagnostic(problem));
    }
    for (const [uri, items] of byUri) {
      const known = this.answers.get(uri);
      const answer = {
        id: known !== undefined && sameDiagnostics(known.items, items) ? known.id : String(++this.lastId),
        items,
        state: '',
      };
      this.answers.set(uri, answer);
      answers.set(uri, answer);
    }
    return answers;
  }

  /** For editors that don't ask: sends what is wrong in configuration files. */
  pushConfig(): void {
    const answers = this.configAnswers();
    for (const [uri, { id, items }] of answers) {
      if (this.publishedConfig.get(uri) !== id)
        void this.session.connection.sendDiagnostics({ uri, diagnostics: [...items] });
      this.publishedConfig.set(uri, id);
    }
    for (const uri of this.publishedConfig.keys()) {
      if (answers.has(uri)) continue;
      this.publishedConfig.delete(uri);
      void this.session.connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  }

  /** For editors that don't ask: sends what changed of the open documents and the files that they include, once the zone has all that it waits for. */
  async push(zone: LintedZone): Promise<void> {
    if (this.pushing.has(zone)) return;
    this.pushing.add(zone);
    await this.session.settled(zone.zone.root.uri, CancellationToken.None);
    this.pushing.delete(zone);
    for (const { uri } of [...zone.files(), ...zone.besides()]) {
      const held = this.session.texts.get(uri);
      if (held === undefined || (!held.isOpen && this.session.texts.get(zone.zone.root.uri)?.isOpen !== true)) continue;
      // The other zones with this file tell when they are settled.
      if (this.session.zones.isJudged(held)) this.publish(held);
    }
    this.withdrawForsaken();
  }

  /** A file that a zone was held against, and that no zone is any more, or that is gone. */
  private withdrawForsaken(): void {
    for (const uri of this.published.keys()) {
      if (!isBesideZones(uri)) continue;
      const held = this.session.texts.get(uri);
      if (held === undefined || (this.session.zones.isJudged(held) && this.session.zones.judging(held).length === 0))
        this.withdraw(uri);
    }
  }

  private publish(held: HeldText): void {
    const { id, items } = this.answer(held),
      { version } = held,
      stamp = `${id} ${version ?? ''}`;
    if (this.published.get(held.uri) === stamp) return;
    this.published.set(held.uri, stamp);
    void this.session.connection.sendDiagnostics({
      uri: held.uri,
      ...(version === undefined ? {} : { version }),
      diagnostics: [...items],
    });
  }

  /** A closed document has no diagnostics where nobody asks for them. */
  withdraw(uri: string): void {
    if (this.published.delete(uri)) void this.session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}

const stateOf = (zones: readonly LintedZone[]): string => zones.map((zone) => zone.revision).join(' ');

function sameDiagnostics(one: readonly Diagnostic[], other: readonly Diagnostic[]): boolean {
  return (
    one.length === other.length &&
    one.every((a, k) => {
      const b = other[k]!;
      return (
        a.code === b.code &&
        a.severity === b.severity &&
        a.message === b.message &&
        sameRange(a.range, b.range) &&
        JSON.stringify(a.relatedInformation) === JSON.stringify(b.relatedInformation) &&
        JSON.stringify(a.data) === JSON.stringify(b.data)
      );
    })
  );
}

function sameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
