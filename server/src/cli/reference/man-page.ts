import type { CommandRow, OptionRow, ProgramTable } from './command-table.ts';

/** A text in roff: a hyphen stays one when it is copied, and nothing is read as a request. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gm, '\\&$1');
const bold = (text: string): string => `\\fB${roff(text)}\\fR`;
const italic = (text: string): string => `\\fI${roff(text)}\\fR`;
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** The manual page zonewright(1). */
export function manPage({ name, version, description, options, commands }: ProgramTable): string {
  return [
    `.TH ${name.toUpperCase()} 1 "" "${name} ${version}" "User Commands"`,
    '.SH NAME',
    `${roff(name)} \\- ${roff(description.charAt(0).toLowerCase() + description.slice(1).replace(/\.$/, ''))}`,
    '.SH SYNOPSIS',
    `.B ${roff(name)}`,
    `${italic('command')} [${italic('option')} ...] [${italic('argument')} ...]`,
    '.SH OPTIONS',
    ...options.flatMap(optionLines),
    '.TP',
    bold('-h, --help'),
    'Display help for a command.',
    '.SH COMMANDS',
    ...commands.flatMap((command) => commandLines(name, command)),
    '.SH EXIT STATUS',
    '.TP',
    '.B 0',
    roff('Nothing was found at or above the severity that fails.'),
    '.TP',
    '.B 1',
    'Something was found.',
    '.TP',
    '.B 2',
    roff("The command line is wrong, a file can't be read, or there was nothing to check."),
    '.SH FILES',
    '.TP',
    '.I .zonewright.json',
    roff('Settings for the zone files in its folder and below.'),
    '.SH SEE ALSO',
    `.BR named\\-checkzone (1),`,
    `.BR named\\-compilezone (1)`,
    '.PP',
    'https://github.com/zonewright/zonewright',
    '',
  ].join('\n');
}

function commandLines(
  program: string,
  { name, description, options, arguments: taken }: CommandRow,
): readonly string[] {
  const usage = taken.map((argument) => {
    const written = italic(argument.name) + (argument.variadic ? ' ...' : '');
    return argument.required ? written : `[${written}]`;
  });
  return [
    `.SS ${roff(`${program} ${name}`)} ${[...(options.length > 0 ? [`[${italic('option')} ...]`] : []), ...usage].join(' ')}`,
    roff(sentence(description)),
    ...taken
      .filter((argument) => argument.description !== '')
      .flatMap((argument) => ['.TP', italic(argument.name), roff(sentence(argument.description))]),
    ...options.flatMap(optionLines),
  ];
}

function optionLines({ short, long, value, description, choices, byDefault }: OptionRow): readonly string[] {
  const facts = [
    ...(choices.length > 0 ? [`One of ${choices.join(', ')}.`] : []),
    ...(byDefault === undefined ? [] : [`Default: ${byDefault}.`]),
  ];
  return [
    '.TP',
    `${short === undefined ? '' : `${bold(short)}, `}${bold(long)}${value === undefined ? '' : ` ${italic(value.slice(1, -1))}`}`,
    roff([sentence(description), ...facts].join(' ')),
  ];
}
