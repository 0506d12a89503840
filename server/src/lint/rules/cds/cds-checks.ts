import type { RecordView } from '../../../zone/model/record-view.ts';
import { octetText } from '../../../text/utf8.ts';
import { deprecatedDigests, keyDigest, keysByNumber, keyTag, namedKey } from '../../../zone/format/dnssec.ts';
import { removeRecord, replacement } from '../../kit/edits.ts';
import type { Fix } from '../../../findings/fix.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachName } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { CDNSKEY, CDS, DNSKEY } from '../../../zone/rrtypes/codes.ts';

type Said = Report<
  | 'cds/no-dnskey'
  | 'cds/delete-with-others'
  | 'cds/delete-form'
  | 'cds/key-mismatch'
  | 'cds/digest-deprecated'
  | 'cds/pair'
  | 'cds/not-apex'
>;

const SHA_256 = 2;
const isDeletion = (record: RecordView): boolean =>
  record.octets.length === 5 &&
  record.octets.every((octet, k) => octet === (record.type === CDNSKEY && k === 2 ? 3 : 0));
const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((octet, k) => octet === b[k]);
const hex = (octets: Uint8Array): string =>
  [...octets]
    .map((octet) => octet.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
const withFixes = (record: RecordView, fixes: readonly Fix[]): { readonly fixes?: readonly Fix[] } =>
  record.generated ? {} : { fixes };
const removal = (record: RecordView): Fix => ({
  title: `Remove this ${record.mnemonic} record`,
  safe: false,
  edits: () => removeRecord(record),
});

/** What CDS and CDNSKEY records ask of the parent: RFC 7344, RFC 8078. */
export default check({
  on: eachName(['CDS', 'CDNSKEY']),
  reports: [
    'cds/no-dnskey',
    'cds/delete-with-others',
    'cds/delete-form',
    'cds/key-mismatch',
    'cds/digest-deprecated',
    'cds/pair',
    'cds/not-apex',
  ],
  *run({ name, records }, context) {
    const asked = records.filter((record) => (record.type === CDS || record.type === CDNSKEY) && !record.broken);
    if (!context.zone.apexKnown || !context.zone.inZone(name)) return;
    if (name !== context.zone.apex) {
      for (const record of asked)
        yield {
          code: 'cds/not-apex',
          message: 'below',
          at: record.typeSpan,
          args: { type: record.mnemonic, apex: context.show(context.zone.apex), name: context.show(name) },
        };
      return;
    }
    const keys = keysOf(records.filter((record) => record.type === DNSKEY)),
      told = new Set<RecordView>();
    for (const type of [CDS, CDNSKEY])
      yield* ofType(
        asked.filter((record) => record.type === type),
        keys,
        told,
        context,
      );
    yield* pair(asked, told);
  },
});

/** The keys of the zone, and what is asked of them for each record. */
interface Keys {
  readonly byNumber: ReadonlyMap<number, readonly RecordView[]>;
  readonly algorithms: ReadonlySet<number>;
  readonly anyBroken: boolean;
  readonly byRdata: ReadonlyMap<string, RecordView>;
  /** By the rdata after the flags. */
  readonly byRest: ReadonlyMap<string, RecordView>;
}

function keysOf(keys: readonly RecordView[]): Keys {
  const byRdata = new Map<string, RecordView>(),
    byRest = new Map<string, RecordView>();
  for (const key of keys) {
    const rdata = octetText(key.octets, 0, key.octets.length),
      rest = rdata.slice(2);
    if (!byRdata.has(rdata)) byRdata.set(rdata, key);
    if (!byRest.has(rest)) byRest.set(rest, key);
  }
  return {
    byNumber: keysByNumber(keys),
    algorithms: new Set(keys.map((key) => key.number('algorithm'))),
    anyBroken: keys.some((key) => key.broken),
    byRdata,
    byRest,
  };
}

function* ofType(
  records: readonly RecordView[],
  keys: Keys,
  told: Set<RecordView>,
  context: RuleContext,
): Iterable<Said> {
  const current = new Set(
    records.filter((other) => deprecatedDigests[other.number('digest-type')] === undefined).map(namedKey),
  );
  const wanted = records.filter((record) => !isDeletion(record));
  for (const record of records) {
    const type = record.mnemonic,
      algorithm = record.number('algorithm'),
      name = context.show(record.owner),
      right = record.type === CDS ? '0 0 0 00' : '0 3 0 AA==';
    const digest =
      record.type === CDS && !isDeletion(record) ? deprecatedDigests[record.number('digest-type')] : undefined;
    if (digest !== undefined)
      yield {
        code: 'cds/digest-deprecated',
        message: 'deprecated',
        at: record.span('digest-type'),
        args: { digest },
        ...withFixes(record, better(record, current, keys)),
      };
    if (isDeletion(record)) {
      if (wanted.length > 0)
        yield {
          code: 'cds/delete-with-others',
          message: 'beside',
          at: record.rdataSpan,
          args: { type },
          related: [{ at: wanted[0]!.typeSpan, message: `Another ${type} record` }],
          ...withFixes(record, [removal(record)]),
        };
      continue;
    }
    const mismatch =
      algorithm === 0 || keys.anyBroken
        ? undefined
        : record.type === CDS
          ? cdsMismatch(record, keys, name)
          : cdnskeyMismatch(record, keys, name);
    if (algorithm === 0)
      yield {
        code: 'cds/delete-form',
        message: 'form',
        at: record.rdataSpan,
        args: { right },
        ...(records.length === 1
          ? withFixes(record, [replacement(record.zone, record.rdataSpan, right, `Write ${right}`, false)])
          : {}),
      };
    else if (!keys.anyBroken && !keys.algorithms.has(algorithm))
      yield { code: 'cds/no-dnskey', message: 'none', at: record.span('algorithm'), args: { type, algorithm, name } };
    else if (mismatch !== undefined) yield mismatch;
    else continue;
    told.add(record);
  }
}

/** In place of a CDS with an old digest: one with SHA-256, or none where that is here already. */
function better(record: RecordView, current: ReadonlySet<number>, keys: Keys): readonly Fix[] {
  const number = namedKey(record),
    key = keys.byNumber.get(number)?.[0],
    digest = key === undefined ? undefined : keyDigest(key, SHA_256);
  if (current.has(number)) return [removal(record)];
  if (digest === undefined) return [];
  const from = record.span('digest-type'),
    to = record.rdataSpan;
  return [
    replacement(record.zone, { ...from, end: to.end }, `${SHA_256} ${hex(digest)}`, 'Write the SHA-256 digest', false),
  ];
}

function cdsMismatch(record: RecordView, keys: Keys, name: string): Said | undefined {
  const tag = record.number('key-tag'),
    algorithm = record.number('algorithm'),
    code = 'cds/key-mismatch',
    fitting = keys.byNumber.get(namedKey(record)) ?? [];
  if (fitting.length === 0) return { code, message: 'tag', at: record.span('key-tag'), args: { name, tag, algorithm } };
  const digests = fitting.map((key) => keyDigest(key, record.number('digest-type'))),
    written = record.field('digest');
  if (
    written === undefined ||
    digests.some(
      (digest) => digest === undefined || digest.length !== written.octets.length || isSame(digest, written.octets),
    )
  )
    return undefined;
  return {
    code,
    message: 'digest',
    at: written.span,
    args: { name, tag },
    related: [{ at: fitting[0]!.typeSpan, message: 'The key' }],
    ...(digests.length === 1
      ? withFixes(record, [
          replacement(record.zone, written.span, hex(digests[0]!), 'Write the digest of the key', false),
        ])
      : {}),
  };
}

function cdnskeyMismatch(record: RecordView, keys: Keys, name: string): Said | undefined {
  const rdata = octetText(record.octets, 0, record.octets.length);
  if (keys.byRdata.has(rdata)) return undefined;
  const code = 'cds/key-mismatch',
    same = keys.byRest.get(rdata.slice(2));
  if (same === undefined) return { code, message: 'key', at: record.span('public-key'), args: { name } };
  const right = String(same.number('flags')),
    at = record.span('flags');
  return {
    code,
    message: 'flags',
    at,
    args: { flags: record.number('flags'), right },
    related: [{ at: same.span('flags'), message: 'The flags of the key' }],
    ...withFixes(record, [replacement(record.zone, at, right, `Write ${right}`, false)]),
  };
}

/** Whether the two kinds say the same, as far as each says something about a key that is here. */
function* pair(records: readonly RecordView[], told: ReadonlySet<RecordView>): Iterable<Said> {
  const code = 'cds/pair',
    kinds = [CDS, CDNSKEY].map((type) => records.filter((record) => record.type === type)),
    [cds = [], cdnskey = []] = kinds.map((kind) => kind.filter((record) => record.number('algorithm') !== 0));
  for (const [k, kind] of kinds.entries()) {
    const deletion = kind.find(isDeletion),
      others = k === 0 ? cdnskey : cds;
    if (deletion !== undefined && kind.length === 1 && others.length > 0 && !kinds[1 - k]!.some(isDeletion)) {
      yield {
        code,
        message: 'deletion',
        at: deletion.rdataSpan,
        args: { type: deletion.mnemonic, other: others[0]!.mnemonic },
        related: [{ at: others[0]!.typeSpan, message: `The ${others[0]!.mnemonic} record` }],
      };
    }
  }
  if (cds.length === 0 || cdnskey.length === 0) return;
  const tags = new Set(cdnskey.map((record) => keyTag(record.octets))),
    named = new Set(cds.map((record) => record.number('key-tag')));
  for (const record of cds) {
    const tag = record.number('key-tag');
    if (!told.has(record) && !tags.has(tag) && !cdnskey.some((other) => told.has(other)))
      yield {
        code,
        message: 'differ',
        at: record.span('key-tag'),
        args: { tag },
        related: [{ at: cdnskey[0]!.typeSpan, message: 'The CDNSKEY record' }],
      };
  }
  for (const record of cdnskey) {
    const tag = keyTag(record.octets);
    if (!told.has(record) && !named.has(tag) && !cds.some((other) => told.has(other)))
      yield {
        code,
        message: 'noCds',
        at: record.span('public-key'),
        args: { tag },
        related: [{ at: cds[0]!.typeSpan, message: 'The CDS record' }],
      };
  }
}
