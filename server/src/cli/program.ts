import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { version } from './process/parts.ts';
import {
  areColumns,
  columnModes,
  FARTHEST_COLUMN,
  ttlStyles,
  typeCases,
  whitespaceStyles,
} from '../config/settings/format-settings.ts';
import type { FormatSettings } from '../config/settings/format-settings.ts';
import { printable } from '../hosts/node/printable.ts';
import { GOOD } from './reports/exit-status.ts';
import { shells } from './reference/shell-completion.ts';
import type { Shell } from './reference/shell-completion.ts';

function count(written: string): number {
  if (!/^\d{1,9}$/.test(written)) throw new InvalidArgumentError('Give a number, 0 or more.');
  return Number(written);
}

function jobs(written: string): number {
  const number = count(written);
  if (number < 1) throw new InvalidArgumentError('Give a number, 1 or more.');
  return number;
}

function shard(written: string): { readonly index: number; readonly of: number } {
  const [, index = '', of = ''] = /^(\d{1,6})\/(\d{1,6})$/.exec(written) ?? [];
  if (Number(index) < 1 || Number(index) > Number(of))
    throw new InvalidArgumentError('Give two numbers, such as 1/8: the part and the number of parts.');
  return { index: Number(index), of: Number(of) };
}

function port(written: string): number {
  const number = count(written);
  if (number < 1 || number > LARGEST_PORT) throw new InvalidArgumentError('Give a port, 1 to 65535.');
  return number;
}

const ports = (written: string, before: readonly number[]): readonly number[] => [...before, port(written)];

const LARGEST_PORT = 65535;

function columns(written: string): FormatSettings['columns'] {
  const mode = columnModes.find((one) => one === written),
    numbers = /^[\d,]+$/.test(written) ? written.split(',').map(Number) : [];
  if (mode === undefined && !areColumns(numbers))
    throw new InvalidArgumentError(
      `Give keep, align, or three or four growing numbers up to ${FARTHEST_COLUMN}, such as 24,32,40.`,
    );
  return mode ?? numbers;
}

const gathered = (written: string, before: readonly string[]): readonly string[] => [...before, written];

const asJson = (): Option => new Option('--json', 'the same as --format json').implies({ format: 'json' });

const dnsServer = (): Option =>
  new Option('--dns-server <address[:port]>', "the resolver to ask instead of this machine's; repeatable")
    .argParser(gathered)
    .default([]);

const caFile = (): Option => new Option('--ca <file>', "certificates to trust instead of this machine's, in PEM");

function allowOutside(): Option {
  return new Option(
    '--allow-outside',
    'also read files from the directory that a configuration on the command line names',
  );
}

