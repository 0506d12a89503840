import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { HeldText } from './held-text.ts';
import type { Session } from './lsp-session.ts';

/** Milliseconds of work for a request in one turn: a keystroke that comes meanwhile waits no longer. */
const SLICE = 6;

/**
 * Does the work for a request that looks at a whole text, in slices of time. Work yields where it can be interrupted; when the text changes meanwhile the request is refused, and the editor asks again.
 */
export async function inSlices<Result>(
  session: Session,
  held: HeldText,
  work: Generator<void, Result>,
): Promise<Result> {
  const { version } = held,
    text = held.cut();
  for (;;) {
    const end = performance.now() + SLICE;
    do {
      const step = work.next();
      if (step.done === true) return step.value;
    } while (performance.now() < end);
    await session.nextTurn();
    if (held.version !== version || held.cut() !== text || session.texts.get(held.uri) !== held)
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since it was asked about.');
  }
}
