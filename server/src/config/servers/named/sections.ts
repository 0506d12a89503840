import type { ConfigReading } from '../../reading/config-reading.ts';
import { resolvePath } from '../../paths/paths.ts';
import type { PlacedText } from '../../reading/places.ts';
import { blockOf, keyword, operands, readStatements, type Statement } from './statements.ts';

/** The whole configuration, or one `view`, `options`, `zone` or `template` of it, with what it includes. */
export interface Section {
  /** Undefined for the whole configuration. */
  readonly statement: Statement | undefined;
  /** Every plain statement in it, by its name, in order. */
  readonly clauses: Map<string, Statement[]>;
  readonly sections: Section[];
}

const sectionWords = new Set(['options', 'template', 'view', 'zone']);

/** Reads a configuration and all that it includes. An include may stand wherever a statement may. */
export class SectionReader {
  private readonly reading: ConfigReading;
  /** `directory` moves the server there as soon as it is read, so a relative include after it starts there. */
  private directory: string;
  private readonly parsed = new Map<string, readonly Statement[]>();

  constructor(reading: ConfigReading) {
    this.reading = reading;
    this.directory = reading.rootFolder;
  }

  read(file: PlacedText): Section {
    const whole: Section = { statement: undefined, clauses: new Map(), sections: [] };
    this.gather(readStatements(file, this.reading), whole, [file.path]);
    return whole;
  }

  private gather(statements: readonly Statement[], into: Section, chain: readonly string[]): void {
    for (const statement of statements) {
      const name = keyword(statement),
        block = blockOf(statement);
      if (name === 'include') this.include(statement, into, chain);
      else if (sectionWords.has(name) && block !== undefined) {
        const section: Section = { statement, clauses: new Map(), sections: [] };
        into.sections.push(section);
        this.gather(block.statements, section, chain);
      } else {
        if (name === 'directory' && operands(statement)[0] !== undefined)
          this.directory = resolvePath(this.reading.rootFolder, operands(statement)[0]!.text);
        const clauses = into.clauses.get(name);
        if (clauses === undefined) into.clauses.set(name, [statement]);
        else clauses.push(statement);
      }
    }
  }

  private include(statement: Statement, into: Section, chain: readonly string[]): void {
    const target = operands(statement)[0];
    if (target === undefined) return;
    const at = statement.file.span(target.start, target.end);
    for (const file of this.reading.included(
      target.text,
      [...new Set([this.directory, this.reading.rootFolder])],
      at,
      chain,
    )) {
      this.gather(this.statementsOf(file), into, [...chain, file.path]);
    }
  }

  /** A file that several views include is cut, and its faults are told, once. */
  private statementsOf(file: PlacedText): readonly Statement[] {
    const known = this.parsed.get(file.path);
    if (known !== undefined) return known;
    const statements = readStatements(file, this.reading);
    this.parsed.set(file.path, statements);
    return statements;
  }
}
