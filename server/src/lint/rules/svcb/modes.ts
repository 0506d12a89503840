import type { NameId } from '../../../names/name-tree.ts';
import { ROOT } from '../../../names/name-tree.ts';
import { MOST_ALIASES } from '../../../zone/model/aliases.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { removeRecord, replacement } from '../../kit/edits.ts';
import { svcParamsOf } from '../../kit/svc-params.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRrset } from '../../engine/check.ts';
import type { Rrset, Report } from '../../engine/check.ts';

type Said = Report<
  | 'svcb/alias-params'
  | 'svcb/alias-multiple'
  | 'svcb/alias-mixed'
  | 'svcb/alias-loop'
  | 'svcb/alias-chain'
  | 'svcb/alias-dot'
>;
const isAlias = (record: RecordView): boolean => record.number('priority') === 0;

/** What the records of a name say together: RFC 9460 §2.4. */
export default check({
  on: eachRrset(['SVCB', 'HTTPS']),
  reports: [
    'svcb/alias-params',
    'svcb/alias-multiple',
    'svcb/alias-mixed',
    'svcb/alias-loop',
    'svcb/alias-chain',
    'svcb/alias-dot',
  ],
  *run(rrset, context) {
    const records = rrset.records.filter((record) => !record.broken),
      aliases = records.filter(isAlias);
    for (const alias of aliases) yield* ofAlias(alias, rrset, context);
    const [first] = aliases;
    if (first === undefined) return;
    for (const alias of aliases.slice(1)) {
      if (alias.target === first.target) continue;
      yield {
        code: 'svcb/alias-multiple',
        message: 'several',
        at: alias.span('target-name'),
        args: { name: context.show(rrset.owner), first: context.show(first.target) },
        related: [{ at: first.span('target-name'), message: 'The first alias' }],
        ...removal(alias),
      };
    }
    for (const service of records) {
      if (isAlias(service)) continue;
      yield {
        code: 'svcb/alias-mixed',
        message: 'mixed',
        at: service.span('priority'),
        args: { type: service.mnemonic, name: context.show(rrset.owner) },
        related: [{ at: first.span('priority'), message: 'The alias' }],
        ...removal(service),
      };
    }
  },
});

function removal(record: RecordView): Pick<Said, 'fixes'> {
  return record.generated
    ? {}
    : { fixes: [{ title: `Remove this ${record.mnemonic} record`, safe: false, edits: () => removeRecord(record) }] };
}

function* ofAlias(alias: RecordView, { owner, type }: Rrset, context: RuleContext): Iterable<Said> {
  const at = alias.span('target-name'),
    name = context.show(owner),
    params = svcParamsOf(alias),
    [first] = params;
  if (first !== undefined) {
    const last = params.at(-1)!,
      spans = params.map((param) => param.span),
      start = Math.min(...spans.map((span) => span.start)),
      end = Math.max(...spans.map((span) => span.end));
    yield {
      code: 'svcb/alias-params',
      message: 'ignored',
      at: { ...last.span, start, end },
      args: { target: context.show(alias.target) },
      fixes: [replacement(alias.zone, alias.span('priority'), '1', 'Use priority 1', false)],
    };
  }
  if (alias.target === ROOT) yield { code: 'svcb/alias-dot', message: 'none', at, args: { name } };
  else if (alias.target === owner) yield { code: 'svcb/alias-loop', message: 'self', at, args: { name } };
  else {
    const way = wayFrom(owner, type, alias.target, context);
    if (way === 'back')
      yield { code: 'svcb/alias-loop', message: 'loop', at, args: { name, via: context.show(alias.target) } };
    if (way === 'long')
      yield {
        code: 'svcb/alias-chain',
        message: 'long',
        at,
        args: { name, most: MOST_ALIASES + 1, type: alias.mnemonic },
      };
  }
}

/** Where the aliases lead that begin at `start`: back to `owner`, on and on, or to an end, which another circle is, too. */
function wayFrom(owner: NameId, type: number, start: NameId, context: RuleContext): 'back' | 'long' | 'end' {
  const seen = new Set<NameId>();
  for (let name = start; name > ROOT && !seen.has(name); ) {
    if (name === owner) return 'back';
    const next = context.records(name, type).find((record) => !record.broken && isAlias(record));
    if (next === undefined) return 'end';
    if (seen.size === MOST_ALIASES) return 'long';
    seen.add(name);
    name = next.target;
  }
  return 'end';
}
