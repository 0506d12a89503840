/** A rule's page read as tests: its fenced zones with `«…»` marks, the messages quoted below them, and the text after the fix. */

export interface ExampleFile {
  readonly name: string;
  /** Without marks; with the header that was put before it. */
  readonly text: string;
  readonly header: string;
  readonly marks: readonly Mark[];
  /** When it is not told by the file's name. */
  readonly apex?: string;
}

export interface Mark {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface Example {
  /** Line of the page where the example begins, from 1. */
  readonly line: number;
  readonly valid: boolean;
  readonly files: readonly ExampleFile[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly messages: readonly string[];
  /** The files as they were opened, before they were changed and saved as they are now. */
  readonly before: ReadonlyMap<string, string>;
  /** Expected text after the fix, by file name, without header. */
  readonly fixed: ReadonlyMap<string, string>;
}

export interface Page {
  readonly title: string;
  readonly headings: readonly string[];
  readonly examples: readonly Example[];
}

const DEFAULT_FILE = 'example.com.zone';

/** The apex of an example's file: its name without `.zone`, or `.dns` as Windows has it; undefined for a file that is only included. */
export function apexOf(fileName: string): string | undefined {
  const name = /^(.+)\.(?:zone|dns)$/.exec(fileName)?.[1];
  return name?.replace(/\.?$/, '.');
}

function headerFor(name: string, text: string, whole: boolean): string {
  const apex = apexOf(name);
  if (whole || apex === undefined || /\bSOA\b/i.test(text)) return '';
  return `$ORIGIN ${apex}\n$TTL 3600\n@ IN SOA ns1.example.net. hostmaster.example.net. 2026010101 7200 3600 1209600 3600\n@ IN NS ns1.example.net.\n@ IN NS ns2.example.org.\n`;
}

function unmarked(name: string, body: string, whole: boolean, apex: string | undefined): ExampleFile {
  const header = headerFor(name, body.replaceAll(/[«»]/g, ''), whole),
    marks: Mark[] = [];
  let text = header,
    line = header.split('\n').length - 1,
    character = 0,
    open: Mark['start'] | undefined;
  const characters = [...body];
  for (const [k, c] of characters.entries()) {
    if (c === '«') {
      open = { line, character };
      continue;
    }
    if (c === '»') {
      if (open === undefined) throw new Error('» without «');
      marks.push({ start: open, end: { line, character } });
      open = undefined;
      continue;
    }
    text += c;
    const next = characters.slice(k + 1, k + 3).find((each) => each !== '»');
    if (c === '\n' || (c === '\r' && next !== '\n')) {
      line++;
      character = 0;
    } else character += c.length;
  }
  return { name, text, header, marks, ...(apex === undefined ? {} : { apex }) };
}

/** Escapes in fences for what an editor would hide: `␍` CR, `␀` NUL, `␠` a trailing space, `␉` a tab, `⟦BOM⟧`, `⟦NBSP⟧`, `⟦ZWSP⟧`; `⟦end⟧` ends the file without a line break; and `⟦260×a⟧` for a letter many times. */
function unescaped(text: string): string {
  return text
    .replaceAll('␍', '\r')
    .replaceAll('␀', '\0')
    .replaceAll('␠', ' ')
    .replaceAll('␉', '\t')
    .replaceAll('⟦BOM⟧', '\uFEFF')
    .replaceAll('⟦NBSP⟧', '\u00A0')
    .replaceAll('⟦ZWSP⟧', '\u200B')
    .replace('⟦end⟧\n', '')
    .replace(/⟦(\d+)×([^⟧]*)⟧/g, (_, count: string, unit: string) => unit.repeat(Number(count)));
}

interface Draft {
  line: number;
  valid: boolean;
  files: ExampleFile[];
  settings: Record<string, unknown>;
  messages: string[];
  before: Map<string, string>;
  fixed: Map<string, string>;
}

export function readPage(markdown: string): Page {
  const lines = markdown.replaceAll('\r\n', '\n').split('\n'),
    examples: Draft[] = [],
    headings: string[] = [];
  let title = '',
    section = '',
    current: Draft | undefined,
    fixedSeen = false;
  for (let k = 0; k < lines.length; k++) {
    const line = lines[k]!,
      fence = /^(`{3,})(\S+)\s*(.*)$/.exec(line);
    if (fence !== null) {
      const body: string[] = [],
        first = k + 1;
      for (k++; k < lines.length && lines[k] !== fence[1]; k++) body.push(lines[k]!);
      const text = body.length === 0 ? '' : unescaped(`${body.join('\n')}\n`),
        options = fence[3]!.split(/\s+/).filter((word) => word !== '');
      const whole = options.includes('whole'),
        apex = options.find((word) => word.startsWith('apex='))?.slice('apex='.length);
      const name = options.find((word) => word !== 'whole' && !word.startsWith('apex=')) ?? DEFAULT_FILE;
      if (fence[2] === 'zone' || fence[2] === 'text') {
        if (current === undefined || current.files.some((file) => file.name === name) || fixedSeen) {
          current = {
            line: first,
            valid: section === 'valid',
            files: [],
            settings: {},
            messages: [],
            before: new Map(),
            fixed: new Map(),
          };
          examples.push(current);
          fixedSeen = false;
        }
        current.files.push(unmarked(name, text, whole, apex));
      } else if (fence[2] === 'settings' || fence[2] === 'before') {
        current ??= (() => {
          const made: Draft = {
            line: first,
            valid: section === 'valid',
            files: [],
            settings: {},
            messages: [],
            before: new Map(),
            fixed: new Map(),
          };
          examples.push(made);
          return made;
        })();
        if (fence[2] === 'before') current.before.set(name, text);
        else current.settings = JSON.parse(text) as Record<string, unknown>;
      } else if (fence[2] === 'fixed') {
        current?.fixed.set(name, text);
        fixedSeen = true;
      }
      continue;
    }
    const heading = /^(#+)\s+(.*)$/.exec(line);
    if (heading !== null) {
      if (heading[1] === '#') title = heading[2]!;
      else headings.push(heading[2]!);
      if (heading[1] === '##') section = heading[2]!.toLowerCase();
      current = undefined;
      fixedSeen = false;
      continue;
    }
    const quote = /^>\s?(.*)$/.exec(line);
    if (quote !== null) {
      current?.messages.push(quote[1]!);
      continue;
    }
    if (line.trim() !== '') {
      current = undefined;
      fixedSeen = false;
    }
  }
  return { title, headings, examples };
}
