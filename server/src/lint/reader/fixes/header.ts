import type { Code } from '../../../findings/codes/index.ts';
import { originAt } from '../../../zone/model/block-origin.ts';
import { relativeName } from '../../kit/add-record.ts';
import type { Edit, Fix } from '../../../findings/fix.ts';
import { placeOf } from '../../../zone/model/span.ts';
import { recordAt } from '../../../zone/model/lookup.ts';
import { entriesOf, entryAt, hasParentheses, recordOf } from '../../kit/reported-entry.ts';
import type { ReportedView } from '../../engine/check.ts';
import type { RuleContext } from '../../engine/context.ts';
import { decode } from '../../../text/utf8.ts';
import { argument, before, instead, put } from './reader-edits.ts';
import type { ReaderFix } from './reader-edits.ts';

/** The word that was meant, where the reader knows one. */
const near: ReaderFix = (problem, context) => {
  const meant = argument(problem, 'near');
  return meant === '' ? [] : [instead(problem, context, meant, `Write ${meant}`)];
};

export const headerFixes: Readonly<Partial<Record<Code, ReaderFix>>> = {
  'syn/no-owner': (problem, context) => [
    {
      title: 'Write "@" (the zone itself) as owner name',
      safe: false,
      edits: () => {
        const { start } = entryAt(problem.block, problem.span.start);
        return [put(problem, context, start, start, '@')];
      },
    },
  ],
  'syn/leading-space': (problem, context) => [
    {
      title: 'Remove the indentation',
      safe: true,
      edits: () => {
        const { start } = entryAt(problem.block, problem.span.start);
        return [put(problem, context, start, problem.span.start, '')];
      },
    },
  ],
  'syn/missing-indent': (problem, context) => [before(problem, context, '  ', 'Indent this line')],
  'syn/extra-rdata': (problem, context) => {
    if (problem.message === 'several' || problem.message === 'record') return recordEach(problem, context);
    const remove: Fix = {
      title: 'Remove the extra field',
      safe: false,
      edits: () => [put(problem, context, spaceBefore(problem), problem.span.end, '')],
    };
    return hasParentheses(entryAt(problem.block, problem.span.start))
      ? [remove]
      : [before(problem, context, '; ', 'Comment out the extra words'), remove];
  },
  'syn/quoted-value': (problem, context) => {
    const inner = problem.text.slice(1, -1);
    return inner === '' || /[\s;()"\\]/.test(inner) || !problem.text.endsWith('"')
      ? []
      : [instead(problem, context, inner, 'Remove the quotation marks', true)];
  },
  'syn/class-number': (problem, context) => [instead(problem, context, 'IN', 'Write IN', true)],
  'syn/class-mismatch': (problem, context) => [
    instead(problem, context, argument(problem, 'zone'), `Write ${argument(problem, 'zone')}`),
  ],
  'syn/unknown-class': (problem, context) =>
    problem.message === 'second' ? [removed(problem, context, false)] : near(problem, context),
  'syn/behind-type': (problem, context) =>
    problem.message === 'twice'
      ? [removed(problem, context, true)]
      : [
          {
            title: `Write ${problem.text} ${argument(problem, 'type')}`,
            safe: problem.message === 'class',
            edits: () => {
              const { start, end } = problem.span,
                type = tokenBefore(problem);
              return [
                put(problem, context, type, type, `${problem.text} `),
                put(problem, context, start, behind(problem, end), ''),
              ];
            },
          },
        ],
  'syn/ttl-bad': (problem, context) =>
    problem.message === 'second' ? [removed(problem, context, false)] : near(problem, context),
  'syn/ttl-units-mixed': near,
  'syn/no-ttl': (problem, context) => {
    const ttl = problem.message === 'none' ? '3600' : argument(problem, 'ttl');
    // A `$TTL` that can't be read is to be put right, and not to be written once more.
    if (hasUnreadableTtl(context)) return [];
    return [
      {
        title: `Add $TTL ${ttl} at the top of the file`,
        safe: problem.message === 'soaMinimum',
        changes: { ttls: true },
        edits: () => [atTop(context, `$TTL ${ttl}`)],
      },
    ];
  },
  'syn/unknown-type': (problem, context) => {
    const type = argument(problem, 'type');
    switch (problem.message) {
      case 'address':
      case 'string':
        return [before(problem, context, `${type} `, `Add the type ${type}`)];
      case 'hosts':
        return hostsLine(problem, context);
      case 'update':
        return [
          {
            title: 'Remove the nsupdate command',
            safe: false,
            edits: () => [put(problem, context, problem.span.start, behind(problem, problem.span.end), '')],
          },
        ];
      case 'preference':
        return [
          {
            title: 'Add the type MX before the preference',
            safe: false,
            edits: () => {
              const at = tokenBefore(problem);
              return [put(problem, context, at, at, 'MX ')];
            },
          },
        ];
      default:
        return near(problem, context);
    }
  },
  'syn/type-alias': cnameInstead,
  'syn/obsolete-type-in-text': (problem, context) => [
    instead(
      problem,
      context,
      `MX ${argument(problem, 'preference')}`,
      `Write MX ${argument(problem, 'preference')}`,
      true,
    ),
  ],
  'syn/type-is-known': byName,
  'syn/windows-age': (problem, context) =>
    problem.message === 'refused'
      ? [
          {
            title: 'Remove the timestamp',
            safe: false,
            edits: () => [put(problem, context, spaceBefore(problem), problem.span.end, '')],
          },
        ]
      : [],
  'syn/inherited-owner-surprise': (problem, context) => {
    const { zone } = context,
      entry = entryAt(problem.block, problem.span.start),
      record = recordOf(zone, entry);
    if (record === undefined) return [];
    const written = relativeName(zone, record.owner, originAt(problem.block, entry.start));
    return [
      {
        title: `Write the owner name ${written}`,
        safe: true,
        edits: () => [put(problem, context, entry.start, entry.start, written)],
      },
    ];
  },
};

/** An address and its names, in the order of a zone file and a record for each. */
function hostsLine(problem: ReportedView, context: RuleContext): readonly Fix[] {
  const entry = entryAt(problem.block, problem.span.start),
    { bytes } = entry,
    [address, ...names] = entry.tokens.map(({ start, end }) => decode(bytes, start, end)),
    first = entry.tokens[0],
    last = entry.tokens.at(-1);
  if (
    first === undefined ||
    last === undefined ||
    hasParentheses(entry) ||
    names.some((name) => !/^[a-z\d][a-z\d.-]*$/i.test(name))
  )
    return [];
  const eol = bytes.includes(13) ? '\r\n' : '\n',
    full = (name: string): string =>
      context.zone.apexKnown && `${name}.`.toLowerCase().endsWith(`.${context.absolute(context.zone.apex)}`)
        ? `${name}.`
        : name;
  return [
    {
      title: 'Put the name before the address',
      safe: false,
      edits: () => [
        put(
          problem,
          context,
          first.start,
          last.end,
          names.map((name) => `${full(name)} ${argument(problem, 'type')} ${address!}`).join(eol),
        ),
      ],
    },
  ];
}

/** What stands behind a record's data on a line of its own: a whole record, or data for records like the first. */
function recordEach(problem: ReportedView, context: RuleContext): readonly Fix[] {
  const entry = entryAt(problem.block, problem.span.start),
    record = recordOf(context.zone, entry);
  if (record === undefined || record.generated || hasParentheses(entry)) return [];
  const bytes = problem.block.chunk.bytes,
    eol = bytes.includes(13) ? '\r\n' : '\n',
    words = entry.tokens
      .filter(({ start }) => start >= problem.span.start)
      .map(({ start, end }) => decode(bytes, start, end));
  const header = decode(
      bytes,
      record.ownerSpan === undefined ? entry.start : entry.start + record.ownerSpan.end,
      entry.start + record.rdataSpan.start,
    ),
    width = Number(problem.args['each'] ?? 0);
  const lines =
    problem.message === 'several'
      ? Array.from(
          { length: words.length / width },
          (_, k) => header + words.slice(width * k, width * (k + 1)).join(' '),
        )
      : [(problem.args['owned'] === 1 ? '' : '  ') + problem.text];
  return [
    {
      title: problem.message === 'several' ? 'Write one record per value' : 'Move the second record to its own line',
      safe: false,
      edits: () => [
        put(problem, context, spaceBefore(problem), problem.span.end, lines.map((line) => eol + line).join('')),
      ],
    },
  ];
}

/** The line without what was reported. */
function removed(problem: ReportedView, context: RuleContext, safe: boolean): Fix {
  return {
    title: `Remove ${problem.text}`,
    safe,
    edits: () => [put(problem, context, spaceBefore(problem), problem.span.end, '')],
  };
}

/** Where the white space behind a byte ends. */
function behind({ block }: ReportedView, from: number): number {
  let at = from;
  while (block.chunk.bytes[at] === 32 || block.chunk.bytes[at] === 9) at++;
  return at;
}

/** Where the white space before the reported token begins. */
function spaceBefore({ block, span }: ReportedView): number {
  let at = span.start;
  while (at > 0 && (block.chunk.bytes[at - 1] === 32 || block.chunk.bytes[at - 1] === 9)) at--;
  return at;
}

function tokenBefore({ block, span }: ReportedView): number {
  return entryAt(block, span.start).tokens.findLast(({ start }) => start < span.start)?.start ?? span.start;
}

/** A line before the first entry of the zone's file. */
export function atTop({ zone }: RuleContext, line: string): Edit {
  const block = zone.root.blocks.find((each) => each.chunk.bytes.length > 0),
    first = zone.root.blocks
      .map((each) => ({ each, entry: entriesOf(each)[0] }))
      .find(({ entry }) => entry !== undefined);
  const eol = block?.chunk.bytes.includes(13) === true ? '\r\n' : '\n';
  if (first?.entry === undefined)
    return {
      uri: zone.root.uri,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: line + eol,
    };
  const {
    uri,
    range: { start },
  } = placeOf(zone, { block: first.each, start: first.entry.start, end: first.entry.start });
  return { uri, range: { start, end: start }, text: line + eol };
}

function hasUnreadableTtl({ zone }: RuleContext): boolean {
  return zone.blocks.some(
    (block) => block?.problems.some(({ code }) => code === 'dir/ttl-bad' || code === 'dir/ttl-missing') === true,
  );
}

/** Where an owner other than the apex has nothing else, CNAME does what the provider's type was to do. */
function cnameInstead(problem: ReportedView, context: RuleContext): readonly Fix[] {
  if (problem.message !== 'alias') return [];
  const { zone } = context,
    entry = entryAt(problem.block, problem.span.start),
    owner = entry.tokens[0];
  if (entry.indented || owner === undefined) return [];
  const name = zone.names.parse(entry.bytes, owner.start, owner.end, originAt(problem.block, entry.start));
  return name < 0 || name === zone.apex || zone.records.first(name) >= 0 || recordAt(zone, name, 5) >= 0
    ? []
    : [instead(problem, context, 'CNAME', 'Write CNAME')];
}

/** The record with its type's name, and octets behind `\#` in the type's own form. */
function byName(problem: ReportedView, context: RuleContext): readonly Fix[] {
  const type = argument(problem, 'type');
  return [
    {
      title: `Write ${type}`,
      safe: true,
      edits: () => {
        const entry = entryAt(problem.block, problem.span.start),
          record = recordOf(context.zone, entry),
          typeEdit = put(problem, context, problem.span.start, problem.span.end, type);
        if (
          record === undefined ||
          record.broken ||
          record.info?.genericOnly === true ||
          !record.source().startsWith('\\#')
        )
          return [typeEdit];
        const printed = record.fields
            .map(({ field }) => record.print(field.name))
            .filter((text) => text !== '')
            .join(' '),
          { start, end } = record.rdataSpan;
        return [typeEdit, put(problem, context, entry.start + start, entry.start + end, printed)];
      },
    },
  ];
}
