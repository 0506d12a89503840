import * as monaco from 'monaco-editor/editor';
import {
  DiagnosticSeverity,
  type Diagnostic,
  type MarkupContent,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-protocol/browser';

// The protocol counts lines and columns from 0, the editor from 1.

export const toPosition = ({ lineNumber, column }: monaco.IPosition): Position => ({
  line: lineNumber - 1,
  character: column - 1,
});

export const fromRange = ({ start, end }: Range): monaco.IRange => ({
  startLineNumber: start.line + 1,
  startColumn: start.character + 1,
  endLineNumber: end.line + 1,
  endColumn: end.character + 1,
});

export const toRange = (range: monaco.IRange): Range => ({
  start: { line: range.startLineNumber - 1, character: range.startColumn - 1 },
  end: { line: range.endLineNumber - 1, character: range.endColumn - 1 },
});

export const fromEdit = ({ range, newText }: TextEdit): monaco.languages.TextEdit => ({
  range: fromRange(range),
  text: newText,
});

export const fromMarkup = (content: string | MarkupContent): monaco.IMarkdownString =>
  typeof content === 'string' ? { value: content } : { value: content.value };

/** A finding's words; the protocol allows markup, too. */
export const messageOf = ({ message }: Diagnostic): string => (typeof message === 'string' ? message : message.value);

const severities: Readonly<Record<DiagnosticSeverity, monaco.MarkerSeverity>> = {
  [DiagnosticSeverity.Error]: monaco.MarkerSeverity.Error,
  [DiagnosticSeverity.Warning]: monaco.MarkerSeverity.Warning,
  [DiagnosticSeverity.Information]: monaco.MarkerSeverity.Info,
  [DiagnosticSeverity.Hint]: monaco.MarkerSeverity.Hint,
};

export function toMarker(diagnostic: Diagnostic): monaco.editor.IMarkerData {
  const { range, severity = DiagnosticSeverity.Error, code, codeDescription, source } = diagnostic,
    value = String(code ?? '');
  return {
    ...fromRange(range),
    severity: severities[severity],
    message: messageOf(diagnostic),
    ...(source === undefined ? {} : { source }),
    code: codeDescription === undefined ? value : { value, target: monaco.Uri.parse(codeDescription.href) },
    ...(diagnostic.relatedInformation === undefined
      ? {}
      : {
          relatedInformation: diagnostic.relatedInformation.map(({ location, message: about }) => ({
            ...fromRange(location.range),
            resource: monaco.Uri.parse(location.uri),
            message: about,
          })),
        }),
  };
}
