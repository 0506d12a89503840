import { CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver';
import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  Command,
  Connection,
  Range,
} from 'vscode-languageserver';
import { disableOnLine } from '../../ide/disable-rule.ts';
import { fixAll } from '../../ide/fix-all.ts';
import type { Refactoring } from '../../ide/refactorings/index.ts';
import { refactoringsAt } from '../../ide/refactorings/index.ts';
import { TriedFixes } from '../../ide/tried-fixes.ts';
import { codeTable, isCode } from '../../findings/codes/index.ts';
import { safeFix } from '../../workspace/trials/proven-batch.ts';
import { asksForValue, inShort } from '../../workspace/trials/proven-fix.ts';
import type { Harm } from '../../workspace/trials/proven-fix.ts';
import { raiseSerial } from '../../lint/kit/raise-serial.ts';
import type { ShownFinding } from '../../lint/engine/finding.ts';
import type { Edit, Fix } from '../../findings/fix.ts';
import { toDiagnostic } from './diagnostics.ts';
import { findingsOf, keyOfFinding } from '../server/findings.ts';
import type { HeldText } from '../server/held-text.ts';
import type { Session } from '../server/lsp-session.ts';
import { inSlices } from '../server/slices.ts';
import { toEditorEdit } from '../server/workspace-edits.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.zonewright`;
/** The protocol's kind of each refactoring. */
export const REFACTORINGS: Readonly<Record<Refactoring['kind'], CodeActionKind>> = {
  rewrite: CodeActionKind.RefactorRewrite,
  extract: CodeActionKind.RefactorExtract,
  inline: CodeActionKind.RefactorInline,
  move: `${CodeActionKind.Refactor}.move`,
};
const SNIPPET_COMMAND = 'zonewright.applySnippetEdit';

/** A list of more findings than this is no menu any more. */
const MOST_FINDINGS = 20;

/** How an action that is resolved later finds its fix again. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly finding: string;
  /** Place among the finding's fixes. */
  readonly fix: number;
}

interface Quickfix {
  readonly finding: ShownFinding;
  readonly fix: Fix;
  readonly index: number;
  /** Other findings that the same fix puts right. */
  readonly others?: readonly ShownFinding[];
}

/** The light bulb: fixes of findings, switching a rule off, raising the serial, refactorings, and all safe fixes at once. */
export class CodeActions {
  private readonly session: Session;
  private readonly tried = new TriedFixes();

  constructor(session: Session) {
    this.session = session;
  }

  listen(connection: Connection): void {
    connection.onCodeAction((params, token) => this.actions(params, token));
    connection.onCodeActionResolve((action, token) => this.resolve(action, token));
  }

  private async actions(
    { textDocument: { uri }, range, context: { only, triggerKind } }: CodeActionParams,
    token: CancellationToken,
  ): Promise<CodeAction[]> {
    token.onCancellationRequested(() => this.session.tell());
    const held = await this.session.settled(uri, token);
    if (held === undefined) return [];
    const wants = (kind: string): boolean =>
      only === undefined || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
    const actions: CodeAction[] = [];
    if (wants(CodeActionKind.QuickFix)) actions.push(...this.quickfixes(held, range));
    if (wants(CodeActionKind.RefactorRewrite)) actions.push(...this.serialAction(held, range));
    // While the cursor moves the light bulb is for findings; refactorings are for those who ask, or select.
    const isAsked = triggerKind !== CodeActionTriggerKind.Automatic || !isEmpty(range);
    if (isAsked && Object.values(REFACTORINGS).some(wants))
      actions.push(...(await this.refactorings(held, range)).filter(({ kind }) => kind === undefined || wants(kind)));
    if (wants(FIX_ALL)) actions.push(...this.fixAllAction(held, only !== undefined));
    return actions;
  }

