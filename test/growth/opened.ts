import { defaultSettings } from '../../server/src/findings/lint-settings.ts';
import type { LintSettings } from '../../server/src/findings/lint-settings.ts';
import { verifySignature } from '../../server/src/hosts/node/node-signatures.ts';
import { allChecks } from '../../server/src/lint/rules/index.ts';
import { withoutSuppressed } from '../../server/src/lint/engine/suppressed-findings.ts';
import { encode } from '../../server/src/text/utf8.ts';
import type { LintedZone } from '../../server/src/workspace/workspace.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { Lexer } from '../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../server/src/zone/syntax/source-text.ts';

const settings: LintSettings = {
  ...defaultSettings,
  profile: 'all',
  now: Date.UTC(2026, 0, 1) / 1000,
  verify: verifySignature,
};
const never = (): boolean => false;

/** A zone of `example.com` by itself, with every rule. */
export class OpenedZone {
  readonly workspace = new Workspace(allChecks);
  readonly linted: LintedZone;
  private text: string;

  constructor(text: string) {
    this.text = text;
    this.linted = this.workspace.open(new SourceText('file:///zones/example.com.zone', new Lexer()), {
      apex: 'example.com.',
      host: { include: () => 'missing' },
      settings,
      bytes: encode(text),
    });
    this.settle();
  }

  settle(): void {
    while (!this.linted.settled) this.linted.settle(never);
  }

  /** All findings as they are shown, without those that comments silence. */
  show(): number {
    return withoutSuppressed(this.linted.zone.root.text, [...this.linted.shown()], settings).length;
  }

  /** Types a character before the text `at`, and takes it away again. */
  type(at: string): void {
    const index = this.text.indexOf(at);
    if (index < 0) throw new Error(`The zone has no text ${JSON.stringify(at)}`);
    const before = this.text.slice(0, index),
      line = before.split('\n').length - 1,
      character = index - before.lastIndexOf('\n') - 1,
      start = { line, character };
    for (const [end, replacement] of [
      [start, 'q'],
      [{ line, character: character + 1 }, ''],
    ] as const) {
      this.workspace.edit(this.linted.zone.root.text, { start, end }, replacement);
      this.settle();
    }
  }

  /** Rules that failed. */
  get crashes(): readonly string[] {
    return [...this.linted.engine.crashes.keys()];
  }
}
