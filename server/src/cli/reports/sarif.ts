import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Fix, Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { allCodes, codeTable } from '../../findings/codes/index.ts';
import type { Code } from '../../findings/codes/index.ts';
import type { Severity } from '../../findings/code.ts';
import type { TextRange } from '../../text/positions.ts';
import { rulePage } from '../../lsp/server/rule-page.ts';
import { printable, printableJson } from '../../hosts/node/printable.ts';
import type { Report, ReportedFile, ReportedFinding, ReportedFix, Write } from './report.ts';

const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0 (OASIS), as code scanning of GitHub and others reads it. */
export function writeSarif({ files }: Report, write: Write): void {
  const used = new Set(files.flatMap(({ findings }) => findings.map(({ code }) => code)));
  const descriptors = allCodes.filter((code) => used.has(code)).map(descriptorOf),
    index = new Map(descriptors.map(({ id }, k) => [id, k]));
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'Zonewright',
            informationUri: 'https://github.com/zonewright/zonewright',
            rules: descriptors,
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { uri: `${pathToFileURL(process.cwd()).href}/` } },
        results: files.flatMap((file) =>
          file.findings.map((finding) => resultOf(file, finding, index.get(finding.code))),
        ),
      },
    ],
  };
  write(`${printableJson(log, 1)}\n`);
}

function descriptorOf(code: Code): ReportingDescriptor {
  const { summary, severity, source } = codeTable[code];
  return {
    id: code,
    shortDescription: { text: summary },
    help: { text: `${summary}. Source: ${source}.` },
    helpUri: rulePage(code),
    defaultConfiguration: { level: levels[severity] },
  };
}

function resultOf(
  { file, zone }: ReportedFile,
  { code, severity, message, range, related, fix, fixes = [] }: ReportedFinding,
  ruleIndex: number | undefined,
): Result {
  return {
    ruleId: code,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[severity],
    message: { text: printable(message) },
    locations: [locationOf(file, range)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            message: { text: printable(other.message) },
            ...locationOf(other.file, other.range),
          })),
        }),
    ...(fixes.length === 0 ? {} : withFixes(fixes)),
    properties: { severity, fix, ...(zone === null ? {} : { zone }) },
  };
}

/** SARIF has no placeholders and makes no files: fixes with these stay out. The safe ones come first. */
function withFixes(fixes: readonly ReportedFix[]): { readonly fixes?: Fix[] } {
  const plain = fixes
    .filter(
      ({ edits }) => edits.length > 0 && edits.every(({ snippet, create }) => snippet !== true && create !== true),
    )
    .toSorted((a, b) => Number(b.safe) - Number(a.safe));
  return plain.length === 0 ? {} : { fixes: plain.map(fixOf) };
}

function fixOf({ title, safe, edits }: ReportedFix): Fix {
  return {
    description: { text: printable(title) },
    artifactChanges: [...new Set(edits.map(({ file }) => file))].map((file) => ({
      artifactLocation: artifactOf(file),
      replacements: edits
        .filter((edit) => edit.file === file)
        .map(({ range, newText }) => ({ deletedRegion: regionOf(range), insertedContent: { text: newText } })),
    })),
    properties: { safe },
  };
}

function locationOf(file: string, range: TextRange): Location {
  return { physicalLocation: { artifactLocation: artifactOf(file), region: regionOf(range) } };
}

function artifactOf(file: string): ArtifactLocation {
  return path.isAbsolute(file) ? { uri: pathToFileURL(file).href } : { uri: relativeUri(file), uriBaseId: 'ROOT' };
}

/** Lines and columns from 1; the end column is the one behind the last character. */
function regionOf({ start, end }: TextRange): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A name may begin like a URI of its own, as `javascript:x.zone` does, and hold half a character. */
function relativeUri(file: string): string {
  return file
    .replace(/\p{Cs}/gu, '\ufffd')
    .split(path.sep)
    .map(encodeURIComponent)
    .join('/');
}