  private quickfixes(held: HeldText, range: Range): CodeAction[] {
    const findings = findingsOf(held, this.session)
      .filter((finding) => touches(finding.place.range, range))
      .slice(0, MOST_FINDINGS);
    const fixes = findings.flatMap((finding) =>
      ordered(finding.fixes).map(({ fix, index }) => ({ finding, fix, index })),
    );
    const preferred = fixes.filter(({ fix }) => fix.preferred === true),
      others = fixes.filter(({ fix }) => fix.preferred !== true);
    const shown = onceEach([...preferred, ...others]),
      tried = this.tried.harms(this.session.zones.workspace, shown);
    const actions = shown.flatMap((quickfix) => this.fixAction(held, quickfix, tried.get(quickfix)) ?? []);
    // Only a zone file has comments that switch rules off.
    if (this.session.zones.of(held).length === 0) return actions;
    const codes = new Set<string>();
    for (const finding of findings) {
      if (codes.has(finding.code) || (isRefused(finding) && finding.fixes.length === 0)) continue;
      codes.add(finding.code);
      const edit = disableOnLine(held.cut(), finding.code, finding.place.range.start.line);
      actions.push({
        title: `Disable ${finding.code} for this line`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [this.diagnostic(finding)],
        ...this.editOf([edit]),
      });
    }
    return actions;
  }

  /** `harm`: why a trial speaks against the fix, though its rule calls it safe. */
  private fixAction(
    held: HeldText,
    { finding, fix, index, others = [] }: Quickfix,
    harm: Harm | undefined,
  ): CodeAction | undefined {
    const { resolvesEdits, resolvesCommands, snippetEdits } = this.session.abilities;
    // A value that a person must supply can't be asked for without tab stops.
    if (snippetEdits === 'none' && fix.edits().some(asksForValue)) return undefined;
    const action: CodeAction = {
      title: harm === undefined ? fix.title : `${fix.title} (${inShort(harm)})`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [finding, ...others].map((one) => this.diagnostic(one)),
      ...(harm === undefined && (fix.preferred === true || finding.fixes.length === 1) ? { isPreferred: true } : {}),
    };
    if (resolvesEdits && (resolvesCommands || snippetEdits !== 'command')) {
      const data: ActionData = {
        uri: held.uri,
        version: held.version ?? -1,
        finding: keyOfFinding(finding),
        fix: index,
      };
      return { ...action, data };
    }
    const made = this.editOf(fix.edits());
    return made.edit === undefined && made.command === undefined ? undefined : { ...action, ...made };
  }

  /** Fills in what was left out of an action until somebody chose it. The text may have changed since: then it stays without an edit. */
  private async resolve(action: CodeAction, token: CancellationToken): Promise<CodeAction> {
    const data = action.data as ActionData | undefined,
      held = data === undefined ? undefined : await this.session.settled(data.uri, token);
    if (data === undefined || held === undefined || (held.version ?? -1) !== data.version) return action;
    if (data.fix < 0) return { ...action, ...this.editOf(this.allFixes(held)) };
    const finding = findingsOf(held, this.session).find((one) => keyOfFinding(one) === data.finding),
      fix = finding?.fixes[data.fix];
    return fix === undefined ? action : { ...action, ...this.editOf(fix.edits()) };
  }

  private serialAction(held: HeldText, range: Range): CodeAction[] {
    const zone = this.session.zones.of(held)[0]?.zone,
      raised = zone === undefined ? undefined : raiseSerial(zone, held.cut(), range, new Date());
    return raised === undefined
      ? []
      : [
          {
            title: `Raise the serial to ${raised.to}`,
            kind: CodeActionKind.RefactorRewrite,
            ...this.editOf([raised.edit]),
          },
        ];
  }

  private async refactorings(held: HeldText, range: Range): Promise<CodeAction[]> {
    const linted = this.session.zones.of(held),
      [first] = linted;
    if (first === undefined) return [];
    const found = await inSlices(
      this.session,
      held,
      refactoringsAt(
        linted.map(({ zone }) => zone),
        held.cut(),
        range,
        this.session.othersOf(first),
      ),
    );
    return found.flatMap(({ kind, title, edits }) => {
      const made = this.editOf(edits);
      return made.edit === undefined ? [] : [{ title, kind: REFACTORINGS[kind], ...made }];
    });
  }

