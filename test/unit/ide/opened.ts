import { defaultSettings } from '../../../server/src/findings/lint-settings.ts';
import { allChecks } from '../../../server/src/lint/rules/index.ts';
import { noFiles } from '../../../server/src/zone/records/include-host.ts';
import type { LintedZone } from '../../../server/src/workspace/workspace.ts';
import { Workspace } from '../../../server/src/workspace/workspace.ts';
import { Lexer } from '../../../server/src/zone/syntax/lexer.ts';
import type { Position } from '../../../server/src/text/positions.ts';
import { SourceText } from '../../../server/src/zone/syntax/source-text.ts';

export const head =
  '$TTL 3600\n@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n@ NS ns1\n@ NS ns2.example.net.\nns1 A 198.51.100.1\n';

export interface Opened {
  readonly workspace: Workspace;
  readonly linted: LintedZone;
  readonly source: SourceText;
  /** Where `|` stood. */
  readonly position: Position;
}

/** A zone from a text with a cursor `|`, judged. */
export function opened(marked: string, apex = 'example.com.'): Opened {
  const at = marked.indexOf('|'),
    before = marked.slice(0, at).split(/\r\n|\n|\r/),
    source = new SourceText(`file:///zones/${apex}zone`, new Lexer());
  const workspace = new Workspace(allChecks),
    linted = workspace.open(source, {
      apex,
      host: noFiles,
      settings: defaultSettings,
      bytes: new TextEncoder().encode(at < 0 ? marked : marked.replace('|', '')),
    });
  while (!linted.settle(() => false)) continue;
  return {
    workspace,
    linted,
    source,
    position: at < 0 ? { line: 0, character: 0 } : { line: before.length - 1, character: before.at(-1)!.length },
  };
}
