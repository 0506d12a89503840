import type { CommandRow, OptionRow, ProgramTable } from './command-table.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

const help: OptionRow = {
  short: '-h',
  long: '--help',
  description: 'display help for command',
  value: undefined,
  choices: [],
  byDefault: undefined,
  repeatable: false,
};

/** The script that a shell reads to complete the command line. */
export function completionScript(shell: Shell, table: ProgramTable): string {
  const writers = { bash, zsh, fish } satisfies Record<Shell, (table: ProgramTable) => string>;
  return writers[shell](table);
}

const allOptions = ({ options }: { readonly options: readonly OptionRow[] }): readonly OptionRow[] => [
  ...options,
  help,
];
const spellings = ({ short, long }: OptionRow): readonly string[] => (short === undefined ? [long] : [short, long]);
/** Whether a value is the name of a file. */
const isFile = (value: string | undefined): boolean => value === '<file>';
const takesFiles = (command: CommandRow): boolean =>
  command.arguments.some(({ name }) => name === 'path' || name === 'file');
const choicesOf = (command: CommandRow): readonly string[] => command.arguments.flatMap(({ choices }) => choices);

function bash({ name, commands, ...program }: ProgramTable): string {
  const values = commands.flatMap((command) =>
    command.options
      .filter(({ value }) => value !== undefined)
      .map((option) => {
        const then =
          option.choices.length > 0
            ? `COMPREPLY=($(compgen -W '${option.choices.join(' ')}' -- "$cur"))`
            : isFile(option.value)
              ? ':'
              : 'compopt +o default +o bashdefault 2>/dev/null';
        return `    ${spellings(option)
          .map((spelling) => `${command.name}:${spelling}`)
          .join('|')}) ${then}; return ;;`;
      }),
  );
  const words = commands.map(
    (command) =>
      `    ${command.name}) words='${[...choicesOf(command), ...allOptions(command).map(({ long }) => long)].join(' ')}'; files=${takesFiles(command) ? 1 : 0} ;;`,
  );
  return `# Completion of ${name} in bash. Load it with: source <(${name} completion bash)
_${name}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= words= files=0 i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${commands.map((command) => command.name).join('|')}) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  case $command:$prev in
${values.join('\n')}
  esac
  case $command in
    '') words='${[...commands.map((command) => command.name), ...allOptions(program).map(({ long }) => long)].join(' ')}' ;;
${words.join('\n')}
  esac
  # Without a word to offer, bash itself offers files.
  if [[ $cur == -* || $files == 0 ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
    [[ $files == 1 ]] || compopt +o default +o bashdefault 2>/dev/null
  fi
}
complete -o bashdefault -o default -F _${name} ${name}
`;
}

/** In single quotes, for sh, bash and zsh. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function zsh({ name, commands, ...program }: ProgramTable): string {
  const plain = (text: string): string => text.replace(/[\\[\]:]/g, '\\$&');
  const option = ({ value, choices, repeatable, description, ...row }: OptionRow): string => {
    const after =
      value === undefined
        ? ''
        : `:${plain(value.slice(1, -1))}:${choices.length > 0 ? `(${choices.join(' ')})` : isFile(value) ? '_files' : ' '}`;
    return spellings({ value, choices, repeatable, description, ...row })
      .map((spelling) => quoted(`${repeatable ? '*' : ''}${spelling}[${plain(description)}]${after}`))
      .join(' ');
  };
  const argument = ({ name: called, variadic, choices }: CommandRow['arguments'][number], k: number): string =>
    quoted(
      `${variadic ? '*' : String(k + 1)}:${plain(called)}:${choices.length > 0 ? `(${choices.join(' ')})` : called === 'path' || called === 'file' ? '_files' : ' '}`,
    );
  const cases = commands.map(
    (command) =>
      `        ${command.name}) _arguments ${[...allOptions(command).map(option), ...command.arguments.map(argument)].join(' ')} ;;`,
  );
  return `#compdef ${name}
# Completion of ${name} in zsh. Load it with: source <(${name} completion zsh)
_${name}() {
  local curcontext=$curcontext state line
  local -a commands
  typeset -A opt_args
  _arguments -C ${allOptions(program).map(option).join(' ')} '1:command:->command' '*::argument:->argument'
  case $state in
    command)
      commands=(${commands.map((command) => quoted(`${command.name}:${plain(command.description)}`)).join(' ')})
      _describe command commands ;;
    argument)
      case $words[1] in
${cases.join('\n')}
      esac ;;
  esac
}
if [[ $funcstack[1] == _${name} ]]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
}

function fish({ name, commands, ...program }: ProgramTable): string {
  const text = (words: string): string => `'${words.replace(/[\\']/g, '\\$&')}'`;
  const option = (row: OptionRow, when: string): string => {
    const value =
      row.value === undefined
        ? ''
        : row.choices.length > 0
          ? ` -x -a ${text(row.choices.join(' '))}`
          : isFile(row.value)
            ? ' -r -F'
            : ' -x';
    return `complete -c ${name} -n ${text(when)}${row.short === undefined ? '' : ` -s ${row.short.slice(1)}`} -l ${row.long.slice(2)}${value} -d ${text(row.description)}`;
  };
  const ofCommand = (command: CommandRow): readonly string[] => {
    const seen = `__fish_seen_subcommand_from ${command.name}`,
      choices = choicesOf(command);
    return [
      `complete -c ${name} -n ${text('__fish_use_subcommand')} -a ${command.name} -d ${text(command.description)}`,
      ...allOptions(command).map((row) => option(row, seen)),
      ...(takesFiles(command) ? [`complete -c ${name} -n ${text(seen)} -F`] : []),
      ...(choices.length > 0 ? [`complete -c ${name} -n ${text(seen)} -a ${text(choices.join(' '))}`] : []),
    ];
  };
  return [
    `# Completion of ${name} in fish. Load it with: ${name} completion fish | source`,
    `complete -c ${name} -f`,
    ...allOptions(program).map((row) => option(row, '__fish_use_subcommand')),
    ...commands.flatMap(ofCommand),
    '',
  ].join('\n');
}