  private fixAllAction(held: HeldText, asked: boolean): CodeAction[] {
    const safe =
      this.session.zones.of(held).length === 0
        ? []
        : findingsOf(held, this.session).filter(({ fix }) => fix === 'safe');
    if (safe.length === 0 || (safe.length <= MOST_FINDINGS && this.allHarm(safe))) return [];
    const action: CodeAction = { title: 'Apply all safe fixes', kind: FIX_ALL };
    if (this.session.abilities.resolvesEdits && !asked) {
      const data: ActionData = { uri: held.uri, version: held.version ?? -1, finding: '', fix: -1 };
      return [{ ...action, data }];
    }
    const made = this.editOf(this.allFixes(held));
    return made.edit === undefined ? [] : [{ ...action, ...made }];
  }

  /** Whether a trial speaks against each of the fixes that would be applied. */
  private allHarm(safe: readonly ShownFinding[]): boolean {
    const offered = safe.flatMap((finding) => {
      const fix = safeFix(finding.fixes);
      return fix === undefined ? [] : [{ finding, fix }];
    });
    return this.tried.harms(this.session.zones.workspace, offered).size === offered.length;
  }

  private allFixes(held: HeldText): readonly Edit[] {
    const zone = this.session.zones.of(held)[0];
    return zone === undefined ? [] : fixAll(this.session.zones.workspace, zone, held.cut());
  }

  private diagnostic(finding: ShownFinding): NonNullable<CodeAction['diagnostics']>[number] {
    return toDiagnostic(finding, this.session.abilities.relatedInformation);
  }

  private editOf(edits: readonly Edit[]): {
    readonly edit?: NonNullable<CodeAction['edit']>;
    readonly command?: Command;
  } {
    const made = edits.length === 0 ? undefined : toEditorEdit(edits, this.session.texts, this.session.abilities);
    if (made === undefined) return {};
    return {
      ...(made.edit === undefined ? {} : { edit: made.edit }),
      ...(made.snippets === undefined
        ? {}
        : { command: { title: 'Insert with tab stops', command: SNIPPET_COMMAND, arguments: [made.snippets] } }),
    };
  }
}

/** A fix that several findings at a place offer is one entry of the light bulb. Edits are made only where titles are the same. */
function onceEach(quickfixes: readonly Quickfix[]): readonly Quickfix[] {
  const kept: Quickfix[] = [];
  for (const quickfix of quickfixes) {
    const edits = kept.some(({ fix }) => fix.title === quickfix.fix.title)
      ? JSON.stringify(quickfix.fix.edits())
      : undefined;
    const at =
        edits === undefined
          ? -1
          : kept.findIndex(({ fix }) => fix.title === quickfix.fix.title && JSON.stringify(fix.edits()) === edits),
      same = kept[at];
    if (same === undefined) kept.push(quickfix);
    else kept[at] = { ...same, others: [...(same.others ?? []), quickfix.finding] };
  }
  return kept;
}

/** What servers refuse isn't put right by not looking at it. */
const isRefused = ({ code, severity }: ShownFinding): boolean =>
  severity === 'error' && isCode(code) && codeTable[code].bind === 'error';

/** The preferred fix first, the others in the rule's own order. */
function ordered(fixes: readonly Fix[]): readonly { readonly fix: Fix; readonly index: number }[] {
  return fixes
    .map((fix, index) => ({ fix, index }))
    .toSorted((a, b) => Number(b.fix.preferred === true) - Number(a.fix.preferred === true));
}

const isEmpty = ({ start, end }: Range): boolean => start.line === end.line && start.character === end.character;
const before = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
const touches = (a: Range, b: Range): boolean => !before(a.end, b.start) && !before(b.end, a.start);
