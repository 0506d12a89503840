import type { Command, Option } from 'commander';

/** An option of a command, as help, completion and the manual show it. */
export interface OptionRow {
  readonly short: string | undefined;
  readonly long: string;
  readonly description: string;
  /** What its value is called, as `<file>`; undefined for a flag. */
  readonly value: string | undefined;
  readonly choices: readonly string[];
  readonly byDefault: string | undefined;
  readonly repeatable: boolean;
}

export interface CommandRow {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionRow[];
  readonly arguments: readonly {
    readonly name: string;
    readonly description: string;
    readonly required: boolean;
    readonly variadic: boolean;
    readonly choices: readonly string[];
  }[];
}

export interface ProgramTable {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** Those of the program itself, without `--help`, which all commands have. */
  readonly options: readonly OptionRow[];
  readonly commands: readonly CommandRow[];
}

/** The whole command line as a table: what `--help` prints is made from the same. */
export function programTable(program: Command): ProgramTable {
  return {
    name: program.name(),
    version: program.version() ?? '',
    description: program.description(),
    options: program.options.map(optionRow),
    commands: program.commands.map(commandRow),
  };
}

function commandRow(command: Command): CommandRow {
  const taken = command.registeredArguments.map((argument) => ({
    name: argument.name(),
    description: argument.description,
    required: argument.required,
    variadic: argument.variadic,
    choices: argument.argChoices ?? [],
  }));
  return {
    name: command.name(),
    description: command.description(),
    options: command.options.filter(({ hidden }) => !hidden).map(optionRow),
    arguments: taken,
  };
}

function optionRow({ short, long, description, flags, argChoices, defaultValue }: Option): OptionRow {
  const repeatable = Array.isArray(defaultValue);
  return {
    short,
    long: long ?? flags,
    description,
    value: /<[^>]+>/.exec(flags)?.[0],
    choices: argChoices ?? [],
    byDefault: typeof defaultValue === 'string' ? defaultValue : undefined,
    repeatable,
  };
}