/** The whole command line. A command's own modules are loaded when it runs, and not before. */
export function program(finish: (status: number) => void): Command {
  const zonewright = new Command('zonewright');
  zonewright
    .description('Checks, compiles and formats DNS zone files.')
    .version(version(), '-V, --version', 'print the version')
    .showHelpAfterError('(see zonewright --help)')
    .configureOutput({ writeErr: (text) => process.stderr.write(text.split('\n').map(printable).join('\n')) })
    .exitOverride();

  zonewright
    .command('check')
    .description('check files, folders, or the zones of a named.conf, nsd.conf or knot.conf')
    .argument('[path...]', 'files and folders; the current folder by default')
    .option('--origin <name>', "the zone's apex, for one file")
    .addOption(
      new Option('--format <format>', 'how findings are printed')
        .choices(['text', 'json', 'sarif', 'github', 'gitlab'])
        .default('text'),
    )
    .addOption(new Option('--profile <profile>', 'which rules run').choices(['recommended', 'strict', 'all', 'bind']))
    .option('--fix', 'apply safe fixes and write the files')
    .option('--dry-run', 'with --fix: print the changes as a unified diff and write nothing')
    .option('--add-ptr', 'with --fix: also add missing PTR records to reverse zones, and raise their serials')
    .option('--bump-serial', 'with --fix: raise the serial of each zone whose records change')
    .option('--max-warnings <n>', 'fail if there are more than this many warnings', count)
    .addOption(
      new Option('--fail-on <severity>', 'the lowest severity that fails')
        .choices(['error', 'warning', 'information', 'hint'])
        .default('error'),
    )
    .addOption(allowOutside())
    .option('--exclude <glob>', 'skip matching files and folders; repeatable', gathered, [])
    .option('--config <file>', 'use this settings file for every zone')
    .option(
      '--rule <code=severity>',
      'set the severity of a rule, or of an area such as spf/*, to error, warning, information, hint, or off; repeatable',
      gathered,
      [],
    )
    .option('--jobs <n>', 'the number of threads; by default as many as pay off', jobs)
    .option('--shard <i/n>', 'check one of n parts of the zones', shard)
    .option('--statistics', 'count the findings of each rule instead of listing them')
    .option('--quiet', 'print only findings: no summary, no progress')
    .option('--live', 'ask the DNS for what the files lack, such as SPF records of other domains')
    .addOption(dnsServer())
    .option('--stdin', 'read one zone from standard input, like the path -')
    .option('--stdin-filename <file>', 'the path to assume for standard input')
    .action(async (paths: readonly string[], options: unknown) => {
      const { check } = await import('./commands/check.ts');
      finish(await check(paths, options as Parameters<typeof check>[1]));
    });

  zonewright
    .command('compile')
    .description('print every record on one line, as named-compilezone -s full does')
    .argument('<file>', 'the zone file')
    .option('--origin <name>', "the zone's apex")
    .action(async (file: string, options: unknown) => {
      const { compile } = await import('./commands/compile.ts');
      finish(await compile(file, options as Parameters<typeof compile>[1]));
    });

  zonewright
    .command('format')
    .description('lay zone files out, without changing any record; print the changes as a unified diff')
    .argument('[path...]', 'files and folders; the current folder by default')
    .option('--write', 'write the files instead of printing a diff')
    .option('--check', 'only name the files that would change, and fail if there are any')
    .addOption(
      new Option(
        '--columns <columns>',
        'keep: records go to the columns most of their paragraph has; align: each paragraph gets columns that fit; or the columns of class, type, data and comments, such as 24,32,40',
      ).argParser(columns),
    )
    .addOption(new Option('--whitespace <style>', 'what columns are filled with').choices(whitespaceStyles))
    .addOption(new Option('--type-case <case>', 'how types and classes are written').choices(typeCases))
    .addOption(new Option('--ttl <style>', 'how TTLs are written: 3600 or 1h').choices(ttlStyles))
    .addOption(allowOutside())
    .action(async (paths: readonly string[], options: unknown) => {
      const { format } = await import('./commands/format.ts');
      finish(await format(paths, options as Parameters<typeof format>[1]));
    });

  zonewright
    .command('spf')
    .description('check a message with SPF as a receiver would, using zone files as the DNS')
    .argument('<path...>', 'zone files, folders or server configurations')
    .requiredOption('--ip <address>', 'the address that sends the mail')
    .requiredOption('--sender <mailbox>', 'the sender (MAIL FROM), such as user@example.com; <> for a bounce')
    .option('--helo <name>', "the name in the server's greeting (default: the sender's domain)")
    .addOption(allowOutside())
    .addOption(new Option('--format <format>', 'output format').choices(['text', 'json']).default('text'))
    .action(async (paths: readonly string[], options: unknown) => {
      const { spf } = await import('./commands/spf.ts');
      finish(await spf(paths, options as Parameters<typeof spf>[1]));
    });

  zonewright
    .command('mail')
    .description('trace the mail path to and from a domain as other mail servers see it, using zone files as the DNS')
    .argument('<domain>', 'the domain, such as example.com')
    .argument('<path...>', 'zone files, folders or server configurations')
    .addOption(allowOutside())
    .addOption(new Option('--format <format>', 'output format').choices(['text', 'json']).default('text'))
    .option('--live', 'ask the DNS for what the files lack, and the mail hosts for their greeting and certificate')
    .addOption(dnsServer())
    .option('--port <n>', "with --live: the mail hosts' port", port, 25)
    .option('--https-port <n>', 'with --live: the port of the MTA-STS policy', port, 443)
    .addOption(caFile())
    .action(async (domain: string, paths: readonly string[], options: unknown) => {
      const { mail } = await import('./commands/mail.ts');
      finish(await mail(domain, paths, options as Parameters<typeof mail>[2]));
    });

  zonewright
    .command('live')
    .description('ask the name servers of zones over the network and compare what they have with the files')
    .argument('[zone|path...]', 'zones by name, and files and folders; the current folder by default')
    .option('--server <address[:port]>', 'ask only this server instead of those in the NS records')
    .option('--port <n>', "the name servers' port", port, 53)
    .addOption(dnsServer())
    .option('--axfr', 'transfer each zone if the server allows it, to see records that the file lacks')
    .option('--tsig-file <file>', 'with --axfr: the key that signs the transfer, as tsig-keygen prints it')
    .option('--no-delegation', "don't ask the zone above for the delegation, glue and DS records")
    .addOption(allowOutside())
    .addOption(new Option('--format <format>', 'output format').choices(['text', 'json']).default('text'))
    .addOption(asJson())
    .action(async (given: readonly string[], options: unknown) => {
      const { live } = await import('./commands/live.ts');
      finish(await live(given, options as Parameters<typeof live>[1]));
    });

  zonewright
    .command('probe')
    .description('connect to a mail host and show its greeting, STARTTLS certificate and names, without sending mail')
    .argument('<host>', 'the host that MX records name, such as mail.example.com, or its address')
    .option('--port <n>', 'the port to connect to, with TLS from the start on 465; repeatable (default: 25)', ports, [])
    .option('--domain <name>', 'also fetch the MTA-STS policy of this mail domain and see if it lists the host')
    .option('--https-port <n>', 'the port of the MTA-STS policy', port, 443)
    .option('--helo <name>', 'the name to greet with (default: the address of this machine)')
    .addOption(dnsServer())
    .addOption(caFile())
    .addOption(new Option('--format <format>', 'output format').choices(['text', 'json']).default('text'))
    .addOption(asJson())
    .action(async (host: string, options: unknown) => {
      const { probe } = await import('./commands/probe.ts');
      finish(await probe(host, options as Parameters<typeof probe>[1]));
    });

  zonewright
    .command('rules')
    .description('list every rule with its severity, profile, fix and source')
    .addOption(new Option('--format <format>', 'how they are printed').choices(['text', 'json']).default('text'))
    .action(async (options: unknown) => {
      const { rules } = await import('./commands/rules.ts');
      finish(rules(options as Parameters<typeof rules>[0]));
    });

  zonewright
    .command('completion')
    .description('print the script that completes this command line in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .action(async (shell: Shell) => {
      const { completion } = await import('./commands/completion.ts');
      completion(shell, zonewright);
      finish(GOOD);
    });

  zonewright
    .command('lsp')
    .description('run the language server')
    .requiredOption('--stdio', 'communicate over standard input and output')
    .allowUnknownOption()
    .action(async () => {
      const { lsp } = await import('./commands/lsp.ts');
      await lsp();
    });
  return zonewright;
}
