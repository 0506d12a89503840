/**
 * What a terminal takes for commands, or shows in another order than it is written: control characters of both kinds (C0, C1), marks that turn
 * the direction of text (Unicode TR 36 §2.7), line separators, tags, and halves of characters.
 */
const unsafe = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** The same without C0, which JSON escapes itself. Its own line feeds stay. */
const unsafeInJson = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** Commands to the program that runs a workflow, wherever in a line: `##[error]` (GitHub), `##vso[…]` (Azure), `##teamcity[…]`. */
const runnerCommand = /##(?=[a-z]*\[)/gi;

/** A command of GitHub's at the beginning of a line: `::error file=…::`. */
const workflowCommand = /^(\s*):(?=:[a-z][a-z-]*(?:\s.*)?::)/i;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  return short[character] ?? units(character);
}

/** Every UTF-16 code unit as JSON and JavaScript write it. */
function units(text: string): string {
  return Array.from({ length: text.length }, (_, k) => `\\u${text.charCodeAt(k).toString(16).padStart(4, '0')}`).join(
    '',
  );
}

/** Text from files as it may be shown in one line of a terminal or of a log. */
export function printable(text: string): string {
  return text.replace(unsafe, escaped).replace(runnerCommand, '#\\u0023').replace(workflowCommand, '$1\\u003a');
}

/** JSON that may be shown on a terminal or in a log, and reads as the same value. */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(unsafeInJson, units).replace(runnerCommand, '#\\u0023');
}
