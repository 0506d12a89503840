import { groups, include, scope, type Rule } from './rule.ts';

/** How the value of a tag is coloured. */
type Value = 'version' | 'key' | 'text' | 'uris' | 'number' | { readonly words: readonly string[] };

/** A kind of TXT record that is a list of `tag=value` between semicolons. */
export interface TagList {
  readonly id: string;
  /** What its first string begins with, after the quotation mark. */
  readonly start: string;
  readonly tags: Readonly<Record<string, Value>>;
  /** Tags that a later RFC took away. */
  readonly removed: readonly string[];
}

const versionStart = (version: string): string => `[ \\t]*(?i:v[ \\t]*=[ \\t]*${version})(?=[ \\t;"\\\\]|$)`;
const yesNo: Value = { words: ['y', 'n', 'u'] };
const policy: Value = { words: ['none', 'quarantine', 'reject'] };
const alignment: Value = { words: ['r', 's'] };

export const tagLists: readonly TagList[] = [
  {
    // RFC 6376 §3.6.1. The version may be left out; a key is then known by its p= alone.
    id: 'dkim',
    start: `(?:${versionStart('DKIM1')}|(?:[ \\t]*[ghknst][ \\t]*=[^;"]*;)*[ \\t]*p[ \\t]*=[ \\t]*(?:[A-Za-z0-9+/]{16}|[;"]|\\\\;))`,
    tags: {
      v: 'version',
      g: 'text',
      h: { words: ['sha1', 'sha256'] },
      k: { words: ['rsa', 'ed25519'] },
      n: 'text',
      p: 'key',
      s: { words: ['email', '*'] },
      t: { words: ['y', 's'] },
    },
    removed: ['g'],
  },
  {
    // RFC 9989.
    id: 'dmarc',
    start: versionStart('DMARC1'),
    tags: {
      v: 'version',
      p: policy,
      sp: policy,
      np: policy,
      psd: yesNo,
      t: yesNo,
      adkim: alignment,
      aspf: alignment,
      fo: { words: ['0', '1', 'd', 's'] },
      rua: 'uris',
      ruf: 'uris',
      pct: 'number',
      rf: { words: ['afrf'] },
      ri: 'number',
    },
    removed: ['pct', 'rf', 'ri'],
  },
  { id: 'mta-sts', start: versionStart('STSv1'), tags: { v: 'version', id: 'number' }, removed: [] },
  { id: 'tls-rpt', start: versionStart('TLSRPTv1'), tags: { v: 'version', rua: 'uris' }, removed: [] },
  {
    id: 'bimi',
    start: versionStart('BIMI1'),
    tags: {
      v: 'version',
      l: 'uris',
      a: 'uris',
      avp: { words: ['brand', 'personal'] },
      lps: 'text',
      e: 'text',
      s: 'text',
    },
    removed: [],
  },
];

const VALUE_END = '(?=\\\\?;|"|$)';
/** Tags follow the opening quotation mark or a semicolon, which many files write as `\;`. */
const TAG_START = '(?<=[";])[ \\t]*';

const keyText: Rule = { match: '[A-Za-z0-9+/=]+', name: scope('constant.other.key.dkim') };

function valueRules(value: Value): readonly Rule[] {
  if (value === 'version') return [{ match: '[^ \\t;"\\\\]+', name: scope('keyword.other.version') }];
  if (value === 'key')
    return [keyText, { match: '[^A-Za-z0-9+/= \\t;"\\\\]+', name: scope('invalid.illegal.base64.dkim') }];
  if (value === 'number') return [{ match: '[^ \\t;"\\\\]+', name: scope('constant.numeric.value') }];
  if (value === 'text') return [];
  if (value === 'uris') return [include('uris')];
  const words = value.words.map((word) => word.replace('*', '\\*')).join('|');
  return [
    { match: `(?i:${words})(?=[ \\t:;"\\\\]|$)`, name: scope('constant.language.value') },
    { match: ':', name: scope('punctuation.separator.value') },
  ];
}

/** The rules for the inside of a string of such a list; the string may begin or end anywhere in it. */
export function tagListRules(list: TagList): readonly Rule[] {
  const assignment = 'keyword.operator.assignment.tag';
  const known = Object.entries(list.tags).map(
    ([tag, value]): Rule => ({
      begin: `${TAG_START}(${tag})[ \\t]*(=)[ \\t]*`,
      beginCaptures: groups(
        list.removed.includes(tag)
          ? `variable.parameter.tag.${list.id} invalid.deprecated.tag`
          : `variable.parameter.tag.${list.id}`,
        assignment,
      ),
      end: VALUE_END,
      patterns: valueRules(value),
    }),
  );
  return [
    { match: '(\\\\)?(;)', captures: groups('constant.character.escape', 'punctuation.separator.tag') },
    ...known,
    {
      // Not the padding at the end of a key that goes on in this string.
      begin: `${TAG_START}([A-Za-z][A-Za-z0-9_-]*)[ \\t]*(=)(?![=";]|\\\\;|$)`,
      beginCaptures: groups(`variable.parameter.tag.unknown.${list.id}`, assignment),
      end: VALUE_END,
    },
    ...(list.id === 'dkim' ? [{ match: `(?<=")[A-Za-z0-9+/=]+${VALUE_END}`, name: keyText.name ?? '' }] : []),
  ];
}

export const uriRules: Readonly<Record<string, readonly Rule[]>> = {
  uris: [
    { match: '(?i:mailto|https?):[^ \\t,;!"\\\\]+', name: scope('markup.underline.link.uri') },
    { match: '(!)([0-9]+[kmgtKMGT]?)', captures: groups('keyword.operator.size', 'constant.numeric.size') },
    { match: ',', name: scope('punctuation.separator.uri') },
  ],
};
