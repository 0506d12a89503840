/** Writes docs/rules and docs/record-types from the rules, their pages and the registry of record types. `--check` only says what is stale. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CodeRow } from '../server/src/findings/code.ts';
import { allCodes, codeTable } from '../server/src/findings/codes/index.ts';
import type { Code } from '../server/src/findings/codes/index.ts';
import { allTypes } from '../server/src/zone/rrtypes/registry/registry.ts';
import type { RecordType } from '../server/src/zone/rrtypes/fields/record-type.ts';

const root = join(import.meta.dirname, '..'),
  pages = join(root, 'docs/rules');
const files = new Map<string, string>();

const areas: Readonly<Record<string, string>> = {
  syn: 'Syntax',
  dir: 'Directives',
  zone: 'The zone as a whole',
  rrset: 'RRsets',
  deleg: 'Delegation and glue',
  soa: 'SOA and timers',
  cname: 'CNAME',
  dname: 'DNAME',
  wild: 'Wildcards',
  host: 'Host names',
  underscore: 'Underscore names',
  mx: 'MX',
  spf: 'SPF',
  dkim: 'DKIM',
  dmarc: 'DMARC',
  tlsa: 'DANE',
  mtasts: 'MTA-STS',
  tlsrpt: 'TLS reporting',
  bimi: 'BIMI',
  banner: 'The SMTP banner',
  ptr: 'PTR and reverse zones',
  caa: 'CAA',
  svcb: 'SVCB and HTTPS',
  txt: 'TXT',
  catz: 'Catalog zones',
  rpz: 'Response policy zones',
  addr: 'Addresses',
  placeholder: 'Placeholders',
  rev: 'Records in reverse zones',
  target: 'Names that records point at',
  ttl: 'TTLs',
  type: 'Types',
  smtp: 'Mail services',
  config: 'Configurations of name servers',
  settings: 'Settings',
  suppression: 'Comments that silence findings',
};

type Listed = CodeRow & { readonly code: Code };

const rows: readonly Listed[] = allCodes.map((code) => ({ code, ...codeTable[code] }));

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** A page whose head, from the title to the first section, says what the rule's row says; the options likewise, at its end. Everything else is written by hand. */
function withFacts(page: string, { code, severity, profile, source, fix, bind, options, summary }: Listed): string {
  const facts = [
    `**${severity}**`,
    `profile \`${profile ?? 'recommended'}\``,
    `source: ${source}`,
    fix === undefined ? 'no fix' : `${fix} fix`,
    ...(bind === undefined ? [] : [`named-checkzone: ${bind}`]),
  ];
  const rows = Object.entries(options ?? {}).map(
    ([name, { type, description, default: initial }]) =>
      `| \`${name}\` | ${type} | \`${JSON.stringify(initial)}\` | ${cell(description)} |`,
  );
  const [body = ''] = page.slice(page.indexOf('\n## ') + 1).split('\n## Options\n');
  return `# ${code}\n\n${summary}\n\n${facts.join(' · ')}\n\n${body.trimEnd()}\n${rows.length === 0 ? '' : `\n## Options\n\n| option | is | default | means |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`}`;
}

function ruleIndex(metas: readonly Listed[]): string {
  const byArea = new Map<string, Listed[]>();
  for (const meta of metas) {
    const area = meta.code.split('/')[0]!;
    byArea.set(area, [...(byArea.get(area) ?? []), meta]);
  }
  const names = [...byArea.keys()].sort((a, b) => order(a) - order(b) || a.localeCompare(b));
  const sections = names.map((area) => {
    const rows = byArea
      .get(area)!
      .map(
        (meta) =>
          `| ${files.has(`docs/rules/${meta.code}.md`) ? `[${meta.code}](${meta.code}.md)` : meta.code} | ${meta.severity} | ${meta.profile ?? 'recommended'} | ${meta.fix ?? ''} | ${cell(meta.source)} | ${cell(meta.summary)} |`,
      );
    return `## ${areas[area] ?? area.toUpperCase()}\n\n| rule | severity | profile | fix | source | finds |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Rules\n\n${metas.length} rules. Profiles: \`recommended\` (the default) ⊂ \`strict\` ⊂ \`all\`; \`bind\` has what named-checkzone would say. *Safe* fixes join "fix all"; *unsafe* ones are offered only.\n\n${sections.join('\n')}`;
}

const order = (area: string): number => {
  const at = Object.keys(areas).indexOf(area);
  return at < 0 ? 99 : at;
};

function typePage(type: RecordType): string {
  const rows = type.fields.map(
    (field) =>
      `| \`${field.name}\`${field.optional === true ? ' (optional)' : ''} | ${cell(field.kind.label)} | ${cell(field.summary)} |`,
  );
  const values = type.fields.flatMap((field) =>
    field.values === undefined
      ? []
      : [
          `### Values of \`${field.name}\`\n\n| value | mnemonic | meaning |\n| --- | --- | --- |\n${Object.entries(
            field.values,
          )
            .map(([value, { mnemonic, meaning }]) => `| ${value} | ${mnemonic ?? ''} | ${cell(meaning)} |`)
            .join('\n')}\n`,
        ],
  );
  return `# ${type.mnemonic}\n\n${type.summary}\n\ntype ${type.code} · ${type.status}${type.replacedBy === undefined ? '' : ` (${type.replacedBy})`} · ${type.source}\n\n${
    rows.length === 0 ? '' : `## Fields\n\n| field | is | means |\n| --- | --- | --- |\n${rows.join('\n')}\n\n`
  }${values.join('\n')}${values.length > 0 ? '\n' : ''}${type.status === 'meta' ? '' : `## Example\n\n\`\`\`dns-zone\n${type.example}\n\`\`\`\n\nAny type can also be written as octets (RFC 3597): \`TYPE${type.code} \\# length hex\`.\n\n`}---\nAll types: [index](README.md).\n`;
}

const fileOf = (type: RecordType): string => `${type.mnemonic.toLowerCase()}.md`;

function typeIndex(): string {
  const rows = allTypes.map(
    (type) =>
      `| [${type.mnemonic}](${fileOf(type)}) | ${type.code} | ${type.status} | ${cell(type.source)} | ${cell(type.summary)} |`,
  );
  return `# Record types\n\n| type | code | status | source | holds |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

for (const listed of rows) {
  const path = join(pages, `${listed.code}.md`);
  if (existsSync(path)) files.set(`docs/rules/${listed.code}.md`, withFacts(readFileSync(path, 'utf8'), listed));
}
files.set('docs/rules/README.md', ruleIndex(rows));
for (const type of allTypes) files.set(`docs/record-types/${fileOf(type)}`, typePage(type));
files.set('docs/record-types/README.md', typeIndex());

/** Generated files that are there but no type asks for; a page without a rule is left to its test. */
function leftOver(): readonly string[] {
  return ['docs/record-types']
    .flatMap((folder) =>
      existsSync(join(root, folder))
        ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
            (path) => `${folder}/${path.replaceAll('\\', '/')}`,
          )
        : [],
    )
    .filter((path) => path.endsWith('.md') && !files.has(path));
}

if (process.argv.includes('--check')) {
  const stale = [...files]
    .filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text)
    .map(([path]) => path);
  for (const path of [...stale, ...leftOver()].slice(0, 10)) console.log(`${path} is stale: run npm run docs`);
  if (stale.length + leftOver().length > 0) process.exitCode = 1;
} else {
  for (const path of leftOver()) rmSync(join(root, path));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
