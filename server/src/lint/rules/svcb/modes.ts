import type { NameId } from '../../../names/name-tree.ts';
import { ROOT } from '../../../names/name-tree.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { removeRecord, replacement } from '../../kit/edits.ts';
import { svcParamsOf } from '../../kit/svc-params.ts';
import { defineFamily, eachRrset } from '../../engine/rule.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { Draft, Rrset } from '../../engine/rule.ts';
import type { RuleMeta } from '../../../findings/rule-meta.ts';

const metas: readonly RuleMeta[] = [
  {
    code: 'svcb/alias-params', severity: 'warning', source: 'RFC 9460 §2.4.2', fix: 'unsafe', summary: 'SVCB or HTTPS alias with parameters',
    messages: { ignored: 'Priority 0 makes this record an alias of {target}, so clients ignore its parameters.' },
  },
  {
    code: 'svcb/alias-multiple', severity: 'warning', source: 'RFC 9460 §2.4.2', fix: 'unsafe', summary: 'Several SVCB or HTTPS aliases at one name',
    messages: { several: '{name} is already an alias of {first} for this type: clients pick one at random.' },
  },
  {
    code: 'svcb/alias-mixed', severity: 'warning', source: 'RFC 9460 §2.4.1', fix: 'unsafe', summary: 'SVCB or HTTPS service record next to an alias',
    messages: { mixed: 'Another {type} record makes {name} an alias (priority 0), so clients ignore this one.' },
  },
  {
    code: 'svcb/alias-loop', severity: 'warning', source: 'RFC 9460 §2.4.2', summary: 'Loop of SVCB or HTTPS aliases',
    messages: {
      self: 'This record makes {name} an alias of itself, so clients find no service.',
      loop: '{name} leads back to itself through {via}, so clients find no service.',
    },
  },
  {
    code: 'svcb/alias-dot', severity: 'information', profile: 'strict', source: 'RFC 9460 §2.5.1', summary: 'SVCB or HTTPS record for an unavailable service',
    messages: { none: `Priority 0 with target "." says that this service isn't available at {name}.` },
  },
];

const isAlias = (record: RecordView): boolean => record.number('priority') === 0;

/** What the records of a name say together: RFC 9460 §2.4. */
export default defineFamily(metas, eachRrset(['SVCB', 'HTTPS']), function* (rrset, context) {
  const records = rrset.records.filter(record => !record.broken), aliases = records.filter(isAlias);
  for (const alias of aliases) yield* ofAlias(alias, rrset, context);
  const [first] = aliases;
  if (first === undefined) return;
  for (const alias of aliases.slice(1)) {
    if (alias.target === first.target) continue;
    yield {
      code: 'svcb/alias-multiple', message: 'several', at: alias.span('target-name'), args: { name: context.show(rrset.owner), first: context.show(first.target) },
      related: [{ at: first.span('target-name'), message: 'The first alias' }], ...removal(alias),
    };
  }
  for (const service of records) {
    if (isAlias(service)) continue;
    yield {
      code: 'svcb/alias-mixed', message: 'mixed', at: service.span('priority'), args: { type: service.mnemonic, name: context.show(rrset.owner) },
      related: [{ at: first.span('priority'), message: 'The alias' }], ...removal(service),
    };
  }
});

function removal(record: RecordView): Pick<Draft, 'fixes'> {
  return record.generated ? {} : { fixes: [{ title: `Remove this ${record.mnemonic} record`, safe: false, edits: () => removeRecord(record) }] };
}

function* ofAlias(alias: RecordView, { owner, type }: Rrset, context: RuleContext): Iterable<Draft> {
  const at = alias.span('target-name'), name = context.show(owner), params = svcParamsOf(alias), [first] = params;
  if (first !== undefined) {
    const last = params.at(-1)!, spans = params.map(param => param.span), start = Math.min(...spans.map(span => span.start)), end = Math.max(...spans.map(span => span.end));
    yield {
      code: 'svcb/alias-params', message: 'ignored', at: { ...last.span, start, end }, args: { target: context.show(alias.target) },
      ...(alias.generated ? {} : { fixes: [replacement(alias.zone, alias.span('priority'), '1', 'Use priority 1', false)] }),
    };
  }
  if (alias.target === ROOT) yield { code: 'svcb/alias-dot', message: 'none', at, args: { name } };
  else if (alias.target === owner) yield { code: 'svcb/alias-loop', message: 'self', at, args: { name } };
  else if (circles(owner, type, alias.target, context)) yield { code: 'svcb/alias-loop', message: 'loop', at, args: { name, via: context.show(alias.target) } };
}

/** Whether the aliases that begin at `start` come back to `owner`. */
function circles(owner: NameId, type: number, start: NameId, context: RuleContext): boolean {
  const seen = new Set<NameId>();
  for (let name = start; name > ROOT && !seen.has(name);) {
    if (name === owner) return true;
    seen.add(name);
    const next = context.records(name, type).find(record => !record.broken && isAlias(record));
    if (next === undefined) return false;
    name = next.target;
  }
  return false;
}
